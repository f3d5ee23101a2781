import { DEFAULT_LIMITS } from '@preflag/core';
import { describe, expect, it } from 'vitest';
import { findLayout } from './find-layout.ts';
import { findTail } from './find-tail.ts';

describe('findLayout', () => {
  it.each<[string, string, readonly string[], number, number]>([
    ['a header in the first row', 'id,name\n1,Ann\n2,Bob', ['id', 'name'], 0, 1],
    ['a title above', 'Sales 2024,,\nregion,q1,q2\nNorth,1,2\nSouth,3,4', ['region', 'q1', 'q2'], 1, 2],
    ['a title, its author and a blank line', 'Report,\nby Ann,\n\nid,name,sum\n1,x,2\n2,y,3', ['id', 'name', 'sum'], 3, 4],
    ['comments', '# made by hand\n# in 2024, by Ann\nid,name\n1,Ann\n2,Bob', ['id', 'name'], 2, 3],
    ['a header apart from its rows', 'id,name\n\n1,Ann\n2,Bob', ['id', 'name'], 0, 1],
    ['years as headers', 'region,2019,2020,2021\nNorth,1,2,3\nSouth,4,5,6', ['region', '2019', '2020', '2021'], 0, 1],
    [
      'codes as headers over other things',
      'id,100022,100025,9\na,TRUE,FALSE,TRUE\nb,TRUE,TRUE,TRUE',
      ['id', '100022', '100025', '9'],
      0,
      1,
    ],
    ['groups above the names', ',2023,,2024,\nregion,sum,n,sum,n\nNorth,1,2,3,4\nSouth,5,6,7,8', ['region', 'sum', 'n', 'sum', 'n'], 1, 2],
    ['units below the names', 'city,area,people\n,km2,count\nRome,1285,2800000\nOslo,454,700000', ['city', 'area', 'people'], 1, 2],
    ['missing values in the first row', 'name,sum,rate\nn/a,NA,NULL\nAnn,1,2\nBob,3,4', ['name', 'sum', 'rate'], 0, 1],
    ['no header', '1,Ann\n2,Bob\n3,Cem', [], -1, 0],
    ['no header and dates', '2024-01-01,5\n2024-01-02,6', [], -1, 0],
    ['no header, and words that come again', 'red,Ann\nblue,Bob\nred,Cem', [], -1, 0],
    ['one column', 'value\n01\n002', ['value'], 0, 1],
    ['sentences with commas in one column', 'text\nHello, you\nBye\nSo long\nSee you', ['text'], 0, 1],
    ['a header alone', 'id,name', ['id', 'name'], 0, 1],
    ['a name left out', 'id,,sum\n1,a,2\n2,b,3', ['id', '', 'sum'], 0, 1],
    ['nothing but blank lines', '\n\n', [], -1, 0],
  ])('finds %s', (_name, text, header, headerRow, firstRow) => {
    expect(findLayout(rowsOf(text), ',', DEFAULT_LIMITS)).toMatchObject({ header, headerRow, firstRow });
  });
});

describe('findTail', () => {
  it.each<[string, string, number]>([
    ['notes', '1,2,3\n4,5,6\n\nSource: the survey\n* estimated', 3],
    ['a total', 'Ann,2,3\nTotal,5,6', 1],
    ['a total and a note', 'Ann,2,3\nTotal,5,6\nAll sums in EUR', 1],
    ['a row that was cut off', '1,2,3\n4', Number.POSITIVE_INFINITY],
    ['a word, which may be a value', 'Ann,2,3\nBob', Number.POSITIVE_INFINITY],
    ['a table of two columns', 'a,b\nsome words', Number.POSITIVE_INFINITY],
    ['a company called Total', 'Ann,2,3\nTotal Energies,5,6', Number.POSITIVE_INFINITY],
  ])('ends the data before %s', (_name, text, row) => {
    const rows = rowsOf(text).map((cells, byte) => ({ byte, cells }));
    expect(findTail(rows, 3 - Number(text.startsWith('a,b')))).toBe(row);
  });
});

function rowsOf(text: string): readonly (readonly string[])[] {
  return text.split('\n').map((line) => line.split(','));
}
