import { cellAddress, defineRule, type Rule } from '@preflag/core';
import { formulaSyntax, type FormulaSyntax } from '../../../facts/formula-syntax.ts';

/**
 * Looks at functions whose result depends on the moment, on chance, or on references that are put together as text.
 * Does not catch: such functions in names, conditional formats and validations.
 * Known false alarms: simulations, and ages or due dates that are to follow the calendar; only chance is likely to be unwanted.
 */
export const volatileFunction: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/volatile-function',
  title: 'Results change without a change of their inputs',
  severity: 'minor',
  certainty: 'likely',
  reads: 'workbook',
  facts: [formulaSyntax],
  why: 'The client does not see the figures that were checked, and nobody can say later which ones were delivered.',
  advice: 'Replace the function by the value that is meant, in a cell of its own.',
  messages: {
    chance: {
      text: '{{name}} draws new numbers whenever the workbook is calculated, as in ={{formula}}{{more}}',
      severity: 'important',
    },
    moment: {
      text: '{{name}} makes results follow the calendar of the reader, as in ={{formula}}{{more}}',
      certainty: 'hint',
    },
    reference: {
      text: '{{name}} computes what it refers to, as in ={{formula}}{{more}}',
      certainty: 'hint',
      advice: 'Refer to the cells themselves, or use INDEX, which programs can trace and need not calculate at every change.',
    },
  },
  *check({ facts, looked }) {
    const users = new Map<string, { readonly first: FormulaSyntax; count: number }>();
    for (const syntax of facts(formulaSyntax)) {
      looked({ formulas: syntax.group.count });
      for (const written of syntax.functions) {
        const name = written.toUpperCase().replace(/^_XLFN\./, '');
        if (!KINDS.has(name)) continue;
        const known = users.get(name);
        if (known) known.count += syntax.group.count;
        else users.set(name, { first: syntax, count: syntax.group.count });
      }
    }
    for (const [name, { first, count }] of users) {
      const { sheet, row, column, formula } = first.group;
      yield {
        messageId: KINDS.get(name) ?? 'reference',
        data: { name, formula, more: moreCells(count - 1) },
        at: { kind: 'cell', sheet: sheet.name, range: cellAddress(row, column) },
        key: `function ${name}`,
      };
    }
  },
});

const KINDS: ReadonlyMap<string, 'chance' | 'moment' | 'reference'> = new Map([
  ['RAND', 'chance'],
  ['RANDBETWEEN', 'chance'],
  ['RANDARRAY', 'chance'],
  ['NOW', 'moment'],
  ['TODAY', 'moment'],
  ['OFFSET', 'reference'],
  ['INDIRECT', 'reference'],
]);

function moreCells(count: number): string {
  return count === 0 ? '' : count === 1 ? ' and one more cell' : ` and ${count} more cells`;
}
