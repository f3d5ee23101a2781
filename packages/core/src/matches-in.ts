/**
 * All that a global pattern finds in a text, as `matchAll` does. That one makes a pattern of its own for each text, which takes longer than to
 * search a paragraph; here the pattern itself is used, and left as it was.
 * @throws {TypeError} for a pattern without the flag `g`, which would never end
 */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  if (!pattern.global) throw new TypeError(`The pattern ${pattern.source} is not global.`);
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return NONE;
  const all: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(text)) {
    all.push(match);
    if (match[0] === '') pattern.lastIndex += isPair(text, match.index) ? 2 : 1;
  }
  return all;
}

const NONE: readonly RegExpExecArray[] = [];

/** A character of two units begins here. */
function isPair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff;
}
