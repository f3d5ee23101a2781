import { describe, expect, it } from 'vitest';
import { cellAddress, columnIndex, columnName, parseRange, parseSheetRange, rangeAddress } from './a1.ts';

describe('addresses', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('column %i is %s and back', (index, name) => {
    expect(columnName(index)).toBe(name);
    expect(columnIndex(name)).toBe(index);
  });

  it.each(['XFE', 'AAAA', '', 'A1', 'É'])('%j is no column', (name) => {
    expect(columnIndex(name)).toBeUndefined();
  });

  it('writes cells and ranges', () => {
    expect(cellAddress(3, 1)).toBe('B4');
    expect(rangeAddress({ top: 3, left: 1, bottom: 3, right: 1 })).toBe('B4');
    expect(rangeAddress({ top: 0, left: 0, bottom: 8, right: 2 })).toBe('A1:C9');
  });

  it.each([
    ['B4', { top: 3, left: 1, bottom: 3, right: 1 }],
    ['$B$4:a1', { top: 0, left: 0, bottom: 3, right: 1 }],
    ['B0', undefined],
    ['A1:B2:C3', undefined],
    ['A1048577', undefined],
  ])('reads %s', (text, range) => {
    expect(parseRange(text)).toEqual(range);
  });

  it('reads sheets with quotes', () => {
    expect(parseSheetRange("'It''s'!B2")).toEqual({ sheet: "It's", range: { top: 1, left: 1, bottom: 1, right: 1 } });
    expect(parseSheetRange('Sheet1!A1:A2')?.sheet).toBe('Sheet1');
    expect(parseSheetRange('A1')).toBeUndefined();
  });
});
