import { expect, it } from 'vitest';
import { currencyOf } from './format-currency.ts';

it.each<[string, string | undefined]>([
  ['$#,##0.00', '$'],
  ['[$$-409]#,##0', '$'],
  ['[$€-407] 0.00', '€'],
  ['#,##0.00\\ "€"', '€'],
  ['"EUR" 0', '€'],
  ['[$CHF] 0', 'CHF'],
  ['0 "CHF"', 'CHF'],
  ['0 "pcs"', undefined],
  ['0 "KPI"', undefined],
  ['[Red]0.00', undefined],
  ['0;[$€]0', undefined],
  ['[$-409]d/m/yyyy', undefined],
  ['General', undefined],
])('%s', (format, currency) => {
  expect(currencyOf(format)).toBe(currency);
});
