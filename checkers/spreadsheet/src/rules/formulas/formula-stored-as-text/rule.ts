import { cellAddress, defineRule, type Rule } from '@preflag/core';
import { textCells, type TextCell } from '../../../facts/text-cells.ts';
import { FORMULA_LIKE } from '../../../text-traits.ts';

/**
 * Does not catch: formulas without their `=`, and those in the words of another language.
 * Known false alarms: sheets that explain formulas; a text whose references are neither in its own row nor column is only a hint.
 */
export const formulaStoredAsText: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/formula-stored-as-text',
  title: 'A formula is stored as text',
  severity: 'critical',
  certainty: 'likely',
  reads: 'workbook',
  facts: [textCells],
  why: 'The cell shows the words of the formula and never a result, and sums over it leave it out.',
  advice: 'Write {{found}} as a formula, and not as text.',
  messages: {
    formula: 'The formula {{found}} is stored as text and computes nothing',
    shown: {
      text: 'The text {{found}} looks like a formula that is stored as text',
      severity: 'minor',
      certainty: 'hint',
      advice: 'Write it as a formula if it should compute something; leave it if it explains one.',
    },
  },
  *check({ facts, looked }) {
    const { cells, count } = facts(textCells);
    looked({ cells: count });
    for (const cell of cells) {
      if ((cell.traits & FORMULA_LIKE) === 0) continue;
      const { sheet, row, column, text } = cell;
      yield {
        messageId: refersBeside(cell) ? 'formula' : 'shown',
        data: { found: text },
        at: { kind: 'cell', sheet: sheet.name, range: cellAddress(row, column) },
        group: `${sheet.name} ${column}`,
      };
    }
  },
});

/** True when a reference is in the cell's own row or column, as it is in formulas that are meant for the cell. */
function refersBeside({ row, column, text }: TextCell): boolean {
  const own = cellAddress(row, column);
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(own) ?? [];
  return [...text.matchAll(/\$?\b([A-Z]{1,3})\$?(\d{1,7})\b/gi)].some(
    ([, name = '', number]) => `${name.toUpperCase()}${number}` !== own && (number === digits || name.toUpperCase() === letters),
  );
}
