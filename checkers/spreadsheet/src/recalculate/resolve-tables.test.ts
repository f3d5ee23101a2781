import type { Workbook } from '@preflag/readers';
import { beforeAll, expect, it } from 'vitest';
import { openWorkbook } from '../../tests/open-workbook.ts';
import { resolveTables } from './resolve-tables.ts';

let workbook: Workbook;

beforeAll(async () => {
  workbook = await openWorkbook({ "Q1 '26": [], Other: [[1]] }, (written) => {
    written.getWorksheet("Q1 '26")!.addTable({
      name: 'Sales',
      ref: 'B3',
      totalsRow: true,
      columns: [{ name: 'Item' }, { name: 'Unit Price' }, { name: "Net ['EUR']" }, { name: 'Units' }],
      rows: [
        ['a', 2, 3, 4],
        ['b', 5, 6, 7],
      ],
    });
    written.getWorksheet('Other')!.addTable({ name: 'Plain', ref: 'C1', columns: [{ name: 'x' }], rows: [[1], [2]] });
  });
});

it.each([
  ['SUM(Sales[Units])', 'SUM($E$4:$E$5)'],
  ['SUM(sales[UNITS])*2', 'SUM($E$4:$E$5)*2'],
  ['SUM(Sales[[Unit Price]:[Units]])', 'SUM($C$4:$E$5)'],
  ["SUM(Sales[Net '[''EUR''']])", 'SUM($D$4:$D$5)'],
  ['ROWS(Sales[])', 'ROWS($B$4:$E$5)'],
  ['COUNTA(Sales[#Headers])', 'COUNTA($B$3:$E$3)'],
  ['Sales[[#Totals],[Units]]', '$E$6:$E$6'],
  ['COUNTA(Sales[[#All],[Item]])', 'COUNTA($B$3:$B$6)'],
  ['Sales[[#This Row],[Unit Price]]*Sales[[#This Row],[Units]]', '$C5*$E5'],
  ['Sales[@[Unit Price]]*Sales[@Units]', '$C5*$E5'],
  ['SUM(Sales[[#This Row],[Unit Price]:[Units]])', 'SUM($C5:$E5)'],
  ['SUM(Sales[@])', 'SUM($B5:$E5)'],
  ['SUM(Plain[x])', "SUM('Other'!$C$2:$C$3)"],
  ['"Sales[Units]"', '"Sales[Units]"'],
])('writes =%s as =%s', (formula, resolved) => {
  expect(resolveTables(formula, { sheet: 0, row: 4, column: 5 }, workbook).text).toBe(resolved);
});

it.each([
  'SUM(Sold[Units])',
  'SUM(Sales[Unit])',
  'SUM(Sales[[#Headers],[#Data],[Units]])',
  'SUM([Units])',
  'SUM(Plain[#Totals])',
  'Plain[@x]',
  '[1]Other!A1',
  'SUM(Sales[[Item],[Units]])',
])('leaves =%s', (formula) => {
  expect(resolveTables(formula, { sheet: 0, row: 4, column: 5 }, workbook)).toEqual({ text: formula });
});

it('tells where the row of a table means the same', () => {
  expect(resolveTables('Sales[@Units]*2', { sheet: 0, row: 3, column: 5 }, workbook).rows).toEqual({ top: 3, bottom: 4 });
  expect(resolveTables('Sales[@Units]*2', { sheet: 0, row: 5, column: 5 }, workbook)).toEqual({ text: 'Sales[@Units]*2' });
});
