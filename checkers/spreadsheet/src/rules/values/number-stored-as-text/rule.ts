import { cellAddress, cellText, columnName, defineRule, type Location, type ProposedFix, type Rule } from '@preflag/core';
import { rowOfSumOver, sumRanges, type SumRun } from '../../../facts/sum-ranges.ts';
import { textCells, type TextCell } from '../../../facts/text-cells.ts';
import { isNameLike } from '../../../id-like.ts';
import { filledCells, textColumns } from '../../../text-columns.ts';
import { NUMBER_LIKE } from '../../../text-traits.ts';

/**
 * Looks at columns of tables in which most cells are numbers, and at whole columns of amounts that are text.
 * Does not catch: numbers with leading zeros or units, and those outside of tables.
 * Known false alarms: columns of names in digits whose headers do not say so. Certain is only what a sum over the cell leaves out.
 */
export const numberStoredAsText: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/number-stored-as-text',
  title: 'A number is stored as text',
  severity: 'important',
  certainty: 'certain',
  reads: 'workbook',
  facts: [textCells, sumRanges],
  why: 'Sums leave text out without saying so, and sorting and filtering treat it apart from the numbers.',
  advice: 'Store {{found}} as a number.',
  messages: {
    summed: "{{found}} in '{{column}}' is stored as text, and the {{name}} in {{sum}} leaves it out",
    text: { text: "{{found}} in '{{column}}' is stored as text, and the cells around it are numbers", certainty: 'likely' },
    column: {
      text: "All {{count}} numbers in '{{column}}' are stored as text",
      severity: 'minor',
      certainty: 'hint',
      advice: "Store the numbers in '{{column}}' as numbers, if anybody is to calculate with them.",
    },
  },
  *check({ facts, looked }) {
    const { cells, count } = facts(textCells);
    looked({ cells: count });
    const sums = facts(sumRanges);
    for (const found of textColumns(cells, NUMBER_LIKE)) {
      const { table, column } = found;
      const name = column.name || `column ${columnName(column.index)}`;
      const group = `${table.sheet.name} ${name}`;
      const placed = (cell: TextCell): { kind: 'cell'; sheet: string; range: string } => ({
        kind: 'cell',
        sheet: table.sheet.name,
        range: cellAddress(cell.row, cell.column),
      });
      if (isNameLike(column.name)) continue;
      if (column.majority === 'number') {
        for (const cell of found.cells) {
          const sum = sumOver(sums, cell);
          const data = { found: cell.text, column: name };
          const found = { at: placed(cell), group, ...storeAsNumber(cell.text, placed(cell)) };
          yield sum
            ? { messageId: 'summed', data: { ...data, name: sum.name, sum: sum.cell }, ...found }
            : { messageId: 'text', data, ...found };
        }
      } else if (column.majority === 'string' && isColumnOfAmounts(found.cells) && found.cells.length >= filledCells(found) * MOST) {
        const [first] = found.cells;
        if (first) yield { messageId: 'column', data: { count: found.cells.length, column: name }, at: placed(first), key: group };
      }
    }
  },
});

const MOST = 0.95;
const FEWEST = 5;

/** Only digits that can be read in one way: `1,234` is a thousand here and little more than one there. */
function storeAsNumber(text: string, at: Location): { readonly fixes?: readonly ProposedFix[] } {
  const digits = text.trim();
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(digits) || digits.replace(/\D/g, '').length > MOST_DIGITS) return {};
  const edit = { at, from: cellText({ kind: 'text', text }), to: cellText({ kind: 'number', number: Number(digits) }) };
  return { fixes: [{ label: `store ${digits} as a number`, safety: 'safe', edits: [edit] }] };
}

/** What a number holds without loss (IEEE 754, binary64). */
const MOST_DIGITS = 15;

/** Signs of amounts: decimals, groups, a currency; whole numbers alone may be names, years or marks. */
function isColumnOfAmounts(cells: readonly TextCell[]): boolean {
  return cells.length >= FEWEST && cells.filter(({ text }) => /[.,$€£%]/.test(text)).length * 2 > cells.length;
}

function sumOver(sums: readonly SumRun[], { sheet, row, column }: TextCell): { readonly name: string; readonly cell: string } | undefined {
  for (const run of sums) {
    if (run.sheet !== sheet) continue;
    const at = rowOfSumOver(run, row, column);
    if (at !== undefined) return { name: run.name, cell: cellAddress(at, run.column) };
  }
  return undefined;
}
