import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LIMITS, parseRange } from '@preflag/core';
import { readWorkbook, type Workbook } from '@preflag/readers';
import { workbookOf, type SheetSpec } from '@preflag/testing';
import { expect, it } from 'vitest';
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

async function open(): Promise<Workbook> {
  const folder = await mkdtemp(join(tmpdir(), 'preflag-patterns-'));
  try {
    const path = join(folder, 'a.xlsx');
    await writeFile(path, await workbookOf({ S: ROWS }));
    const result = await readWorkbook({ file: 'a.xlsx', path }, { limits: DEFAULT_LIMITS });
    if (!result.ok) throw new Error(result.failure.text);
    return result.model;
  } finally {
    await rm(folder, { recursive: true });
  }
}

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
  expect(await valuesOfPatterns(await open(), [{ sheet: 0, ...place(cell), pattern: place(pattern) }], ironCalc())).toEqual([value]);
});

it('does not compute from cells that are computed too', async () => {
  const cells = [
    { sheet: 0, ...place('C2'), pattern: place('C1') },
    { sheet: 0, ...place('D2'), pattern: place('D1') },
  ];
  expect(await valuesOfPatterns(await open(), cells, ironCalc())).toEqual([10, undefined]);
});
