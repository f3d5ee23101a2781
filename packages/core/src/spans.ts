/** A piece of a text in UTF-16 units; the end is exclusive. */
export type Span = readonly [start: number, end: number];

/** The part of a text that is shown, and where the spans stand in it. */
export interface Cut {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** More places of one thing are not marked. */
const MOST_SPANS = 20;
/** A longer text is a paragraph, which is not marked. */
const LONGEST_PART = 1_000;
/** A cut is moved by so much to stand between words. */
const WORD = 24;

/**
 * Where a text stands in another one as a whole, and not within a longer word or number. Signs alone, such as a full stop, stand in many
 * places: only where the text has them once, or ends with them.
 */
export function spansOf(part: string, text: string): readonly Span[] {
  const words = part.replace(/…$/, '').trim().split(/\s+/);
  if (words[0] === '' || part.length > LONGEST_PART) return [];
  const pattern = new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)).join(String.raw`\s*`), 'g');
  const spans: Span[] = [];
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (isWhole(text, index, index + found.length)) spans.push([index, index + found.length]);
    if (spans.length === MOST_SPANS) break;
  }
  if (/[\p{L}\p{N}]/u.test(part) || spans.length < 2) return spans;
  return spans.filter(([, end]) => /^["'”’»)\]]{0,3}\s*$/.test(text.slice(end, end + 1_000)));
}

/** Letters of scripts that set spaces between words. */
const LETTER = String.raw`(?=\p{L})[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`;
const WITHIN = new RegExp(String.raw`^(?:${LETTER}${LETTER}|\p{N}[.,]?\p{N})`, 'u');

function isWhole(text: string, start: number, end: number): boolean {
  const edges = [text.slice(Math.max(0, start - 1), start + 1), text.slice(end - 1, end + 1)];
  if (/[.,]/.test(text.charAt(start - 1))) edges.push(text.slice(Math.max(0, start - 2), start + 1));
  if (/[.,]/.test(text.charAt(end))) edges.push(text.slice(end - 1, end + 2));
  return !edges.some((edge) => WITHIN.test(edge));
}

/**
 * The part of a text, of at most so many units, that holds the spans, with a sign where it was cut: all of it where that is no longer, its
 * beginning where there is no span. What of the spans is cut off is left out.
 */
export function cutAround(text: string, spans: readonly Span[], length: number): Cut {
  if (text.length <= length) return { text, spans };
  const [first, last] = [spans[0] ?? [0, 0], spans.at(-1) ?? [0, 0]];
  const [from, to] = last[1] - first[0] < length - 2 ? [first[0], last[1]] : first;
  const start = startOfCut(text, Math.max(0, Math.min(Math.floor((from + to - length) / 2), from, text.length - length)), from);
  const lead = start > 0 ? '…' : '';
  const most = Math.min(text.length, start + length - lead.length);
  const end = endOfCut(text, most, to < most ? to : from);
  const shift = lead.length - start;
  return {
    text: `${lead}${text.slice(start, end)}${end < text.length ? '…' : ''}`,
    spans: spans.flatMap(([a, b]): Span[] => {
      const [own, ownEnd] = [Math.max(a, start), Math.min(b, end)];
      return own < ownEnd ? [[own + shift, ownEnd + shift]] : [];
    }),
  };
}

/** At the beginning of a word where one begins before the place that is to be seen. */
function startOfCut(text: string, start: number, before: number): number {
  if (start === 0) return 0;
  const space = /\s\S/.exec(text.slice(start, Math.min(start + WORD, before + 1)));
  if (space) return start + space.index + 1;
  return isInsidePair(text, start) ? start + 1 : start;
}

function endOfCut(text: string, end: number, behind: number): number {
  if (end === text.length) return end;
  const own = end - 1;
  const space = text.slice(Math.max(behind, own - WORD), own + 1).search(/\s\S*$/);
  if (space >= 0) return Math.max(behind, own - WORD) + space;
  return isInsidePair(text, own) ? own - 1 : own;
}

function isInsidePair(text: string, place: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(place - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(place));
}
