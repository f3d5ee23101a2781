import { describe, expect, it } from 'vitest';
import { cellKey, locateCells } from './locate-cells.ts';

const COMMA = { delimiter: ',', quoted: true, lineEnd: '\n' } as const;

describe('locateCells', () => {
  it.each([
    ['plain', 'a,b\nc,d\n', COMMA, 1, 1, 'd', 'd'],
    ['in quotes', 'a,b\n"c, ""x""",d', COMMA, 1, 0, 'c, "x"', '"c, ""x"""'],
    ['behind a line break in quotes', 'a,"b\nb"\nc, d \n', COMMA, 1, 1, ' d ', ' d '],
    ['before a return', 'a,b\r\nc,d\r\n', { ...COMMA, lineEnd: '\r\n' as const }, 0, 1, 'b', 'b'],
    ['lines that end in returns', 'a;b\rc;d', { delimiter: ';', quoted: true, lineEnd: '\r' as const }, 1, 1, 'd', 'd'],
    ['quotes that are characters', 'a\t"b\nc\td', { delimiter: '\t', quoted: false, lineEnd: '\n' as const }, 0, 1, '"b', '"b'],
    ['empty', 'a,,b\n', COMMA, 0, 1, '', ''],
  ])('a cell %s', (_, text, dialect, row, column, value, raw) => {
    const key = cellKey(row, column);
    const cell = locateCells(text, dialect, new Set([key])).get(key);
    expect([cell?.text, cell && text.slice(cell.start, cell.end)]).toEqual([value, raw]);
  });

  it('a cell that is not there', () => {
    expect(locateCells('a,b\n', COMMA, new Set([cellKey(7, 7)]))).toEqual(new Map());
  });
});
