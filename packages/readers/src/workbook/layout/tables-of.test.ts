import { DEFAULT_LIMITS } from '@preflag/core';
import { describe, expect, it } from 'vitest';
import { ColumnSheet } from '../store/column-sheet.ts';
import { BOOLEAN, NUMBER, STRING } from '../store/column-store.ts';
import { WorkbookStore } from '../store/workbook-store.ts';
import { findColumn, tableAt } from './find-column.ts';
import { tablesOf } from './tables-of.ts';

type Cell = string | number | boolean | null | Date | { readonly f: string; readonly v?: number };

describe('tablesOf', () => {
  it.each<[string, Cell[][], readonly string[]]>([
    [
      'a plain table',
      [
        ['Name', 'Age'],
        ['Ann', 3],
        ['Bob', 4],
      ],
      ['header 0, rows 1-2, Name:string Age:number'],
    ],
    [
      'texts only',
      [
        ['City', 'Country'],
        ['Oslo', 'Norway'],
        ['Rome', 'Italy'],
      ],
      ['header 0, rows 1-2, City:string Country:string'],
    ],
    [
      'a title above and notes below',
      [['Sales report 2024'], ['Region', 'Q1', 'Q2'], ['North', 1, 2], ['South', 3, 4], ['Source: ledger']],
      ['header 1, rows 2-3, Region:string Q1:number Q2:number'],
    ],
    [
      'a title with a blank row',
      [['Sales report'], [], ['Region', 'Q1'], ['North', 1], [], ['Notes: none']],
      ['header 2, rows 3-3, Region:string Q1:number'],
    ],
    [
      'totals below',
      [
        ['Item', 'Cost'],
        ['a', 1],
        ['b', 2],
        ['Total', 3],
      ],
      ['header 0, rows 1-2, totals 3, Item:string Cost:number'],
    ],
    [
      'totals behind a blank row',
      [['Item', 'Cost'], ['a', 1], ['b', 2], [], ['Summe:', 3]],
      ['header 0, rows 1-2, totals 4, Item:string Cost:number'],
    ],
    [
      'subtotals between',
      [
        ['Item', 'Cost'],
        ['a', 1],
        ['North Total', { f: 'SUBTOTAL(9,B2)', v: 1 }],
        ['b', 2],
        ['Grand Total', 3],
      ],
      ['header 0, rows 1-3, totals 2 4, Item:string Cost:number'],
    ],
    [
      'a name that begins with Total',
      [
        ['Company', 'Shares'],
        ['Total Energies', 5],
        ['Shell', 6],
      ],
      ['header 0, rows 1-2, Company:string Shares:number'],
    ],
    [
      'totals in Chinese and French',
      [
        ['项目', '金额'],
        ['甲', 1],
        ['合计', 1],
      ],
      ['header 0, rows 1-1, totals 2, 项目:string 金额:number'],
    ],
    [
      'no header',
      [
        ['North', 1, 2],
        ['South', 3, 4],
      ],
      ['header -1, rows 0-1, :string :number :number'],
    ],
    [
      'years as a header',
      [
        ['Region', 2021, 2022, 2023],
        ['North', 10, 20, 30],
        ['South', 1, 2, 3],
      ],
      ['header 0, rows 1-2, Region:string 2021:number 2022:number 2023:number'],
    ],
    [
      'months as a header',
      [
        [null, new Date('2024-01-01'), new Date('2024-02-01')],
        ['North', 10, 20],
      ],
      ['header 0, rows 1-1, :string 2024-01-01:number 2024-02-01:number'],
    ],
    [
      'stacked tables',
      [['A', 'B'], ['x', 1], [], ['C', 'D', 'E'], ['y', 'z', 3]],
      ['header 0, rows 1-1, A:string B:number', 'header 3, rows 4-4, C:string D:string E:number'],
    ],
    ['a blank row in a table', [['A', 'B'], ['x', 1], [], ['y', 2], ['z', 3]], ['header 0, rows 1-4, A:string B:number']],
    [
      'tables side by side',
      [
        ['A', 'B', null, 'C', 'D'],
        ['x', 1, null, 'y', true],
        ['z', 2, null, 'w', false],
      ],
      ['header 0, rows 1-2, A:string B:number', 'header 0, rows 1-2, C:string D:boolean'],
    ],
    ['a header alone', [['Region', 'Revenue', 'Cost']], ['header 0, rows 1-0, Region:blank Revenue:blank Cost:blank']],
    ['a lone remark', [['Please see the other sheet']], []],
    ['nothing', [], []],
  ])('finds %s', (_name, rows, expected) => {
    expect(shown(sheetOf(rows))).toEqual(expected);
  });

  it('reads headers of several rows', () => {
    const sheet = sheetOf([
      ['Region', '2023', null, '2024', null],
      [null, 'Q1', 'Q2', 'Q1', 'Q2'],
      ['North', 1, 2, 3, 4],
    ]);
    sheet.merges.push(
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 },
      { top: 0, left: 3, bottom: 0, right: 4 },
    );
    expect(shown(sheet)).toEqual(['header 1, rows 2-2, Region:string 2023 Q1:number 2023 Q2:number 2024 Q1:number 2024 Q2:number']);
  });

  it('finds its tables once', () => {
    const sheet = sheetOf([
      ['A', 'B'],
      ['x', 1],
    ]);
    expect(tablesOf(sheet)).toBe(tablesOf(sheet));
  });

  it('stays cheap on long and wide sheets', () => {
    const sheet = sheetOf([['Id', 'Name', 'Value']]);
    const name = sheet.store.strings.internText('name');
    for (let row = 1; row < 100_000; row++) {
      sheet.put(row, 0, NUMBER, row, 0, 0);
      sheet.put(row, 1, STRING, name, 0, 0);
      sheet.put(row, 2, NUMBER, row / 2, 0, 0);
    }
    expect(shown(sheet)).toEqual(['header 0, rows 1-99999, Id:number Name:string Value:number']);
  });
});

