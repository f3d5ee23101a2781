import { cellAddress, defineRule, type Rule } from '@preflag/core';
import type { ColumnPair, SheetDiff } from '../../../diff/sheet-diff.ts';
import { updateDiff } from '../../../facts/update-diff.ts';

/**
 * Looks at numbers in paired rows that had a format for dates, percentages or money and are shown as plain numbers now; one finding for each column.
 * Does not catch: formats that were exchanged for other ones, widths, colours and fonts.
 * Known false alarms: columns that were to become plain numbers.
 */
export const formatLost: Rule<'update'> = defineRule({
  id: 'data-update/format-lost',
  title: 'Numbers lost their format',
  severity: 'important',
  certainty: 'likely',
  reads: 'update',
  needs: ['before'],
  facts: [updateDiff],
  why: 'A date shows as 46,000 and 45 % as 0.45, and the client reads a wrong figure or none.',
  advice: "Give '{{column}}' its number format back: {{expected}}.",
  messages: {
    date: "{{count}} dates in '{{column}}' are shown as plain numbers; their format was {{expected}}",
    percent: "{{count}} percentages in '{{column}}' are shown as plain numbers; their format was {{expected}}",
    money: { text: "{{count}} amounts in '{{column}}' lost their currency; their format was {{expected}}", severity: 'minor' },
  },
  *check({ facts, looked }) {
    for (const diff of facts(updateDiff).sheets) {
      if (!diff.typed || (diff.pairing === 'order' && diff.lost.length + diff.added.length > 0)) continue;
      for (const column of diff.columns) {
        looked({ cells: diff.rows.length });
        const lost = lostFormat(diff, column);
        if (!lost) continue;
        yield {
          messageId: lost.what,
          data: { column: column.name, count: lost.count, expected: lost.format },
          at: { kind: 'cell', sheet: diff.name, range: cellAddress(lost.row, column.after) },
          key: `${diff.name} ${column.name}`,
        };
      }
    }
  },
});

interface LostFormat {
  readonly what: 'date' | 'percent' | 'money';
  readonly format: string;
  /** The first row, in the file after. */
  readonly row: number;
  readonly count: number;
}

function lostFormat({ before, after, rows, isElsewhere }: SheetDiff, column: ColumnPair): LostFormat | undefined {
  let first: Omit<LostFormat, 'count'> | undefined;
  let count = 0;
  for (const row of rows) {
    if (isElsewhere?.('before', row.before, column.before) || isElsewhere?.('after', row.after, column.after)) continue;
    if (before.kind(row.before, column.before) !== 'number' || after.kind(row.after, column.after) !== 'number') continue;
    const format = before.format(row.before, column.before);
    if (format === 'General' || !isPlain(after.format(row.after, column.after))) continue;
    const what = before.isDate(row.before, column.before) ? 'date' : formatKind(format);
    if (what === undefined || after.isDate(row.after, column.after)) continue;
    first ??= { what, format, row: row.after };
    if (first.what === what) count += 1;
  }
  return first && { ...first, count };
}

function isPlain(format: string): boolean {
  return format === 'General' || format === '0' || format === '@';
}

function formatKind(format: string): 'percent' | 'money' | undefined {
  if (format.includes('%')) return 'percent';
  return /[$€£¥]/.test(format) ? 'money' : undefined;
}
