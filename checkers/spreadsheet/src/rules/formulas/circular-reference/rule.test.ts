import { workbookOf, type SheetSpec } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import type { Workbook } from 'exceljs';
import { circularReferencePlant } from './plant.ts';
import { circularReference } from './rule.ts';

const file =
  (sheets: Readonly<Record<string, SheetSpec>>, edit?: (workbook: Workbook) => void) =>
  async (): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
    files: { 'a.xlsx': await workbookOf(sheets, edit) },
  });

testRule(circularReference, {
  plant: circularReferencePlant,
  valid: [
    { name: 'the number of the own row', example: file({ S: [[{ formula: 'ROW(A1)+ROWS(A$1:A1)', result: 2 }]] }) },
    { name: 'a chain', example: file({ S: [[1, { formula: 'A1+1', result: 2 }, { formula: 'B1+A1', result: 3 }]] }) },
    {
      name: 'a running total over the cells above',
      example: file({ S: [[1], [{ formula: 'SUM(A$1:A1)', result: 1 }], [{ formula: 'SUM(A$1:A2)', result: 2 }]] }),
    },
    { name: 'the same cell on another sheet', example: file({ S: [[{ formula: 'T!A1', result: 1 }]], T: [[1]] }) },
    { name: 'its own address in a text', example: file({ S: [[{ formula: '"A1"&"A1"', result: 'A1A1' }]] }) },
  ],
  invalid: [
    {
      name: 'a circle over two sheets',
      example: file({ S: [[{ formula: 'T!B2+1', result: 0 }]], T: [[], [null, { formula: "'S'!A1*2", result: 0 }]] }),
      findings: [
        {
          messageId: 'circle',
          at: { kind: 'cell', sheet: 'S', range: 'A1' },
          message: '2 formulas refer to each other in a circle: S!A1 → T!B2 → S!A1',
          certainty: 'certain',
        },
      ],
    },
    {
      name: 'a circle through a branch',
      example: file({ S: [[1, { formula: 'IF(A1>0,1,B1)', result: 1 }]] }),
      findings: [
        { messageId: 'maybeSelf', certainty: 'likely', message: 'One branch of the formula =IF(A1>0,1,B1) refers to its own cell' },
      ],
    },
    {
      name: 'a whole column, and the total in it',
      example: file({ S: [[1], [2], [{ formula: 'SUM(A:A)', result: 0 }]] }),
      findings: [{ messageId: 'self', at: { kind: 'cell', range: 'A3' }, message: 'The formula =SUM(A:A) refers to its own cell' }],
    },
  ],
});
