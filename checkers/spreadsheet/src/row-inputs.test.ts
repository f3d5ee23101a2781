import { expect, test } from 'vitest';
import { rowInputs } from './row-inputs.ts';

/** The formula stands in E5. */
test.each([
  ['B5+C5-D5', [-3, -2, -1]],
  ['SUM(B5:D5)', [-3, -2, -1]],
  ['C5*$B$1', [-2]],
  ['C5*$B5', [-3, -2]],
  ['C4+D5', undefined],
  ['C$5+D5', undefined],
  ['Other!C5+D5', undefined],
  ['IF(C5>0,C5,D5)', undefined],
  ['C5*Rate', undefined],
  ['12*3', undefined],
])('%s uses %j of its row', (formula, columns) => {
  expect(rowInputs(formula, 4, 4)?.columns).toEqual(columns);
});
