import type { Json, JsonObject } from '@preflag/core';

/** A key of a job file with what it says. What is off is written as a comment. */
export interface Entry {
  readonly key: string;
  /** One of the three. */
  readonly value?: Json;
  readonly entries?: readonly Entry[];
  readonly items?: readonly Item[];
  /** What it was seen in, in a few words of ours and without line ends. */
  readonly note?: string;
  readonly isOff?: boolean;
}

/** One of a list, by its name. */
export interface Item {
  /** The value of its first entry. */
  readonly name: string;
  readonly entries: readonly Entry[];
  /** Written on one line. */
  readonly isFlow: boolean;
  readonly note?: string;
  readonly isOff?: boolean;
}

/** Where something stands in a draft: keys and names of items, from the outermost. */
export type DraftPath = readonly string[];

/** The draft as the job that it is: without what is off. */
export function plainOf(entries: readonly Entry[]): JsonObject {
  return Object.fromEntries(entries.filter(isOn).map((entry) => [entry.key, valueOf(entry)]));
}

/** True where an entry or item is on, and for one that holds others, where one of them is. */
export function isOn({ isOff = false, entries, items }: Pick<Item, 'isOff'> & Partial<Pick<Entry, 'entries' | 'items'>>): boolean {
  return !isOff && (entries?.some(isOn) ?? items?.some(isOn) ?? true);
}

/** The same draft with some of it off, for a reason. */
export function switchOff(entries: readonly Entry[], note: string, isMeant: (path: DraftPath) => boolean): readonly Entry[] {
  const ofEntries = (all: readonly Entry[], path: DraftPath): readonly Entry[] =>
    all.map((entry) => {
      const own = [...path, entry.key];
      if (isMeant(own)) return { ...entry, isOff: true, note };
      return {
        ...entry,
        ...(entry.entries && { entries: ofEntries(entry.entries, own) }),
        ...(entry.items && { items: entry.items.map((item) => ofItem(item, [...own, item.name])) }),
      };
    });
  const ofItem = (item: Item, path: DraftPath): Item =>
    isMeant(path) ? { ...item, isOff: true, note } : { ...item, entries: ofEntries(item.entries, path) };
  return ofEntries(entries, []);
}

function valueOf({ value, entries, items }: Entry): Json {
  if (entries) return plainOf(entries);
  if (items) return items.filter(isOn).map((item) => plainOf(item.entries));
  return value ?? null;
}
