import { expect, it } from 'vitest';
import { shownWidth } from './shown-width.ts';

it.each<[number, string, number | undefined]>([
  [1_234_567.5, '#,##0.00', 7 + 1 + 2.5],
  [-1234, '#,##0', 4 + 0.5 + 0.6],
  [-1234, '#,##0;(#,##0)', 4 + 0.5 + 1],
  [0, '0;-0;"none"', undefined],
  [0.5, '0%', 2 + 1],
  [1_234_567, '#,##0,"k"', 4 + 0.5 + 1],
  [5, '000', 3],
  [12.5, '[$€-407] #,##0.00', 2 + 2.5 + 1.5],
  [12, '_(* #,##0_)', 2],
  [5, 'General', undefined],
  [5, 'yyyy-mm-dd', undefined],
  [5, '0.0E+0', undefined],
  [5, '@', undefined],
])('%s as %s', (value, format, width) => {
  expect(shownWidth(value, format)).toBe(width);
});
