import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { approximateLookupUnsortedPlant, PRICES } from './plant.ts';
import { approximateLookupUnsorted } from './rule.ts';

const lookup = async (formula: string): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: { 'a.xlsx': await workbookOf({ 'My prices': PRICES, S: [[1, { formula, result: 1 }]] }) },
});

testRule(approximateLookupUnsorted, {
  plant: approximateLookupUnsortedPlant,
  valid: [
    { name: 'exact by 0', example: () => lookup("MATCH(A1,'My prices'!A2:A5,0)") },
    { name: 'exact by an argument that is left empty', example: () => lookup("VLOOKUP(A1,'My prices'!A2:B5,2,)") },
    { name: 'a name', example: () => lookup('VLOOKUP(A1,prices,2)') },
    { name: 'in a text', example: () => lookup(`"VLOOKUP(A1,'My prices'!A2:B5,2)"`) },
  ],
  invalid: [
    {
      name: 'MATCH over a whole column, inside of another function',
      example: () => lookup("INDEX('My prices'!B:B,MATCH(A1,'My prices'!A:A))"),
      findings: [
        {
          messageId: 'unsorted',
          at: { kind: 'cell', sheet: 'S', range: 'B1' },
          message:
            "=INDEX('My prices'!B:B,MATCH(A1,'My prices'!A:A)) in B1 looks for the nearest value in A1:A5, which is not sorted: 10 comes after 30",
        },
      ],
    },
  ],
});
