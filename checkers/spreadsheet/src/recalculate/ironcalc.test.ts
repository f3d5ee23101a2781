import { expect, it, describe } from 'vitest';
import type { CalculatedValue, Calculation } from './calculator.ts';
import { EXPECTED, INPUT_ROWS } from '../../tests/expected-values.ts';
import { formulaTokens } from './formula-tokens.ts';
import { FUNCTIONS } from './functions.ts';
import { ironCalc } from './ironcalc.ts';

const inputs: Calculation['inputs'] = INPUT_ROWS.flatMap((cells, row) =>
  cells.flatMap((value, column) => (value === null ? [] : [{ sheet: 0, row, column, value }])),
);
const rows = Object.values(EXPECTED).flat();

async function calculate(texts: readonly string[]): Promise<readonly (CalculatedValue | undefined)[]> {
  return ironCalc().calculate({
    sheets: ['S'],
    inputs,
    formulas: texts.map((text, index) => ({ sheet: 0, row: index, column: 25, text })),
  });
}

/** Numbers count as equal to 12 digits, so that each can be compared as a whole with what was expected. */
function rounded(value: CalculatedValue | undefined): CalculatedValue | undefined {
  if (typeof value !== 'number') return value;
  return Math.abs(value) < 1e-12 ? 0 : Number(value.toPrecision(11));
}

describe.each(Object.entries(EXPECTED))('%s', (_, cases) => {
  it.each(cases)('=%s gives %j', async (formula, value) => {
    expect((await calculate([formula])).map((one) => rounded(one))).toEqual([rounded(value)]);
  });
});

it('has at least one expected value for each function that is recalculated', () => {
  const tested = new Set(rows.flatMap(([formula]) => formulaTokens(formula).map((token) => (token.type === 'function' ? token.name : ''))));
  expect([...FUNCTIONS.keys()].filter((name) => !tested.has(name))).toEqual([]);
});

it('computes them together as it does one by one', async () => {
  const together = await calculate(rows.map(([formula]) => formula));
  expect(together.map((value) => rounded(value))).toEqual(rows.map(([, value]) => rounded(value)));
});

it.each<readonly [string, CalculatedValue]>([
  ['text that looks like a number', '007'],
  ['text that looks like a formula', '=1+1'],
  ["text that begins with '", "'x"],
  ['text of several lines', 'a\nb'],
  ['empty text', ''],
  ['a small number', -1.5e-7],
  ['a large number', 1.234_567_890_123_4e300],
  ['a truth value', false],
  ['an error', { error: '#DIV/0!' }],
])('hands %s through', async (_, value) => {
  const sheets = ["It's", 'Sheet1', 'Q 1-2'];
  expect(
    await ironCalc().calculate({
      sheets,
      inputs: [{ sheet: 2, row: 0, column: 0, value }],
      formulas: [{ sheet: 0, row: 4, column: 2, text: "IF(TRUE,'Q 1-2'!A1)" }],
    }),
  ).toEqual([value]);
});

it('says nothing of a result that fills several cells, and of what it cannot compute', async () => {
  expect(await calculate(['A1:A3*2', 'NOSUCHFUNCTION(1)', 'SUM(A1:A3 A2:A4)'])).toEqual([undefined, { error: '#NAME?' }, undefined]);
});

it('says nothing of numbers that the engine cannot write', async () => {
  expect(await calculate(['999999999999999*1', '1E15*1', '0*1'])).toEqual([undefined, 1e15, 0]);
});

it('is there again after a formula that makes the engine trap', async () => {
  expect(await calculate(['WORKDAY(100,1000000000)', '1+1'])).toEqual([undefined, undefined]);
  expect(await calculate(['1+1'])).toEqual([2]);
});
