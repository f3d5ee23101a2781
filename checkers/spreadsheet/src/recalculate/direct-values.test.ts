import { describe, expect, it } from 'vitest';
import { EXPECTED, INPUT_ROWS } from '../../tests/expected-values.ts';
import type { CalculatedValue, Calculation, CellAt } from './calculator.ts';
import { DirectValues } from './direct-values.ts';
import { ironCalc } from './ironcalc.ts';
import { parseFormula } from './parse-formula.ts';
import { isSameValue } from './same-value.ts';
import { readSimpleFormula } from './simple-formula.ts';

type Rows = readonly (readonly (CalculatedValue | null)[])[];
const AT: CellAt = { sheet: 0, row: 0, column: 25 };

function directly(rows: Rows): {
  readonly valueOf: (formula: string, cell?: CellAt) => CalculatedValue | undefined;
  readonly looked: () => number;
} {
  let looked = 0;
  const values = new DirectValues(
    {
      sheet: (name) => (name === 'S' ? 0 : undefined),
      cut: (range) => ({ ...range, bottom: Math.min(range.bottom, rows.length - 1) }),
    },
    ({ row, column }) => {
      looked += 1;
      return rows[row]?.[column] ?? null;
    },
  );
  return {
    valueOf: (formula, cell = AT) => {
      const expression = readSimpleFormula(formula);
      return expression && values.valueOf(expression, cell, AT);
    },
    looked: () => looked,
  };
}

describe('gives what is expected of the engine, or nothing', () => {
  const { valueOf } = directly(INPUT_ROWS);
  const known = Object.values(EXPECTED)
    .flat()
    .filter(([formula]) => valueOf(formula) !== undefined);

  it('works out some of the table', () => expect(known.length).toBeGreaterThan(30));

  it.each(known)('=%s gives %j', (formula, expected) => {
    expect(isSameValue(expected, valueOf(formula)!, 'General')).toBe(true);
  });
});

it('agrees with the engine over cells of all kinds', async () => {
  const kinds: readonly (CalculatedValue | null)[] = [
    null,
    4,
    1,
    -2.5,
    0.1,
    0.3,
    1e-13,
    1e12,
    2.675,
    '',
    'a',
    'A',
    'b c',
    '5',
    '*',
    'é',
    true,
    false,
    { error: '#N/A' },
  ];
  const rows: Rows = kinds.map((value, row) => [value, kinds[(row * 7 + 3) % kinds.length]!, row % 3, ['x', 'Y', 'y', 'z'][row % 4]!]);
  const forms = [
    'A1+B1',
    'A1-B1',
    'A1*B1',
    'A1/B1',
    '-A1',
    'A1&B1',
    'A1=B1',
    'A1<>B1',
    'A1<B1',
    'A1>=B1',
    'A1-B1*2+C1/4',
    '(A1+B1)*-C1',
    'A1-0.1-0.2=0',
    'SUM(A1:B1)',
    'SUM(A$1:A1)',
    'AVERAGE(A$1:B1)',
    'MIN(A1:C1,7)',
    'MAX(A1,B1)',
    'COUNT(A$1:C1)',
    'SUM(A1)',
    'SUM(A1*1,B1)',
    'IF(A1>B1,A1,B1)',
    'IF(A1="","none",A1*2)',
    'IF(A1,"yes")',
    'IF(AND(C1>0,C1<2),A1,"no")',
    'IF(OR(C1=0,A1=1),1,2)',
    'IFERROR(A1/C1,"-")',
    'IFERROR(VLOOKUP(C1+1,A$1:C$9,2,FALSE),0)',
    'ABS(A1)',
    'ROUND(A1,2)',
    'ROUND(A1*1.37,0)',
    'ROUND(A1,-1)',
    'VLOOKUP(A1,B$1:D$19,3,FALSE)',
    'VLOOKUP(A1,B$1:D$19,2,0)',
    'MATCH(A1,B$1:B$19,0)',
    'MATCH(D1,D$1:D$19,0)',
    'INDEX(D$1:D$19,C1+1)',
    'INDEX(A$1:D$19,3,C1)',
    'INDEX(B$1:B$19,MATCH(A1,A$1:A$19,0))',
    'COUNTIF(C$1:C$19,C1)',
    'COUNTIF(D$1:D1,D1)',
    'COUNTIF(A$1:A$19,A1)',
    'SUMIF(D$1:D$19,D1,C$1:C$19)',
    'SUMIF(D$1:D$19,"y",C$1:C$19)',
    'SUMIF(C$1:C$19,C1)',
    'SUMIF(D$1:D$19,D1,A$1:A$19)',
    'SUMIFS(C$1:C$19,D$1:D$19,D1,C$1:C$19,C1)',
    'COUNTIFS(D$1:D$19,"x",C$1:C$19,1)',
  ];
  const { valueOf } = directly(rows);
  const formulas: Calculation['formulas'] = forms
    .filter((form) => !parseFormula(form).obstacle)
    .flatMap((form, index) =>
      rows.map((_, row) => ({ sheet: 0, row, column: 30 + index, text: form.replaceAll(/(?<![$\d])([A-D])1\b/g, `$1${row + 1}`) })),
    );
  const inputs = rows.flatMap((cells, row) => cells.flatMap((value, column) => (value === null ? [] : [{ sheet: 0, row, column, value }])));
  const engine = await ironCalc().calculate({ sheets: ['S'], inputs, formulas });
  const found = formulas.map(({ text }) => valueOf(text));
  const differing = formulas.flatMap(({ text }, index) => {
    const [own, theirs] = [found[index], engine[index]];
    return own === undefined || (theirs !== undefined && isSameValue(theirs, own, 'General')) ? [] : [[text, own, theirs]];
  });
  expect(differing).toEqual([]);
  expect(found.filter((value) => value !== undefined).length).toBeGreaterThan(formulas.length / 3);
});

it('takes no blank cell for the 0 that is looked for, as the engine does', () => {
  expect(
    directly([
      [null, 'blank'],
      [0, 'zero'],
    ]).valueOf('VLOOKUP(0,A1:B2,2,FALSE)'),
  ).toBe('zero');
});

it.each(['2^3', 'A1%', 'SUM({1,2})', 'IF(A1,,2)', 'SUM(A1:A2 A2:A3)', 'UPPER(A1)', 'VLOOKUP(1,A1:B9,2)', 'MATCH(1,A1:A9)', 'S', ''])(
  'leaves =%s to the engine',
  (formula) => {
    expect(directly([[1], [2]]).valueOf(formula)).toBeUndefined();
  },
);

it.each([
  ['running totals', (row: number) => `SUM(A$1:A${row})`, 1],
  ['running counts', (row: number) => `COUNTIF(A$1:A${row},7)`, 1],
  ['shares of one total', () => 'SUM(A$1:A$2000)', 1],
  ['lookups into one table', (row: number) => `VLOOKUP(${row},A$1:B$2000,2,FALSE)`, 2],
  ['sums by a criterion', (row: number) => `SUMIF(A$1:A$2000,${row},B$1:B$2000)`, 2],
] as const)('looks at each cell of %s once', (_, formula, columns) => {
  const { valueOf, looked } = directly(Array.from({ length: 2000 }, (__, row) => [row, 1]));
  for (let row = 1; row <= 2000; row += 1) valueOf(formula(row));
  expect(looked()).toBeLessThanOrEqual(2000 * columns);
});
