import { describe, expect, it } from 'vitest';
import { builtInFormat, datePartsOf, FormatTable } from './number-format.ts';
import { dateText, serialOfIso } from './serial-date.ts';

describe('datePartsOf', () => {
  it.each([
    ['General', 'none'],
    ['0.00', 'none'],
    ['#,##0.00 "days"', 'none'],
    ['"day" 0', 'none'],
    [String.raw`\d0`, 'none'],
    ['0.00E+00', 'none'],
    ['[Red]-0', 'none'],
    ['[$EUR-407] #,##0', 'none'],
    ['_-* #,##0_-;[>=5]0;@', 'none'],
    ['[$-409]d-mmm', 'date'],
    ['mmm', 'date'],
    ['yyyy', 'date'],
    ['[$-F800]dddd\\, mmmm dd\\, yyyy', 'date'],
    ['ggge"年"', 'date'],
    ['[Blue]dd/mm/yyyy;@', 'date'],
    ['h:mm AM/PM', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm', 'duration'],
    ['[mm]:ss', 'duration'],
    ['m/d/yy h:mm', 'date-time'],
    ['yyyy-mm-dd"T"hh:mm:ss', 'date-time'],
  ])('%s shows %s', (code, parts) => {
    expect(datePartsOf(code)).toBe(parts);
  });

  it.each([
    [0, 'General'],
    [14, 'mm-dd-yy'],
    [49, '@'],
    [31, 'yyyy/m/d'],
    [999, 'General'],
  ])('built-in %i is %s', (id, code) => {
    expect(builtInFormat(id)).toBe(code);
  });
});

describe('dateText', () => {
  it.each([
    [1, 'date', false, '1900-01-01'],
    [59, 'date', false, '1900-02-28'],
    [61, 'date', false, '1900-03-01'],
    [45_322, 'date', false, '2024-01-31'],
    [45_322, 'date-time', false, '2024-01-31'],
    [45_322.520_833_333_3, 'date-time', false, '2024-01-31T12:30:00'],
    [43_860, 'date', true, '2024-01-31'],
    [0.25, 'time', false, '06:00:00'],
    [1.5, 'duration', false, '36:00:00'],
    [-1, 'date', false, undefined],
    [1e9, 'date', false, undefined],
  ] as const)('%d as %s (1904: %s) is %s', (serial, parts, date1904, text) => {
    expect(dateText(serial, parts, date1904)).toBe(text);
  });
});

describe('FormatTable', () => {
  it('knows the general format however it is written', () => {
    const formats = new FormatTable();
    expect([formats.intern('GENERAL'), formats.intern('General'), formats.intern('0.00')]).toEqual([0, 0, 1]);
    expect(formats.codes()).toEqual(['General', '0.00']);
  });
});

describe('serialOfIso', () => {
  it.each([
    ['1900-01-01', false, 1],
    ['1900-03-01', false, 61],
    ['2024-01-31', false, 45_322],
    ['2024-01-31', true, 43_860],
    ['2024-01-31T12:00:00.000Z', false, 45_322.5],
    ['T06:00:00', false, 0.25],
    ['2024-13-01', false, undefined],
    ['soon', false, undefined],
  ])('%s (1904: %s) is %s', (text, date1904, serial) => {
    expect(serialOfIso(text, date1904)).toBe(serial);
  });
});
