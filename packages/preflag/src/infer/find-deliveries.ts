import { generalise } from './seen.ts';

/** The folders of a delivery each, relative to the whole; `.` for the whole itself. */
export type DeliveryFolders = readonly string[];

/** `de`, `en-GB`, `zh-Hant`. */
const LANGUAGE_TAG = /^[a-z]{2}(?:-[A-Za-z]{2,4})?$/;

/**
 * Tells whether a folder is one delivery or holds several. Several are subfolders with nothing beside them that look alike: each has a
 * file that the first has too, but for dates and numbers in its name. Subfolders that are named after languages are parts of one delivery.
 */
export function findDeliveries(paths: readonly string[]): DeliveryFolders {
  const folders = Map.groupBy(paths, (path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : ''));
  const names = [...folders.keys()];
  if (names.length < 2 || names.includes('') || names.every((name) => LANGUAGE_TAG.test(name))) return ['.'];
  const [first = new Set<string>(), ...others] = [...folders].map(
    ([name, own]) => new Set(own.map((path) => generalise(path.slice(name.length + 1)))),
  );
  return others.every((other) => !other.isDisjointFrom(first)) ? names : ['.'];
}
