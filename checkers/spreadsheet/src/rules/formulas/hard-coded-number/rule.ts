import { cellAddress, defineRule, type Rule } from '@preflag/core';
import { formulaGroups, type FormulaGroup } from '../../../facts/formula-groups.ts';

/**
 * Looks at numbers with decimals by which formulas multiply or divide, and which stand in two or more different formulas.
 * Does not catch: whole numbers, numbers that are added, and a number that only one formula has.
 * Known false alarms: constants of nature and of units; such numbers are mostly meant, so that all of these findings are hints.
 */
export const hardCodedNumber: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/hard-coded-number',
  title: 'The same number is typed into several formulas',
  severity: 'minor',
  certainty: 'hint',
  reads: 'workbook',
  facts: [formulaGroups],
  why: 'When the rate changes, somebody must find every formula that holds it, and one that is missed computes with the old one.',
  advice: 'Put {{number}} into a cell of its own, name it, and let the formulas refer to it.',
  messages: { repeated: 'The number {{number}} is typed into {{formulas}} different formulas, such as ={{formula}}, in {{count}} cells' },
  *check({ facts, looked }) {
    const users = new Map<string, FormulaGroup[]>();
    for (const group of facts(formulaGroups)) {
      looked({ formulas: group.count });
      for (const number of factorsIn(group.code)) {
        const known = users.get(number);
        if (known) known.push(group);
        else users.set(number, [group]);
      }
    }
    for (const [found, groups] of users) {
      const [first] = groups;
      const count = groups.reduce((sum, group) => sum + group.count, 0);
      if (!first || groups.length < 2 || count < FEWEST) continue;
      yield {
        messageId: 'repeated',
        data: { number: found, formulas: groups.length, formula: first.formula, count },
        at: { kind: 'cell', sheet: first.sheet.name, range: cellAddress(first.row, first.column) },
        key: `number ${found}`,
      };
    }
  },
});

const FEWEST = 3;
const TRIVIAL: ReadonlySet<string> = new Set(['0.5', '0.25', '0.75', '1.5', '2.5', '0.1', '0.01', '0.001']);

/** Numbers with decimals beside `*` or `/`. */
function factorsIn(code: string): readonly string[] {
  if (!/[*/]/.test(code)) return [];
  const after = code.matchAll(/[*/]\s*\(?\s*(\d*\.\d+%?)(?![\w.])/g);
  const before = code.matchAll(/(?<![\w.$:!])(\d*\.\d+%?)\s*[*/]/g);
  const numbers = [...after, ...before].map(([, number = '']) => (number.startsWith('.') ? `0${number}` : number));
  return [...new Set(numbers.filter((number) => !TRIVIAL.has(number)))];
}
