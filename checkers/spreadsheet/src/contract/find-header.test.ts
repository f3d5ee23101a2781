import { describe, expect, it } from 'vitest';
import { findHeader, unitInHeader } from './find-header.ts';

describe('findHeader', () => {
  const headers = ['id', 'Amount (EUR)', 'amount', 'Share in %', 'Net  weight [kg]'];
  it.each([
    ['id', undefined, 0],
    ['ID', undefined, 0],
    ['Amount', undefined, 2],
    ['amount', 'EUR', 2],
    ['Share', undefined, -1],
    ['share', '%', 3],
    ['net weight', 'kg', 4],
    ['weight', 'kg', -1],
  ])('%s in %s: %i', (name, unit, expected) => {
    expect(findHeader(headers, { name, ...(unit !== undefined && { unit }) })).toBe(expected);
  });
});

it.each([
  ['Amount (EUR)', 'EUR'],
  ['Share in %', '%'],
  ['Weight [kg]', 'kg'],
  ['Made in (China) today', undefined],
  ['Amount', undefined],
  [`Amount ${'('.repeat(50_000)}`, undefined],
  [`Amount${' '.repeat(50_000)}in`, undefined],
])('the unit in a header', (header, expected) => {
  expect(unitInHeader(header)).toBe(expected);
});
