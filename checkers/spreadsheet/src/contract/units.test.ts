import { describe, expect, it } from 'vitest';
import { hasUnit, isKnownUnit, isUnit, unitOfFormat } from './units.ts';

describe('isUnit', () => {
  it.each([
    ['EUR', 'eur', true],
    ['€', 'EUR', true],
    ['$', 'CAD', true],
    ['USD', 'CAD', false],
    ['kr', 'SEK', true],
    ['m', 'M', false],
    ['kg', 'kg', true],
    ['percent', '%', true],
    ['€', '$', false],
  ])('%s for %s: %s', (found, asked, expected) => {
    expect(isUnit(found, asked)).toBe(expected);
  });
});

describe('unitOfFormat', () => {
  it.each([
    ['#,##0.00 [$€-407]', '€'],
    ['0.0%', '%'],
    ['0.0\\%', undefined],
    ['0 "km/h"', 'km/h'],
    ['0.0 "m²"', 'm²'],
    ['0;"(none)"', undefined],
    ['General', undefined],
  ])('%s', (format, expected) => {
    expect(unitOfFormat(format)).toBe(expected);
  });
});

it('tells units that are known everywhere from notes', () => {
  expect(['USD', '€', '%', 'Fr.'].map(isKnownUnit)).toEqual([true, true, true, true]);
  expect(['net', 'kg', ''].map(isKnownUnit)).toEqual([false, false, false]);
});

it('finds a unit in a header as a word only', () => {
  expect(
    ['Amount (EUR)', 'amount_eur', 'Amount, EUR net', 'Share in %'].map((header) => hasUnit(header, header.includes('%') ? '%' : 'EUR')),
  ).toEqual([true, true, true, true]);
  expect(hasUnit('Neurons', 'EUR')).toBe(false);
});
