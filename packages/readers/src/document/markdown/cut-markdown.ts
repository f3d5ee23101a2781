/** A part of a markdown text that begins where no list, quote or paragraph is open. */
export interface MarkdownPiece {
  readonly start: number;
  readonly end: number;
  /** How many lines stand before it. */
  readonly line: number;
}

/** Pieces of this many units, or more where there is no place to cut. */
const PIECE_UNITS = 4_000;

/** Cuts a text into pieces. Whether code or html goes on over a cut, only a parser can tell. */
export function cutMarkdown(text: string): readonly MarkdownPiece[] {
  const pieces: MarkdownPiece[] = [];
  const lineEnd = /\r\n|\n|\r/g;
  let [start, line] = [0, 0];
  let wasBlank = false;
  for (let [at, count] = [0, 0]; at < text.length; count += 1) {
    if (at - start >= PIECE_UNITS && endsContainers(text, at, wasBlank)) {
      pieces.push({ start, end: at, line });
      [start, line] = [at, count];
    }
    const end = lineEnd.exec(text)?.index ?? text.length;
    wasBlank = isBlank(text, at, end);
    at = end === text.length ? end : lineEnd.lastIndex;
  }
  pieces.push({ start, end: text.length, line });
  return pieces;
}

/** A line at the margin that begins with a letter or is a heading, after a blank one, is in no list and no quote. */
export function endsContainers(text: string, start: number, wasBlank: boolean): boolean {
  return wasBlank && /^[\p{L}#]/u.test(text.slice(start, start + 2));
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (text[at] !== ' ' && text[at] !== '\t') return false;
  return true;
}
