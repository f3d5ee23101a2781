import { defineRule, type Rule } from '@preflag/core';
import type { Sheet } from '@preflag/readers';
import type { SheetDiff } from '../../../diff/sheet-diff.ts';
import { updateDiff } from '../../../facts/update-diff.ts';

/**
 * Looks for keys that stand more often than before, and without a key of the job for whole rows that do.
 * Does not catch: a row that was added twice and stood never before; rows with other values and, without a key, any other difference.
 * Known false alarms: lists in which equal rows may come again; without a key of the job the finding is only likely.
 */
export const rowDuplicated: Rule<'update'> = defineRule({
  id: 'data-update/row-duplicated',
  title: 'A row stands more often than before',
  severity: 'critical',
  certainty: 'certain',
  reads: 'update',
  needs: ['before'],
  facts: [updateDiff],
  demands: ['update'],
  why: 'Totals count the row twice, and lookups find one of two.',
  advice: 'Leave out the row that is too much.',
  messages: {
    key: "The row '{{key}}' stands {{times}} times, in rows {{rows}}, and stood {{expected}} before",
    row: { text: "The row '{{key}}' stands {{times}} times, in rows {{rows}}, and stood {{expected}} before", certainty: 'likely' },
  },
  *check({ facts, looked }) {
    for (const diff of facts(updateDiff).sheets) {
      looked({ rows: diff.rows.length + diff.added.length });
      const isKey = diff.pairing === 'key';
      if (isKey ? !diff.hasRepeatedKeys : diff.added.length === 0) continue;
      const names = new Set(diff.keyColumns);
      const columns = isKey ? diff.columns.filter(({ name }) => names.has(name)) : diff.columns;
      const before = rowsByText(
        diff.before,
        columns.map((column) => column.before),
        isKey,
      );
      const after = rowsByText(
        diff.after,
        columns.map((column) => column.after),
        isKey,
      );
      for (const [text, rows] of after) {
        const earlier = before.get(text)?.length ?? 0;
        if (earlier === 0 || rows.length <= earlier || (!isKey && !isList(diff, rows))) continue;
        const key = isKey ? text : (diff.added.find(({ row }) => rows.includes(row))?.key ?? text);
        yield {
          messageId: isKey ? 'key' : 'row',
          data: {
            key,
            times: rows.length,
            expected: earlier === 1 ? 'once' : `${earlier} times`,
            rows: rows.map((row) => row + 1).join(', '),
          },
          at: { kind: 'row', sheet: diff.name, key },
          key: `${diff.name} ${key}`,
          group: diff.name,
        };
      }
    }
  },
});

/** Rows by what their cells say; rows with fewer than two filled cells are left out unless the cells are a key. */
function rowsByText(sheet: Sheet, columns: readonly number[], isKey: boolean): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  for (let row = 0; row < sheet.rowCount; row += 1) {
    const parts = columns.map((column) => sheet.text(row, column).trim());
    if (parts.filter((part) => part !== '').length < (isKey ? parts.length : 2)) continue;
    const text = parts.join(' · ');
    const known = rows.get(text);
    if (known) known.push(row);
    else rows.set(text, [row]);
  }
  return rows;
}

/** At least one of the rows was added, and they are rows of data: three filled cells or more. */
function isList({ after, columns, added }: SheetDiff, rows: readonly number[]): boolean {
  const [row = 0] = rows;
  const filled = columns.filter((column) => after.kind(row, column.after) !== 'blank').length;
  return filled >= 3 && added.some((mark) => rows.includes(mark.row));
}
