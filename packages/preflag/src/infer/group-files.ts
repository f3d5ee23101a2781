import type { ExampleFile } from './file-traits.ts';
import { generalise } from './seen.ts';

/** Files that are one deliverable. */
export interface FileGroup {
  /** An exact path, or a glob where names differ in a date or a number. */
  readonly path: string;
  readonly files: readonly ExampleFile[];
  /** How many files there are in each delivery. */
  readonly counts: readonly number[];
}

/** Files of one kind whose names differ in dates and numbers only belong together. */
export function groupFiles(files: readonly ExampleFile[], deliveries: number): readonly FileGroup[] {
  const groups = Map.groupBy(files, ({ path, type }) => `${type} ${generalise(path)}`);
  return [...groups.values()].map((own) => {
    const paths = new Set(own.map(({ path }) => path));
    const [path = ''] = paths;
    return {
      path: paths.size === 1 ? path : globOf([...paths]),
      files: own,
      counts: Array.from({ length: deliveries }, (_, delivery) => own.filter((file) => file.delivery === delivery).length),
    };
  });
}

/** What the paths begin and end with stays, as far as dates and numbers do not cut it. */
function globOf(paths: readonly string[]): string {
  const [pattern = '*'] = new Set(paths.map((path) => generalise(path)));
  // Signs that globs give a meaning to stand for themselves in names.
  return pattern.replaceAll(/[[\](){}!?+@\\]/g, '?');
}
