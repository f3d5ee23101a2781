import { cellAddress, defineRule, type Rule } from '@preflag/core';
import { formulaSyntax } from '../../../facts/formula-syntax.ts';

/**
 * Looks at two signs between two operands: `A1--B1` adds what it seems to take away.
 * Does not catch: signs with a parenthesis between them.
 * Known false alarms: signs that are meant; `--` before an operand, which makes numbers of truth values, is left out.
 */
export const doubledOperator: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/doubled-operator',
  title: 'A formula has two signs in a row',
  severity: 'minor',
  certainty: 'likely',
  reads: 'workbook',
  facts: [formulaSyntax],
  why: 'One of the signs is mostly a slip of the keyboard, and two minus signs turn a subtraction into an addition.',
  advice: 'Keep the sign that is meant.',
  messages: {
    minus: { text: 'The formula ={{formula}} takes away a negative with {{signs}}, which adds', severity: 'important' },
    signs: { text: 'The formula ={{formula}} has two signs in a row, {{signs}}', certainty: 'hint' },
  },
  *check({ facts, looked }) {
    for (const { group, doubled } of facts(formulaSyntax)) {
      looked({ formulas: group.count });
      if (doubled === undefined) continue;
      const { sheet, row, column, formula } = group;
      yield {
        messageId: doubled === '--' ? 'minus' : 'signs',
        data: { formula, signs: doubled },
        at: { kind: 'cell', sheet: sheet.name, range: cellAddress(row, column) },
        group: `${sheet.name} ${doubled}`,
      };
    }
  },
});
