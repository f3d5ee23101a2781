import { cellAddress, defineRule, type Rule } from '@preflag/core';
import { formulaBreaks } from '../../../facts/formula-breaks.ts';

export const inconsistentFormula: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/inconsistent-formula',
  title: 'A cell breaks the pattern of the formulas around it',
  severity: 'important',
  certainty: 'likely',
  reads: 'workbook',
  facts: [formulaBreaks],
  why: 'One cell of a row or column computes something else than the others, so that its result, and every total over it, may be wrong.',
  advice: 'Fill the pattern into {{cell}} too, or say beside it why it differs.',
  messages: {
    formula: 'The formula ={{found}} in {{cell}} differs from the {{alike}} beside it in its {{along}}, such as ={{expected}} in {{neighbour}}',
    value: 'The number {{found}} in {{cell}} stands among {{alike}} formulas of its {{along}}, such as ={{expected}} in {{neighbour}}',
  },
  *check({ model, facts, looked }) {
    for (const sheet of model.sheets) if (sheet.formulaCount > 0) looked({ formulas: sheet.formulaCount });
    for (const { sheet, row, column, along, what, alike, neighbour } of facts(formulaBreaks)) {
      yield {
        messageId: what,
        data: {
          cell: cellAddress(row, column),
          found: sheet.formula(row, column) ?? sheet.text(row, column),
          expected: sheet.formula(neighbour.row, neighbour.column) ?? '',
          neighbour: cellAddress(neighbour.row, neighbour.column),
          alike,
          along,
        },
        at: { kind: 'cell', sheet: sheet.name, range: cellAddress(row, column) },
      };
    }
  },
});
