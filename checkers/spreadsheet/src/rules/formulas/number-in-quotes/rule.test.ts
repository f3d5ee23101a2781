import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { numberInQuotesPlant } from './plant.ts';
import { numberInQuotes } from './rule.ts';

const formula = async (text: string, result: string | number = 1): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: { 'a.xlsx': await workbookOf({ S: [[5, '5', { formula: text, result }]] }) },
});

testRule(numberInQuotes, {
  plant: numberInQuotesPlant,
  valid: [
    { name: 'a cell with text', example: () => formula('IF(B1="5",1,0)') },
    { name: 'a text that is put together', example: () => formula('IF(A1&""="5",1,0)') },
    { name: 'a part of a text', example: () => formula('IF(LEFT(A1,1)="5",1,0)') },
    { name: 'a criterion', example: () => formula('COUNTIF(A1:B1,"5")') },
    { name: 'a text that no sum takes', example: () => formula('IF(A1>1,"1","0")', '1') },
  ],
  invalid: [
    {
      name: 'the text first, on another sheet',
      example: async () => ({
        files: { 'a.xlsx': await workbookOf({ S: [[{ formula: '"5"<>T!A1', result: true }]], T: [[5]] }) },
      }),
      findings: [
        {
          messageId: 'compared',
          certainty: 'likely',
          message: 'The formula ="5"<>T!A1 compares T!A1, which holds a number, with the text "5": the two are never equal',
        },
      ],
    },
  ],
});
