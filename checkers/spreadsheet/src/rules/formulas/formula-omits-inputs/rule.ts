import { cellAddress, columnName, defineRule, rangeAddress, type Rule } from '@preflag/core';
import { formulaLines, LINES_LEFT } from '../../../facts/formula-lines.ts';
import { omittedInputs } from '../../../facts/omitted-inputs.ts';

/**
 * Compares the formulas of a column that compute with cells of their own row: those that leave out columns which the others use.
 * Does not catch: formulas with conditions, lookups, names or other rows and sheets, and columns in which no three formulas agree.
 * Known false alarms: rows to which a column does not apply. Where what is left out is blank, a text or 0, nothing is wrong yet, and the
 * finding is a hint.
 */
export const formulaOmitsInputs: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/formula-omits-inputs',
  title: 'A formula leaves out a column that the others of its column use',
  severity: 'important',
  certainty: 'likely',
  reads: 'workbook',
  facts: [formulaLines, omittedInputs],
  why: 'What stands in the column that is left out does not count in this row, though it does in the others.',
  advice: 'Use {{columns}} in {{cell}} as the other formulas do, or say beside it why it does not count there.',
  messages: {
    number:
      'The formula ={{formula}} in {{cell}} leaves out column {{columns}}, which holds a number in its row and which {{alike}} others of its column use, such as ={{like}} in {{neighbour}}',
    nothing: {
      text: 'The formula ={{formula}} in {{cell}} leaves out column {{columns}}, which {{alike}} others of its column use, such as ={{like}} in {{neighbour}}; there is no number in it yet',
      certainty: 'hint',
      severity: 'minor',
    },
  },
  *check({ model, facts, looked, notChecked }) {
    for (const sheet of model.sheets) if (sheet.formulaCount > 0) looked({ formulas: sheet.formulaCount });
    if (facts(formulaLines).some(({ isWhole }) => !isWhole)) notChecked('limit', LINES_LEFT);
    for (const { sheet, range, row, column, omitted, isNumber, like, likeCount } of facts(omittedInputs)) {
      const [cell, neighbour] = [cellAddress(row, column), cellAddress(like, column)];
      yield {
        messageId: isNumber ? 'number' : 'nothing',
        data: {
          cell,
          formula: sheet.formula(row, column) ?? '',
          columns: omitted.map(columnName).join(' and '),
          alike: likeCount,
          neighbour,
          like: sheet.formula(like, column) ?? '',
        },
        at: { kind: 'cell', sheet: sheet.name, range: rangeAddress(range) },
        related: [{ at: { kind: 'cell', sheet: sheet.name, range: neighbour }, label: `a formula that uses all of them, in ${neighbour}` }],
        group: `${sheet.name} ${columnName(column)}`,
      };
    }
  },
});
