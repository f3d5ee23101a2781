import { cellAddress, defineFact, type Fact, type JsonObject } from '@preflag/core';
import { movedRows } from '../diff/moved-rows.ts';
import type { CellChange, RowMark, RowPair, SheetPair, UpdateDiff } from '../diff/sheet-diff.ts';
import { updateDiff } from './update-diff.ts';

/**
 * The difference to the file before, for people to read: what came, what went, what changed and what moved, sheet by sheet. Each list holds
 * its first 500 entries, and says how many there are. Rows and columns count from 1.
 */
export const update: Fact<'update', JsonObject> = defineFact({
  id: 'data-update/update',
  reads: 'update',
  portable: true,
  uses: [updateDiff],
  compute(model, facts): JsonObject {
    const diff = facts(updateDiff);
    return {
      before: model.beforeFile,
      sheetsAdded: diff.sheetsAdded,
      sheetsRemoved: diff.sheetsLost,
      sheetsRenamed: diff.sheetsRenamed.map(({ from, to }) => ({ from, to })),
      sheets: diff.pairs.map((pair) => sheetOf(pair, diff)),
    };
  },
});

const MOST = 500;

function sheetOf({ before, after }: SheetPair, { sheets, changes }: UpdateDiff): JsonObject {
  const own = sheets.filter((diff) => diff.before === before);
  const key = own.find(({ pairing }) => pairing !== 'order')?.keyColumns ?? [];
  return {
    name: after.name,
    // How rows were paired: by these columns, or where there are none, by their order.
    key,
    rows: {
      added: listed(own.flatMap(({ added }) => added.map(markOf))),
      removed: listed(own.flatMap(({ lost }) => lost.map(markOf))),
      moved: listed(own.flatMap((diff) => movedRows(diff).map(movedRow))),
    },
    columns: {
      added: own.flatMap(({ columnsAdded }) => columnsAdded),
      removed: own.flatMap(({ columnsLost }) => columnsLost),
    },
    changed: listed(changes.filter(({ diff }) => diff.before === before).map(changeOf)),
  };
}

function listed(items: readonly JsonObject[]): JsonObject {
  return { count: items.length, items: items.slice(0, MOST) };
}

function markOf({ key, row }: RowMark): JsonObject {
  return { key, row: row + 1 };
}

function movedRow({ key, before, after }: RowPair): JsonObject {
  return { key, from: before + 1, to: after + 1 };
}

function changeOf({ row, column, from, to, isNotShifted }: CellChange): JsonObject {
  return {
    key: row.key,
    column: column.name,
    cell: cellAddress(row.after, column.after),
    from,
    to,
    // Both are the same formula, whose cells moved.
    ...(isNotShifted && { isNotShifted }),
  };
}
