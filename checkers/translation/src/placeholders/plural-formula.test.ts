import { expect, it } from 'vitest';
import { comparePluralFormula } from './compare-plural-formula.ts';
import { parsePluralFormula } from './plural-formula.ts';

const formsOf = (text: string, ...numbers: readonly number[]): readonly number[] | undefined => {
  const formula = parsePluralFormula(text);
  return formula && numbers.map(formula);
};

it.each([
  ['0', [0, 0, 0, 0]],
  ['n != 1', [1, 0, 1, 1]],
  ['(n > 1)', [0, 0, 1, 1]],
  ['n==1 ? 0 : n==2 ? 1 : 2', [2, 0, 1, 2]],
  ['!(n == 1)', [1, 0, 1, 1]],
  ['n * 2 + 3 - 1 / 2', [3, 5, 7, 45]],
  ['n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2', [2, 0, 1, 0]],
])('reads %s', (text, forms) => {
  expect(formsOf(text, 0, 1, 2, 21)).toEqual(forms);
});

it.each([
  '',
  'n ==',
  'n = 1',
  'm != 1',
  '(n != 1',
  'n ? 1',
  'n()',
  '1 2',
  'process.exit()',
  `${'('.repeat(500)}n${')'.repeat(500)}`,
  '!'.repeat(900),
])('takes %s for no formula', (text) => {
  expect(parsePluralFormula(text)).toBeUndefined();
});

it('does not divide by zero', () => {
  expect(comparePluralFormula('1 % n', 2, 'de')).toEqual({ kind: 'outOfRange', number: 0 });
});

it.each([
  ['de', 2, 'n != 1'],
  ['fr', 2, 'n > 1'],
  ['pt', 2, 'n != 1'],
  ['ja', 1, '0'],
  ['tr', 1, '0'],
  ['he', 2, 'n != 1'],
  ['lv', 3, 'n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2'],
  ['ar', 6, 'n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5'],
])('accepts the formula of %s', (language, count, formula) => {
  expect(comparePluralFormula(formula, count, language)).toBeUndefined();
});
