import { cellAddress, defineRule, type Rule } from '@preflag/core';
import { formulaSyntax } from '../../../facts/formula-syntax.ts';

/**
 * Looks at what no formula of the file format can hold (ECMA-376-1, 18.17): other separators than commas, operators of programming
 * languages, typographic marks, and parentheses that do not match.
 * Does not catch: functions with too few or too many arguments, and operands with nothing between them.
 * Known false alarms: none.
 */
export const malformedFormula: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/malformed-formula',
  title: 'A formula is written in a way that cannot be calculated',
  severity: 'critical',
  certainty: 'certain',
  reads: 'workbook',
  facts: [formulaSyntax],
  why: 'Excel says that the file is damaged, and takes the formula out when it repairs the file.',
  advice: 'Write the formula as the file format asks for, with English function names and commas, whatever the language of the program.',
  messages: {
    separator: 'The formula ={{formula}} parts its arguments by semicolons, where the file format has commas',
    operator: "The formula ={{formula}} holds '{{mark}}', which is no operator there",
    character: "The formula ={{formula}} holds '{{mark}}', which is no mark of a formula",
    unclosed: 'The formula ={{formula}} opens a parenthesis that is never closed',
    unopened: 'The formula ={{formula}} closes a parenthesis that was never opened',
    unfinished: "The formula ={{formula}} ends with '{{mark}}', and nothing follows",
  },
  *check({ facts, looked }) {
    for (const { group, fault } of facts(formulaSyntax)) {
      looked({ formulas: group.count });
      if (!fault) continue;
      const { sheet, row, column, formula } = group;
      yield {
        messageId: fault.kind,
        data: { formula, mark: fault.found },
        at: { kind: 'cell', sheet: sheet.name, range: cellAddress(row, column) },
        group: `${sheet.name} ${fault.kind} ${fault.found}`,
      };
    }
  },
});
