/** A tag of html or xml in a text. */
export interface Tag {
  readonly text: string;
  readonly offset: number;
  /** `b`, `/b`; what needs no end (`br`, `x/`) has no `/` before it. Inline codes of xliff and tmx have their id: `x#1`. */
  readonly key: string;
}

/** Names of elements, numbers as React uses them; not `a<b and c>d`, and not an address in angle brackets. */
const TAG = /<(\/?)([A-Za-z][\w:.-]{0,40}|\d{1,3})(?:\s[^<>=]{0,60}=[^<>]{0,500}|\s{0,3}\/?)>/g;

/** Elements of html without an end. */
const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

/** The tags of a text, in order. */
export function findTags(text: string): Tag[] {
  if (!text.includes('<')) return [];
  return Array.from(text.matchAll(TAG), ({ 0: found, 1: slash, 2: name = '', index }) => {
    const lower = name.toLowerCase();
    const id = CODES.has(lower) ? / id="([^"<>]{1,200})"/.exec(found)?.[1] : undefined;
    return { text: found, offset: index, key: VOID.has(lower) ? lower : `${slash}${lower}${id === undefined ? '' : `#${id}`}` };
  });
}

/** Inline codes of xliff and tmx: which one stands where is told by its id. */
const CODES = new Set(['g', 'x', 'bx', 'ex', 'ph', 'bpt', 'ept', 'it', 'pc', 'sc', 'ec']);

/** The first tag without its start or end, by key; tags that close themselves need neither. `undefined` where all have both. */
export function unpairedTag(tags: readonly Tag[]): Tag | undefined {
  const open: Tag[] = [];
  for (const tag of tags) {
    if (VOID.has(tag.key) || tag.text.endsWith('/>')) continue;
    if (!tag.key.startsWith('/')) open.push(tag);
    else if (open.pop()?.key.split('#', 1)[0] !== tag.key.slice(1)) return tag;
  }
  return open[0];
}
