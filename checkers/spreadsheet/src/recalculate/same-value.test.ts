import type { CellValue } from '@preflag/readers';
import { expect, it } from 'vitest';
import type { CalculatedValue } from './calculator.ts';
import { isSameValue } from './same-value.ts';

it.each<readonly [CellValue, CalculatedValue, string, boolean]>([
  [0.3, 0.1 + 0.2, 'General', true],
  [1e15, 1e15 + 1, 'General', true],
  [100, 100.001, 'General', false],
  [0, 5e-17, 'General', true],
  [2, 2.004, '0.00', true],
  [2, 2.006, '0.00', false],
  [0.4999, 0.5001, '0', false],
  [1_234, 1_200, '#,##0', false],
  [1_234_400, 1_234_000, '#,##0,', true],
  [0.123, 0.1234, '0.0%', true],
  [0.123, 0.1236, '0.0%', false],
  [5.01, 5.04, '"€" #,##0.0_);[Red](#,##0.0)', true],
  [5.01, 5.04, 'General', false],
  [45_322, 45_322.4, 'yyyy-mm-dd', false],
  [1.2e10, 1.21e10, '0.0E+00', false],
  ['a', 'a', 'General', true],
  ['a', 'A', 'General', false],
  ['x0.333333333333333', 'x0.3333333333333333', 'General', true],
  ['1E+20', '100000000000000000000', 'General', true],
  ['007', '7', 'General', false],
  [true, true, 'General', true],
  [1, true, 'General', false],
  ['', 0, 'General', false],
  [{ error: '#N/A' }, { error: '#N/A' }, 'General', true],
  [{ error: '#N/A' }, { error: '#REF!' }, 'General', false],
])('%j and %j shown as %s: %s', (held, calculated, format, same) => {
  expect(isSameValue(held, calculated, format)).toBe(same);
});
