import { workbookOf, type SheetSpec } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { BALANCES, formulaOmitsInputsPlant } from './plant.ts';
import { formulaOmitsInputs } from './rule.ts';

/** The balances with other formulas in some rows of the column of results. */
const changed = async (formulas: Readonly<Record<number, string>>): Promise<{ files: { 'a.xlsx': Uint8Array } }> => {
  const rows = BALANCES.map((row, index): SheetSpec[number] => {
    const formula = formulas[index + 1];
    return formula === undefined ? row : [...row.slice(0, 4), { formula, result: 1 }];
  });
  return { files: { 'a.xlsx': await workbookOf({ S: rows }) } };
};

testRule(formulaOmitsInputs, {
  plant: formulaOmitsInputsPlant,
  valid: [
    { name: 'the same cells in another order', example: () => changed({ 5: 'C5-D5+B5' }) },
    { name: 'a range over the same cells', example: () => changed({ 5: 'SUM(B5:D5)' }) },
    { name: 'a chain to the row above', example: () => changed({ 5: 'E4+C5' }) },
    { name: 'a condition', example: () => changed({ 5: 'IF(B5>0,B5,0)' }) },
    { name: 'another sheet', example: () => changed({ 5: 'B5+Other!C5' }) },
    { name: 'a copy of one number', example: () => changed({ 5: 'B5' }) },
    { name: 'another function', example: () => changed({ 5: 'MAX(B5,C5)' }) },
    { name: 'other cells of the row', example: () => changed({ 5: 'B5+F5' }) },
  ],
  invalid: [
    {
      name: 'one that leaves out a number',
      example: () => changed({ 5: 'B5+C5' }),
      findings: [
        {
          messageId: 'number',
          at: { kind: 'cell', range: 'E5' },
          message:
            'The formula =B5+C5 in E5 leaves out column D, which holds a number in its row and which 11 others of its column use, such as =B4+C4-D4 in E4',
          certainty: 'likely',
        },
      ],
    },
    {
      name: 'so many that neither side is clearly the odd one',
      example: () => changed({ 2: 'B2-D2', 3: 'B3-D3', 4: 'B4-D4', 5: 'B5-D5' }),
      findings: [{ messageId: 'number', at: { kind: 'cell', range: 'E2:E13' } }],
    },
  ],
});
