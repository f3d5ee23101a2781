import { rangeAddress } from '@preflag/core';
import { expect, it } from 'vitest';
import { formulaTokens } from './formula-tokens.ts';
import type { Obstacle } from './outcome.ts';
import { parseFormula } from './parse-formula.ts';

it.each<readonly [string, readonly string[]]>([
  ['A1+$B$2*C$3', ['A1', 'B2', 'C3']],
  ['SUM(A1:B2,Sheet2!C3)', ['A1:B2', 'Sheet2!C3']],
  ["SUM('It''s here'!A:A)", ["It's here!A1:A1048576"]],
  ['SUM(2:3)', ['A2:XFD3']],
  ['IF(A1="B1",LOG10(2),"C1""D1")', ['A1']],
  ['ROW(A1)+ROWS(A1:A3)', []],
  ['A1', ['A1']],
  ['TRUE', []],
  ['1E5+E5', ['E5']],
  ['ABC1D+A0', []],
])('=%s uses %j', (formula, expected) => {
  const shown = parseFormula(formula).references.map(({ sheet, corners: { from, to } }) => {
    const range = rangeAddress({ top: from.row, left: from.column, bottom: to.row, right: to.column });
    return sheet === undefined ? range : `${sheet}!${range}`;
  });
  expect(shown).toEqual(expected);
});

it.each<readonly [string, Obstacle | undefined]>([
  ['SUM(A1:A3)', undefined],
  ['SUM( A1:A3 )', undefined],
  ['SUMPRODUCT((A1:A3="x")*(B1:B3))', undefined],
  ['SUMPRODUCT(--(A1:A3="x"))', undefined],
  ['VLOOKUP(A1,B1:C9,2,FALSE)', undefined],
  ['SUMIF(A1:A9,">1",B1:B9)', undefined],
  ['_xlfn.STDEV.S(A1:A3)', undefined],
  ['OR(A1="x",B1)', undefined],
  ['NOW()', { reason: 'volatile', detail: 'NOW' }],
  ['SUM(OFFSET(A1,1,1))', { reason: 'volatile', detail: 'OFFSET' }],
  ['TEXT(A1,"0")', { reason: 'engine-differs', detail: 'TEXT' }],
  ['MYOWN(A1)', { reason: 'unknown-function', detail: 'MYOWN' }],
  ['[1]Sheet1!A1', { reason: 'external-link' }],
  ["'C:\\[book.xlsx]Sheet 1'!$A$1", { reason: 'external-link' }],
  ['Sales[Net]', { reason: 'reference', detail: 'Sales[Net]' }],
  ['Sales[[#This Row],[Net]]', { reason: 'reference', detail: 'Sales[[#This Row],[Net]]' }],
  ['SUM(Jan:Dec!A1)', { reason: 'reference', detail: 'Jan:Dec!A1' }],
  ['SUM((A1,B2))', { reason: 'reference', detail: ',' }],
  ['SUM(A1:A3 A2:B2)', { reason: 'reference' }],
  ['A1:A3', { reason: 'array' }],
  ['A1:A3*2', { reason: 'array' }],
  ['SUM(A1:A3*B1:B3)', { reason: 'array' }],
  ['LEN(A1:A3)', { reason: 'array' }],
  ['VLOOKUP(A1:A3,B1:C9,2,FALSE)', { reason: 'array' }],
  ['SUM(A1:INDEX(B1:B9,2))', { reason: 'reference', detail: ':' }],
  ['A1#', { reason: 'reference', detail: '#' }],
  ['SUMIF(A1:A9,">1",B1)', { reason: 'engine-differs', detail: 'SUMIF' }],
  ['COUNTIF(A1:A9,"=")', { reason: 'engine-differs', detail: '"="' }],
  ['MAX("5",A1)', { reason: 'engine-differs', detail: 'MAX' }],
  ['2*--A1', { reason: 'engine-differs', detail: '--' }],
  ['DAY(A1-B1)', { reason: 'engine-differs', detail: 'DAY' }],
  ['Rate*2', { reason: 'name', detail: 'Rate' }],
])('=%s: %j', (formula, obstacle) => {
  expect(parseFormula(formula).obstacle).toEqual(obstacle);
});

it.each(['', '"unclosed', "'unclosed!A1", '[1', '{1,2', '((((', '))))', ',', '\u0001', 'A1:', '$', '#', "=''!"])(
  'splits %j without losing or adding anything',
  (formula) => {
    expect(
      formulaTokens(formula)
        .map(({ text }) => text)
        .join(''),
    ).toBe(formula);
    parseFormula(formula);
  },
);

it('comes to an end where quoted brackets never close', () => {
  const formula = `T[[${"'".repeat(3001)}`;
  expect(
    formulaTokens(formula)
      .map(({ text }) => text)
      .join(''),
  ).toBe(formula);
});
