import { cellAddress } from '@preflag/core';
import type { CellCursor, Workbook } from '@preflag/readers';
import type { SheetSpec } from '@preflag/testing';
import type { Workbook as WrittenWorkbook } from 'exceljs';
import { expect, it } from 'vitest';
import { openWorkbook } from '../../tests/open-workbook.ts';
import type { CellAt, Calculator } from './calculator.ts';
import { ironCalc } from './ironcalc.ts';
import { RECALCULATION_LIMITS, recalculateWorkbook, type RecalculationLimits } from './recalculate-workbook.ts';

type Sheets = Readonly<Record<string, SheetSpec>>;
const f = (formula: string): { readonly formula: string } => ({ formula });

async function placesOf(workbook: Workbook): Promise<CellAt[]> {
  const cells: CellAt[] = [];
  await workbook.scan([
    {
      item: 'cell',
      visit(item) {
        const { sheet, row, column, formulaId } = item as CellCursor;
        if (formulaId !== 0) cells.push({ sheet: workbook.sheets.indexOf(sheet), row, column });
      },
    },
  ]);
  return cells;
}

async function recalculated(
  sheets: Sheets,
  options: {
    readonly limits?: Partial<RecalculationLimits>;
    readonly calculator?: Calculator;
    readonly edit?: (workbook: WrittenWorkbook) => void;
  } = {},
): Promise<Record<string, unknown> | undefined> {
  const workbook = await openWorkbook(sheets, options.edit);
  const limits = { ms: 60_000, ...RECALCULATION_LIMITS, ...options.limits };
  const result = await recalculateWorkbook(workbook, await placesOf(workbook), options.calculator ?? ironCalc(), limits);
  if (!result) return undefined;
  return Object.fromEntries(
    result.outcomes.map((outcome, id) => {
      const { sheet, row, column } = result.graph.nodes[id]!;
      const name = workbook.sheets.length > 1 ? `${workbook.sheets[sheet]!.name}!` : '';
      return [name + cellAddress(row, column), outcome.kind === 'value' ? outcome.value : outcome.reason];
    }),
  );
}

it('computes what formulas depend on first, over sheets', async () => {
  expect(
    await recalculated({
      S: [[f('B1*2'), f("'T t'!A2+1"), f('SUM(A1:B1)')]],
      'T t': [[5], [f('SUM(A1:A1)')]],
    }),
  ).toEqual({ 'S!A1': 12, 'S!B1': 6, 'S!C1': 18, 'T t!A2': 5 });
});

it('does not compute what depends on a formula without value, and says why', async () => {
  expect(
    await recalculated({
      S: [
        [f('TODAY()'), f('A1+1'), f('SUM(A1:B1)'), f('1+1'), f('D1*2')],
        [f('A2'), f('A2+1'), f('NOSUCH(1)')],
      ],
    }),
  ).toEqual({ A1: 'volatile', B1: 'inputs', C1: 'inputs', D1: 2, E1: 4, A2: 'circular', B2: 'inputs', C2: 'unknown-function' });
});

it('knows names of ranges and constants, those of the sheet first', async () => {
  const edit = (workbook: WrittenWorkbook): void => {
    workbook.definedNames.add("'S'!$A$1:$A$2", 'Both');
    workbook.definedNames.add("'S'!$A$2", 'Second');
  };
  expect(
    await recalculated(
      {
        S: [
          [3, f('SUM(Both)')],
          [4, f('Second*2')],
          [null, f('Third*2')],
        ],
      },
      { edit },
    ),
  ).toEqual({ B1: 7, B2: 8, B3: 'name' });
});

it('knows tables by their columns, and the row of a table in its rows only', async () => {
  const edit = (workbook: WrittenWorkbook): void => {
    workbook.getWorksheet('S')!.addTable({
      name: 'Sales',
      ref: 'A1',
      columns: [{ name: 'Price' }, { name: 'Units' }],
      rows: [
        [2, 3],
        [4, 5],
      ],
    });
  };
  const net = f('Sales[[#This Row],[Price]]*Sales[[#This Row],[Units]]');
  expect(
    await recalculated(
      {
        S: [
          [null, null, 'Net'],
          [null, null, net],
          [null, null, net],
          [null, null, net, f('SUM(Sales[Units])+SUMSQ(Sales[Units])')],
        ],
      },
      { edit },
    ),
  ).toEqual({ C2: 6, C3: 20, C4: 'reference', D4: 42 });
});

it('keeps to days that the engine counts as spreadsheets do', async () => {
  expect(await recalculated({ S: [[45_322, f('DAY(A1)'), f('MONTH(A2)')], [null, f('YEAR(A3)')], [18], [f('DAY(B1)')]] })).toEqual({
    B1: 31,
    C1: 'engine-differs',
    B2: 'engine-differs',
    A4: 'engine-differs',
  });
});

it('computes a chain that is deeper than the stack of the engine', async () => {
  const rows = Array.from({ length: 2000 }, (_, index): SheetSpec[number] => [f(`IF(A${index + 2}>=0,ROUND(SUM(A${index + 2},1),2),0)`)]);
  const values = await recalculated({ S: [...rows, [0]] });
  expect([values?.['A1'], values?.['A1000'], values?.['A2000']]).toEqual([2000, 1001, 1]);
});

it('computes in as many batches as the limits ask for', async () => {
  const rows = Array.from({ length: 60 }, (_, index): SheetSpec[number] => [index, f(`SUMSQ(A$1:A${index + 1})`)]);
  const whole = await recalculated({ S: rows });
  expect(whole?.['B60']).toBe(70_210);
  expect(await recalculated({ S: rows }, { limits: { inputs: 70, reads: 100 } })).toEqual(whole);
});

it('gives the engine what is not simple, and goes on with what it gave', async () => {
  expect(await recalculated({ S: [[16, f('SQRT(A1)'), f('B1*2'), f('SQRT(C1+B1+4)'), f('SUM(B1:D1)')]] })).toEqual({
    B1: 4,
    C1: 8,
    D1: 4,
    E1: 16,
  });
});

it('draws running totals over formulas with a line from each to the next', async () => {
  const rows = Array.from({ length: 500 }, (_, index): SheetSpec[number] => [index, f(`A${index + 1}*2`), f(`SUM(B$1:B${index + 1})`)]);
  const values = await recalculated({ S: rows }, { limits: { edges: 4000 } });
  expect([values?.['C1'], values?.['C250'], values?.['C500']]).toEqual([0, 62_250, 249_500]);
});

it('leaves out what is beyond the limits', async () => {
  const sheets: Sheets = {
    S: [
      [1, f('MEDIAN(A1:A3)')],
      [2, f('A1+1')],
      [3, f('B1+1')],
    ],
  };
  expect(await recalculated(sheets, { limits: { inputs: 2 } })).toEqual({ B1: 'limit', B2: 2, B3: 'inputs' });
  expect(await recalculated(sheets, { limits: { inputs: 2, reads: 2 } })).toEqual({ B1: 'limit', B2: 2, B3: 'inputs' });
  expect(await recalculated(sheets, { limits: { ms: -1 } })).toEqual({ B1: 'limit', B2: 'limit', B3: 'inputs' });
  expect(await recalculated(sheets, { limits: { edges: 2 } })).toBeUndefined();
});

it('says so when the engine gives nothing', async () => {
  const calculator: Calculator = { calculate: ({ formulas }) => Promise.resolve(formulas.map(() => undefined)) };
  expect(await recalculated({ S: [[1, f('SQRT(A1)'), f('B1+1')]] }, { calculator })).toEqual({ B1: 'engine', C1: 'inputs' });
});
