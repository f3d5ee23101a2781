import { workbookOf, type SheetSpec } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { errorOnRecalculationPlant } from './plant.ts';
import { errorOnRecalculation } from './rule.ts';

const file = (rows: SheetSpec) => async (): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: { 'a.xlsx': await workbookOf({ S: rows }) },
});

testRule(errorOnRecalculation, {
  plant: errorOnRecalculationPlant,
  valid: [
    { name: 'a gap for charts', example: file([[{ formula: 'NA()', result: 1 }]]) },
    { name: 'an error that is caught', example: file([[{ formula: 'IFERROR(1/0,"")', result: '' }]]) },
    { name: 'a name that is not known', example: file([[{ formula: 'Rate*2', result: 1 }]]) },
    { name: 'a formula that is no more than a value', example: file([[{ formula: '1+1', result: 2 }, 'x']]) },
  ],
  invalid: [
    {
      name: 'text in a sum by signs, and what uses it',
      example: file([
        ['n/a', 5, { formula: 'A1+B1', result: 5 }],
        [null, null, { formula: 'C1*2' }],
      ]),
      findings: [
        {
          messageId: 'maybeOne',
          at: { kind: 'cell', sheet: 'S', range: 'C1' },
          message: 'The formula =A1+B1 seems to give #VALUE! when it is calculated; a formula that uses it is wrong too',
          certainty: 'likely',
        },
      ],
    },
    {
      name: 'an average of nothing',
      example: file([[null, { formula: 'AVERAGE(A1:A2)' }]]),
      findings: [{ messageId: 'one', message: 'The formula =AVERAGE(A1:A2) gives #DIV/0! when it is calculated', certainty: 'certain' }],
    },
    {
      name: 'a lookup that finds nothing, by a function that few formulas have shown to agree',
      example: file([['a', 1, { formula: 'VLOOKUP("b",A1:B1,2,FALSE)', result: 1 }]]),
      findings: [{ messageId: 'maybeOne', certainty: 'likely' }],
    },
  ],
});
