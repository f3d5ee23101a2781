import { cellAddress, defineRule, type Rule } from '@preflag/core';
import { formulaSyntax } from '../../../facts/formula-syntax.ts';

/**
 * Looks at functions inside of functions, and at the length of formulas.
 * Does not catch: long chains of short formulas.
 * Known false alarms: formulas that nobody is to read; all of these findings are hints.
 */
export const longFormula: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/long-formula',
  title: 'A formula is too long to be followed',
  severity: 'minor',
  certainty: 'hint',
  reads: 'workbook',
  facts: [formulaSyntax],
  why: 'Nobody can check such a formula by reading it, and a change in one branch of it is easily made in the wrong place.',
  advice: 'Compute the steps in cells of their own, or look the cases up in a table.',
  messages: {
    nested: 'The formula in {{cell}}{{more}} has {{depth}} functions inside of each other',
    long: 'The formula in {{cell}}{{more}} is {{length}} characters long',
  },
  *check({ facts, looked }) {
    for (const { group, depth } of facts(formulaSyntax)) {
      const { sheet, row, column, count, formula } = group;
      looked({ formulas: count });
      if (depth < DEEPEST && formula.length < LONGEST) continue;
      const cell = cellAddress(row, column);
      yield {
        messageId: depth >= DEEPEST ? 'nested' : 'long',
        data: { cell, more: count > 1 ? `, as ${count} cells have it,` : '', depth, length: formula.length },
        at: { kind: 'cell', sheet: sheet.name, range: cell },
        group: sheet.name,
      };
    }
  },
});

/** Excel 2003 allowed seven levels, and few people follow more. */
const DEEPEST = 8;
const LONGEST = 500;
