import type { Tag } from './find-tags.ts';

/** `[b]`, `[/b]`, `[url=…]`; the name decides together with whether there is an end. */
const BBCODE = /\[(\/?)([a-z]{1,10})(?:=[^[\]]{0,300})?\]/gi;
/** Elements of forums and games; other words in brackets are words. */
const NAMES = new Set(
  'b big br center code color email font h1 h2 h3 i img left li list ol quote right s size small spoiler sub sup table td tr u ul url youtube'.split(
    ' ',
  ),
);

/**
 * The tags of BBCode in two texts, in order; none where neither has a start with its end: `dir [/s] [size]` is how a command is called.
 * The key has the bracket: `[b`, `/[b`.
 */
export function findBbcode(source: string, target: string): readonly [source: Tag[], target: Tag[]] {
  const all = [tagsIn(source), tagsIn(target)] as const;
  return all.some(hasPair) ? all : [[], []];
}

function hasPair(tags: readonly Tag[]): boolean {
  const keys = new Set(tags.map(({ key }) => key));
  return tags.some(({ key }) => keys.has(`/${key}`));
}

function tagsIn(text: string): Tag[] {
  if (!text.includes('[')) return [];
  return Array.from(text.matchAll(BBCODE)).flatMap(({ 0: found, 1: slash, 2: name = '', index }) =>
    NAMES.has(name.toLowerCase()) ? [{ text: found, offset: index, key: `${slash}[${name.toLowerCase()}` }] : [],
  );
}