describe('findColumn', () => {
  it('prefers the exact name, and then folds case and white space', () => {
    const sheet = sheetOf([
      ['net', 'Net', 'Gross  amount'],
      ['a', 1, 2],
    ]);
    expect(
      [findColumn(sheet, 'Net'), findColumn(sheet, 'NET'), findColumn(sheet, ' gross AMOUNT '), findColumn(sheet, 'x')].map(
        (found) => found?.column.index,
      ),
    ).toEqual([1, 0, 2, undefined]);
  });
});

describe('tableAt', () => {
  it('finds the table of a cell, totals included', () => {
    const sheet = sheetOf([['Title'], [], ['A', 'B'], ['x', 1], ['Total', 1]]);
    expect(
      [tableAt(sheet, 0, 0), tableAt(sheet, 2, 0), tableAt(sheet, 4, 1), tableAt(sheet, 3, 2)].map((table) => table?.headerRow),
    ).toEqual([undefined, 2, 2, undefined]);
  });
});

function sheetOf(rows: readonly (readonly Cell[])[]): ColumnSheet {
  const store = new WorkbookStore(DEFAULT_LIMITS);
  const dates = store.formats.intern('yyyy-mm-dd');
  const sheet = new ColumnSheet('S', 'visible', store);
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (typeof cell === 'string') sheet.put(row, column, STRING, store.strings.internText(cell), 0, 0);
      else if (typeof cell === 'number') sheet.put(row, column, NUMBER, cell, 0, 0);
      else if (typeof cell === 'boolean') sheet.put(row, column, BOOLEAN, cell ? 1 : 0, 0, 0);
      else if (cell instanceof Date) sheet.put(row, column, NUMBER, cell.getTime() / 86_400_000 + 25_569, dates, 0);
      else if (cell)
        sheet.put(row, column, NUMBER, cell.v ?? 0, 0, store.formulas.intern(Buffer.from(cell.f), 0, cell.f.length, row, column));
    }
  }
  return sheet;
}

function shown(sheet: ColumnSheet): string[] {
  return tablesOf(sheet).map(({ headerRow, firstRow, lastRow, totalRows, columns }) => {
    const totals = totalRows.length > 0 ? `, totals ${totalRows.join(' ')}` : '';
    return `header ${headerRow}, rows ${firstRow}-${lastRow}${totals}, ${columns.map(({ name, majority }) => `${name}:${majority}`).join(' ')}`;
  });
}
