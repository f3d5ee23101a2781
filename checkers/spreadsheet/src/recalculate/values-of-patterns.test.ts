import { parseRange } from '@preflag/core';
import type { SheetSpec } from '@preflag/testing';
import { expect, it } from 'vitest';
import { openWorkbook } from '../../tests/open-workbook.ts';
import { ironCalc } from './ironcalc.ts';
import { valuesOfPatterns } from './values-of-patterns.ts';

const ROWS: SheetSpec = [
  [
    1,
    4,
    { formula: 'A1*B1', result: 4 },
    { formula: 'SUM(A1:C1)', result: 9 },
    { formula: 'B1/A1', result: 4 },
    { formula: 'NOW()+A1', result: 1 },
  ],
  [2, 5, 11, 17, 3, 1],
  [0, 6, 0, 6, 0, 1],
];

function place(address: string): { readonly row: number; readonly column: number } {
  const range = parseRange(address);
  return { row: range?.top ?? -1, column: range?.left ?? -1 };
}

it.each([
  ['C2', 'C1', 10],
  ['C3', 'C1', 0],
  ['D2', 'D1', 18],
  ['E2', 'E1', 2.5],
  ['E3', 'E1', { error: '#DIV/0!' }],
  ['A1', 'C1', undefined],
  ['F2', 'F1', undefined],
  ['C2', 'A1', undefined],
])('%s as %s computes it is %j', async (cell, pattern, value) => {
  expect(
    await valuesOfPatterns(await openWorkbook({ S: ROWS }), [{ sheet: 0, ...place(cell), pattern: place(pattern) }], ironCalc()),
  ).toEqual([value]);
});

it('does not compute from cells that are computed too', async () => {
  const cells = [
    { sheet: 0, ...place('C2'), pattern: place('C1') },
    { sheet: 0, ...place('D2'), pattern: place('D1') },
  ];
  expect(await valuesOfPatterns(await openWorkbook({ S: ROWS }), cells, ironCalc())).toEqual([10, undefined]);
});
