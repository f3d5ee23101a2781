import { runExample, workbookOf, type SheetSpec } from '@preflag/testing';
import { expect, it } from 'vitest';
import { formulaOmitsInputs } from '../rules/formulas/formula-omits-inputs/rule.ts';

/** Rows with one formula, of which each refers to a cell farther away than the one before. */
const ragged = (count: number): SheetSpec =>
  Array.from({ length: count }, (_, index) => [1, { formula: `A${index + 1}*$A$${index + 1}`, result: 1 }]);

it.each([
  [2_000, 'passed', undefined],
  [2_001, 'not-checked', 'limit'],
])('%i different formulas in a column: %s', async (count, outcome, code) => {
  const { checks } = await runExample([formulaOmitsInputs], { files: { 'a.xlsx': await workbookOf({ S: ragged(count) }) } });
  expect(checks).toMatchObject([{ outcome, ...(code && { reason: { code } }) }]);
});
