import { cellAddress, defineRule, type Rule } from '@preflag/core';
import type { CellStyle, Sheet } from '@preflag/readers';
import type { SheetDiff } from '../../../diff/sheet-diff.ts';
import { updateDiff } from '../../../facts/update-diff.ts';

/**
 * Compares how cells of paired rows and columns look, and whether any column has a width of its own; one finding for each trait of a sheet.
 * Does not catch: colours that were exchanged for others, fonts, and the look of cells that hold nothing.
 * Known false alarms: sheets that were to be cleaned of their looks; a trait counts where it went from most of the cells that had it.
 */
export const styleLost: Rule<'update'> = defineRule({
  id: 'data-update/style-lost',
  title: 'Cells lost their look',
  severity: 'minor',
  certainty: 'likely',
  reads: 'update',
  needs: ['before'],
  facts: [updateDiff],
  why: 'Colours, bold headers and widths carry what the client put into them, and the sheet looks like an export.',
  advice: "Give '{{sheet}}' its look back: edit the original file, and write only the cells that change.",
  messages: {
    trait: "{{count}} of {{all}} cells of '{{sheet}}' that were {{trait}} no longer are, such as {{cell}}",
    widths: "The columns of '{{sheet}}' lost the widths that were set for {{count}} of them",
  },
  *check({ model, facts, looked }) {
    const { pairs, sheets } = facts(updateDiff);
    for (const diff of sheets) {
      if (!diff.typed || (diff.pairing === 'order' && diff.lost.length + diff.added.length > 0)) continue;
      looked({ cells: diff.rows.length * diff.columns.length });
      for (const { trait, count, all, cell } of lostTraits(diff)) {
        if (count < FEWEST || count < all / 2) continue;
        yield {
          messageId: 'trait',
          data: { count, all, sheet: diff.name, trait, cell },
          at: { kind: 'cell', sheet: diff.name, range: cell },
          key: `${trait} cells of ${diff.before.name}`,
        };
      }
    }
    if (!model.typed) return;
    for (const { before, after } of pairs) {
      const [had, has] = [setWidths(before), setWidths(after)];
      if (had >= 2 && has === 0)
        yield { messageId: 'widths', data: { sheet: after.name, count: had }, at: { kind: 'file' }, key: `widths of ${before.name}` };
    }
  },
});

const FEWEST = 3;

const TRAITS: readonly (readonly [trait: string, has: (style: CellStyle) => boolean])[] = [
  ['bold', ({ bold }) => bold],
  ['filled with a colour', ({ fill }) => fill !== ''],
  ['bordered', ({ border }) => border],
  ['written in a colour', ({ fontColor }) => fontColor !== ''],
];

interface Loss {
  readonly trait: string;
  count: number;
  all: number;
  cell: string;
}

/** Cells that hold something on both sides, the header included, by the traits that they had. */
function lostTraits({ before, after, rows, frame, columns, isElsewhere }: SheetDiff): readonly Loss[] {
  const losses = TRAITS.map(([trait]): Loss => ({ trait, count: 0, all: 0, cell: '' }));
  for (const row of [...frame, ...rows])
    for (const column of columns) {
      if (isBlank(before, row.before, column.before) || isBlank(after, row.after, column.after)) continue;
      if (isElsewhere?.('before', row.before, column.before) || isElsewhere?.('after', row.after, column.after)) continue;
      const [was, is] = [before.style(row.before, column.before), after.style(row.after, column.after)];
      for (const [index, [, has]] of TRAITS.entries()) {
        const loss = losses[index]!;
        if (!has(was)) continue;
        loss.all += 1;
        if (has(is)) continue;
        loss.count += 1;
        loss.cell ||= cellAddress(row.after, column.after);
      }
    }
  return losses;
}

function isBlank(sheet: Sheet, row: number, column: number): boolean {
  return sheet.kind(row, column) === 'blank';
}

/** Columns with cells whose width was set. */
function setWidths({ parts, columnCount }: Sheet): number {
  return parts.columns.reduce(
    (sum, { first, last, width }) => sum + (width === undefined ? 0 : Math.max(0, Math.min(last, columnCount - 1) - first + 1)),
    0,
  );
}
