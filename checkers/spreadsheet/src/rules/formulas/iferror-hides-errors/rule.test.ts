import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { iferrorHidesErrorsPlant } from './plant.ts';
import { iferrorHidesErrors } from './rule.ts';

const column = async (
  formula: (row: number) => string,
  results: readonly (string | number)[],
): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: { 'a.xlsx': await workbookOf({ S: results.map((result, index) => [index + 1, { formula: formula(index + 1), result }]) }) },
});

testRule(iferrorHidesErrors, {
  plant: iferrorHidesErrorsPlant,
  valid: [
    { name: 'one works', example: () => column((row) => `IFERROR(A${row}/9,0)`, [0, 0, 0, 0, 0, 3]) },
    { name: 'two functions side by side', example: () => column((row) => `IFERROR(A${row},1)+MAX(A${row},0)`, [0, 0, 0, 0, 0]) },
    { name: 'few', example: () => column((row) => `IFERROR(A${row}/"x","")`, ['', '']) },
  ],
  invalid: [
    {
      name: 'blanks',
      example: () => column((row) => `IFNA(MATCH(A${row},C:C,0),"")`, ['', '', '', '', '']),
      findings: [
        { messageId: 'all', message: 'All 5 cells of =IFNA(MATCH(A1,C:C,0),"") show \'\', which they do where the formula inside fails' },
      ],
    },
  ],
});
