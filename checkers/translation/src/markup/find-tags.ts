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

/** Elements that stand alone, or whose other half may be in the next text. */
const KNOWN = new Set(
  'a abbr b big br center code del div em font hr i img ins kbd li mark ol p pre s small span strong sub sup tt u ul wbr'.split(' '),
);

/**
 * Tags that are words: `<file>`, `<directory>` in the help of a program, which translators translate. Not what has an end in the text,
 * attributes or a number, nor elements of html that stand alone, nor inline codes of xliff and tmx. `ends` are the keys of ends (`/b`).
 */
export function isWordInBrackets({ key, text }: Tag, ends: ReadonlySet<string>): boolean {
  if (/^\/|^\d/.test(key) || /[\s=]|\/>$/.test(text) || KNOWN.has(key) || CODES.has(key)) return false;
  return !ends.has(`/${key}`);
}

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
