import { cellAddress, defineRule, type Rule } from '@preflag/core';
import type { Workbook } from '@preflag/readers';
import { formulaGroups, type FormulaGroup } from '../../../facts/formula-groups.ts';
import { rowOfSumOver, sumRanges, type SumRun } from '../../../facts/sum-ranges.ts';
import { formulaTokens, type Token } from '../../../recalculate/formula-tokens.ts';

/**
 * Looks at numbers in quotes: those that formulas compare with a cell that holds a number, and those that they return to a sum.
 * Looks at the first cell of each different formula.
 * Does not catch: comparisons with names and with results of functions, and criteria of functions such as COUNTIF, which take both.
 * Known false alarms: none for what the file holds; a cell that is compared may be meant to hold text later.
 */
export const numberInQuotes: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/number-in-quotes',
  title: 'A formula holds a number in quotes, which is a text',
  severity: 'important',
  certainty: 'likely',
  reads: 'workbook',
  facts: [formulaGroups, sumRanges],
  why: 'A text never equals a number and is always greater than one, and sums leave it out, without any error.',
  advice: 'Take the quotes away from {{typed}}.',
  messages: {
    compared: 'The formula ={{formula}} compares {{cell}}, which holds a number, with the text {{typed}}: the two are never equal',
    summed: 'The formula ={{formula}} gives the text {{typed}}, and the {{name}} in {{sum}} leaves it out',
  },
  *check({ model, facts, looked }) {
    const sums = facts(sumRanges);
    for (const group of facts(formulaGroups)) {
      looked({ formulas: group.count });
      if (!QUOTED.test(group.formula)) continue;
      const { sheet, row, column, formula } = group;
      const at = { kind: 'cell', sheet: sheet.name, range: cellAddress(row, column) } as const;
      const tokens = formulaTokens(formula).filter(({ type }) => type !== 'blank');
      const compared = comparedIn(tokens, group, model);
      if (compared) yield { messageId: 'compared', data: { formula, ...compared }, at, group: `${sheet.name} compared` };
      const text = sheet.kind(row, column) === 'string' ? sheet.text(row, column) : '';
      if (!NUMBER.test(text) || !tokens.some((token) => token.text === `"${text}"`)) continue;
      const sum = sumOver(sums, group);
      if (sum) yield { messageId: 'summed', data: { formula, typed: `"${text}"`, ...sum }, at, group: `${sheet.name} summed` };
    }
  },
});

const QUOTED = /"\s*-?\d[\d.,]*%?\s*"/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const COMPARISONS: ReadonlySet<string> = new Set(['=', '<>', '<', '>', '<=', '>=']);

/** A cell with a number on one side of a comparison, and a number in quotes on the other, both alone. */
function comparedIn(
  tokens: readonly Token[],
  { sheet }: FormulaGroup,
  model: Workbook,
): { readonly cell: string; readonly typed: string } | undefined {
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'operator' || !COMPARISONS.has(token.text)) continue;
    if (!isEnd(tokens[index - 2], 'before') || !isEnd(tokens[index + 2], 'behind')) continue;
    for (const [one, other] of [
      [tokens[index - 1], tokens[index + 1]],
      [tokens[index + 1], tokens[index - 1]],
    ]) {
      if (one?.type !== 'reference' || other?.type !== 'string' || !NUMBER.test(other.text.slice(1, -1))) continue;
      const { from, to } = one.corners;
      const target = one.sheet === undefined ? sheet : model.sheet(one.sheet);
      if (from.row === to.row && from.column === to.column && target?.kind(from.row, from.column) === 'number')
        return { cell: one.text, typed: other.text };
    }
  }
  return undefined;
}

/** Nothing else belongs to the operand: `A1&B1="5"` compares a text. */
function isEnd(token: Token | undefined, side: 'before' | 'behind'): boolean {
  if (token === undefined || token.type === 'comma') return true;
  return side === 'before' ? token.type === 'function' || token.type === 'open' : token.type === 'close';
}

function sumOver(
  sums: readonly SumRun[],
  { sheet, row, column }: FormulaGroup,
): { readonly name: string; readonly sum: string } | undefined {
  for (const run of sums) {
    const at = run.sheet === sheet ? rowOfSumOver(run, row, column) : undefined;
    if (at !== undefined) return { name: run.name, sum: cellAddress(at, run.column) };
  }
  return undefined;
}
