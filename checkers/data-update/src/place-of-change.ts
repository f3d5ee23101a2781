import { cellAddress, type Location, type Problem } from '@preflag/core';
import type { Update } from '@preflag/readers';
import type { CellChange } from './diff/sheet-diff.ts';

/** What findings on a changed cell have in common: the place after, the place before, the column as the group. */
export function placeOfChange(
  model: Update,
  { diff, row, column, from }: CellChange,
): Pick<Problem, 'at' | 'related' | 'group' | 'key'> & { readonly at: Location } {
  return {
    at: { kind: 'cell', sheet: diff.name, range: cellAddress(row.after, column.after) },
    related: [
      {
        file: model.beforeFile,
        at: { kind: 'cell', sheet: diff.before.name, range: cellAddress(row.before, column.before) },
        label: `'${from}' in the file before`,
      },
    ],
    group: `${diff.name} ${column.name}`,
    key: `${diff.name} ${row.key} ${column.name}`,
  };
}

/** True where rows are paired for sure: by a key, or by order on sheets where none came or went. */
export function isPairedForSure({ diff }: CellChange): boolean {
  return diff.pairing !== 'order' || diff.lost.length + diff.added.length === 0;
}
