import { cellAddress, defineRule, rangeAddress, type CellRange, type FactReader, type Rule } from '@preflag/core';
import type { Sheet } from '@preflag/readers';
import { formStrays } from '../../../facts/form-strays.ts';
import { formulaBreaks } from '../../../facts/formula-breaks.ts';
import { formulaLines, LINES_LEFT } from '../../../facts/formula-lines.ts';
import { omittedInputs } from '../../../facts/omitted-inputs.ts';
import { totalRows } from '../../../facts/total-rows.ts';
import { typedStretches } from '../../../facts/typed-stretches.ts';

/**
 * Compares formulas in R1C1 terms with those beside them in their row and column, and with those of the same form elsewhere in it.
 * Does not catch: a formula that is wrong throughout its row, breaks in runs of fewer than four, and what differs only in a constant. What
 * `totals-differ-in-extent`, `typed-among-formulas` and `formula-omits-inputs` say of a cell is left to them.
 * Known false alarms: a period or group that is computed in another way on purpose. Numbers among formulas are often meant, and only hints,
 * as are formulas that stand apart from those they are compared with.
 */
export const inconsistentFormula: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/inconsistent-formula',
  title: 'A cell breaks the pattern of the formulas around it',
  severity: 'important',
  certainty: 'likely',
  reads: 'workbook',
  facts: [formulaLines, formulaBreaks, formStrays, totalRows, typedStretches, omittedInputs],
  why: 'One cell of a row or column computes something else than the others, so that its result, and every total over it, may be wrong.',
  advice: 'Fill the pattern into {{cell}} too, or say beside it why it differs.',
  messages: {
    formula:
      'The formula ={{formula}} in {{cell}} differs from the {{alike}} beside it in its {{along}}, such as ={{like}} in {{neighbour}}',
    several:
      'The formulas in {{cells}} do not follow one pattern: ={{formula}} in {{cell}}, but ={{like}} in {{neighbour}} and {{others}} more of its {{along}}',
    stray: {
      text: 'The formula ={{formula}} in {{cell}} refers to other cells than the {{alike}} formulas of its kind in its {{along}} do, such as ={{like}} in {{neighbour}}',
      certainty: 'hint',
    },
    value: {
      text: 'The number {{found}} in {{cell}} stands among {{alike}} formulas of its {{along}}, such as ={{like}} in {{neighbour}}',
      certainty: 'hint',
      severity: 'minor',
      advice: 'Let a formula compute {{cell}} as it does the cells beside it, or say why the number is typed in.',
    },
  },
  *check({ model, facts, looked, notChecked }) {
    for (const sheet of model.sheets) if (sheet.formulaCount > 0) looked({ formulas: sheet.formulaCount });
    if (facts(formulaLines).some(({ isWhole }) => !isWhole)) notChecked('limit', LINES_LEFT);
    const seen = cellsOfOtherRules(facts);
    const breaks = facts(formulaBreaks).map((one) => ({ ...one, messageId: isSingle(one.range) ? one.what : 'several' }));
    const strays = facts(formStrays).map((one) => ({ ...one, range: singleCell(one), messageId: 'stray' }));
    for (const { sheet, row, column, along, messageId, range, alike, neighbour } of [...breaks, ...strays]) {
      const key = keyOf(sheet, row, column);
      if (seen.has(key)) continue;
      seen.add(key);
      const beside = { kind: 'cell', sheet: sheet.name, range: cellAddress(neighbour.row, neighbour.column) } as const;
      yield {
        messageId,
        data: {
          cell: cellAddress(row, column),
          cells: rangeAddress(range),
          ...(messageId !== 'value' ? { formula: sheet.formula(row, column) ?? '' } : { found: sheet.text(row, column) }),
          like: sheet.formula(neighbour.row, neighbour.column) ?? '',
          neighbour: cellAddress(neighbour.row, neighbour.column),
          alike,
          others: alike - 1,
          along,
        },
        at: { kind: 'cell', sheet: sheet.name, range: rangeAddress(range) },
        related: [{ at: beside, label: `the formula that it is compared with, in ${cellAddress(neighbour.row, neighbour.column)}` }],
        group: `${sheet.name} ${along} ${along === 'row' ? row : column}`,
      };
    }
  },
});

function singleCell({ row, column }: { readonly row: number; readonly column: number }): CellRange {
  return { top: row, bottom: row, left: column, right: column };
}

function isSingle({ top, bottom, left, right }: CellRange): boolean {
  return top === bottom && left === right;
}

/** Cells of which another rule says more exactly what is wrong. */
function cellsOfOtherRules(facts: FactReader): Set<string> {
  const ranges = [
    ...facts(totalRows).map(({ sheet, row, left, right }) => ({ sheet, range: { top: row, bottom: row, left, right } })),
    ...facts(typedStretches),
    ...facts(omittedInputs),
  ];
  const cells = new Set<string>();
  for (const { sheet, range } of ranges)
    for (let row = range.top; row <= range.bottom; row += 1)
      for (let column = range.left; column <= range.right; column += 1) cells.add(keyOf(sheet, row, column));
  return cells;
}

function keyOf(sheet: Sheet, row: number, column: number): string {
  return `${sheet.name} ${row} ${column}`;
}
