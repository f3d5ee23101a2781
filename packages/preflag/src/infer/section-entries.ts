import type { SectionTraits } from '@preflag/checker-report-structure/traits';
import type { Entry, Item } from './draft.ts';
import { generalise, seenIn } from './seen.ts';

/** Sections that some files have are shown up to so many: a longer list is not read. */
const MOST_UNSURE = 12;
/** What follows a colon or a dash in a heading is free; see report-structure/section-missing. */
const HEAD = /^(.{3,60}?)\s*(?::|：|\s[–—-]\s)/u;

/** The sections that the files have in common, in their order. Those that only some have, or whose titles vary, are off. */
export function sectionEntries(files: readonly (readonly SectionTraits[])[]): readonly Entry[] {
  const outlines = files.map(topLevel);
  const titles = mergeTitles(outlines.map((outline) => outline.map(({ title, key }) => ({ title, key }))));
  const items = titles.map(({ title, key, count }) => itemOf(title, count, files, reasonAgainst(key, title, count, files)));
  const shown = new Set(
    items
      .filter(({ isOff }) => isOff)
      .slice(0, MOST_UNSURE)
      .concat(items.filter(({ isOff }) => !isOff)),
  );
  if (shown.size === 0) return [];
  const required = titles.filter((_, index) => !items[index]?.isOff).map(({ key }) => key);
  return [
    { key: 'sections', items: items.filter((item) => shown.has(item)) },
    ...(required.length > 1 ? [orderEntry(required, outlines)] : []),
  ];
}

/** Without the document's title: the level of the headings that there are several of. Bold paragraphs count where there are no headings. */
function topLevel(sections: readonly SectionTraits[]): readonly SectionTraits[] {
  const real = sections.filter(({ depth }) => depth < 7);
  const used = real.length > 0 ? real : sections;
  const depths = [...new Set(used.map(({ depth }) => depth))].toSorted((a, b) => a - b);
  const level = depths.find((depth) => used.filter((one) => one.depth === depth).length > 1) ?? depths[0];
  const [title] = used;
  return used.filter((one) => one.depth === level || (one !== title && level !== undefined && one.depth < level)).map(headOnly);
}

/** `Results: March 2026` is a section `Results`. */
function headOnly(section: SectionTraits): SectionTraits {
  const head = HEAD.exec(section.title)?.[1];
  return head !== undefined && isVariable(section.title) && !isVariable(head)
    ? { ...section, title: head, key: head.toLowerCase() }
    : section;
}

interface Title {
  readonly title: string;
  readonly key: string;
  readonly count: number;
}

/** Each title once with the number of files that have it; in the order of where they stand on average. */
function mergeTitles(outlines: readonly (readonly Pick<Title, 'title' | 'key'>[])[]): readonly Title[] {
  const found = new Map<string, { title: string; key: string; places: number[] }>();
  for (const outline of outlines)
    for (const [key, at] of firstPlaces(outline)) {
      const known = found.get(key) ?? { title: outline[at]?.title ?? '', key, places: [] };
      known.places.push(at / outline.length);
      found.set(key, known);
    }
  const mean = (places: readonly number[]): number => places.reduce((sum, place) => sum + place, 0) / places.length;
  return [...found.values()]
    .toSorted((a, b) => mean(a.places) - mean(b.places))
    .map(({ title, key, places }) => ({ title, key, count: places.length }));
}

function firstPlaces(outline: readonly { readonly key: string }[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [at, { key }] of outline.entries()) if (!places.has(key)) places.set(key, at);
  return places;
}

/** Why a section is not asked for; `undefined` where it is. */
function reasonAgainst(key: string, title: string, count: number, files: readonly (readonly SectionTraits[])[]): string | undefined {
  const named = files.map((sections) => sections.filter((section) => section.key === key));
  if (named.some((all) => all.length > 1)) return 'several sections have this title';
  if (named.some((all) => all.some(({ isEmpty }) => isEmpty))) return 'there is nothing in it';
  if (count < files.length && isVariable(title)) return 'a date or number in it may differ';
  if (count < files.length) return '';
  return files.length === 1 && isVariable(title) ? 'a date or number in it may differ' : undefined;
}

function isVariable(title: string): boolean {
  return generalise(title) !== title;
}

function itemOf(title: string, count: number, files: readonly unknown[], reason: string | undefined): Item {
  const note = [seenIn(count, files.length), ...(reason ? [reason] : [])].join('; ');
  return { name: title, entries: [{ key: 'title', value: title }], isFlow: true, note, ...(reason !== undefined && { isOff: true }) };
}

function orderEntry(keys: readonly string[], outlines: readonly (readonly SectionTraits[])[]): Entry {
  const inOrder = outlines.filter((outline) => {
    const places = firstPlaces(outline);
    const own = keys.map((key) => places.get(key) ?? -1);
    return own.every((place, index) => index === 0 || place > (own[index - 1] ?? -1));
  });
  const isSame = inOrder.length === outlines.length;
  return { key: 'order', value: isSame ? 'relative' : 'any', note: `this order ${seenIn(inOrder.length, outlines.length)}` };
}
