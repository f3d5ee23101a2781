import { expect, test } from 'vitest';
import { moveFormula } from './move-formula.ts';

test.each([
  ['B2*C2', 3, 1, 'C5*D5'],
  ['B2/$C$1', 1, 1, 'C3/$C$1'],
  ['$B2+C$1', 1, 1, '$B3+D$1'],
  ['SUM(A1:B2)', 2, 0, 'SUM(A3:B4)'],
  ["'My sheet'!A1+Other!$B1", 1, 1, "'My sheet'!B2+Other!$B2"],
  ['IF(A1>0,"A1",LOG10(A1))', 1, 0, 'IF(A2>0,"A1",LOG10(A2))'],
  ['Z9', 0, 1, 'AA9'],
  ['A1', -1, 0, undefined],
  ['A1', 0, -1, undefined],
  ['SUM(A:A)', 1, 0, undefined],
])('%s by %i rows and %i columns is %s', (formula, rows, columns, moved) => {
  expect(moveFormula(formula, rows, columns)).toBe(moved);
});
