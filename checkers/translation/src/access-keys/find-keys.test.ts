import { expect, it } from 'vitest';
import { findKeys, isLabel, type KeyMark } from './find-keys.ts';

it.each<[KeyMark, string, number[]]>([
  ['_', '_File', [0]],
  ['_', 'E_xit and _all', [1, 10]],
  ['_', '文件(_F)', [3]],
  ['_', '__init_ _ _', []],
  ['_', '_Ärger', [0]],
  ['&', '&File', [0]],
  ['&', 'A &amp; B &#38; C && D & E', []],
  ['&', 'R&D, AT&T', []],
  ['&', 'E&xit', [1]],
  ['&', '?a=1&b=2', []],
  ['~', '~File, ~5', [0]],
])('finds the keys %s of %s', (mark, text, expected) => {
  expect(findKeys(text, mark)).toEqual(expected);
});

it('takes short texts of one line for labels', () => {
  expect(['_Open', '_Open\n_Close', `_${'a'.repeat(60)}`].map(isLabel)).toEqual([true, false, false]);
});
