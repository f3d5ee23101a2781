export interface BlockChange {
  readonly expected: string;
  /** What stands in its place, and where. */
  readonly found: string;
  readonly offset: number;
}

interface Token {
  readonly text: string;
  readonly offset: number;
  readonly kind: 'number' | 'name';
}

/** Comments and strings of most languages, and texts between tags: they may be translated. */
const SAID =
  /"(?:[^"\\\n]|\\.){0,500}"|'(?:[^'\\\n]|\\.){0,500}'|`[^`]{0,500}`|(?<=^|\s)(?:#|\/\/|--\s)[^\n]{0,500}|\/\*[\s\S]{0,500}?\*\/|<!--[\s\S]{0,500}?-->|(?<=<[^<>\n]{1,200}>)[^<>]{1,500}(?=<\/)/g;
const NUMBER = /(?<![\p{L}\p{N}_.])\d+(?:\.\d+)*(?![\p{L}\p{N}_])/gu;
/** Names that are called, assigned or joined: `render(`, `total =`, `msg.payload`, `user_id`. Not words of a text. */
const NAME = /(?<![\p{L}\p{N}_$.-])\p{L}[\p{L}\p{N}_$]*(?:(?:[.]\p{L}[\p{L}\p{N}_$]*)+|_[\p{L}\p{N}_$]+|(?=\(|\s?=(?!=)))/gu;
/** Of two blocks that belong together so large a share is the same. */
const LEAST_SAME = 0.5;

/**
 * The first name or number of a block of code that is another in the translation. Numbers count in comments and strings too, names only
 * outside of them. `undefined` too for blocks that have little in common.
 */
export function changeInBlock(source: string, target: string): BlockChange | undefined {
  if (source === target) return undefined;
  const [own, other] = [tokensOf(source), tokensOf(target)];
  const [missing, added] = [without(own, other), without(other, own)];
  if (own.length - missing.length < LEAST_SAME * own.length) return undefined;
  for (const { text, kind } of missing) {
    const found = added.find((one) => one.kind === kind);
    if (found) return { expected: text, found: found.text, offset: found.offset };
  }
  return undefined;
}

function tokensOf(code: string): Token[] {
  const bare = code.replace(SAID, (said) => ' '.repeat(said.length));
  const tokens = (kind: Token['kind'], text: string, pattern: RegExp): Token[] =>
    Array.from(text.matchAll(pattern), ({ 0: own, index }) => ({ text: own, offset: index, kind }));
  return [...tokens('name', bare, NAME), ...tokens('number', code, NUMBER)];
}

/** Those of a block that the other has not as often. */
function without(own: readonly Token[], other: readonly Token[]): Token[] {
  const counts = new Map<string, number>();
  for (const { text } of other) counts.set(text, (counts.get(text) ?? 0) + 1);
  return own.filter(({ text }) => {
    const left = counts.get(text) ?? 0;
    counts.set(text, left - 1);
    return left <= 0;
  });
}
