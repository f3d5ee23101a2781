import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import type { Worksheet } from 'exceljs';
import { numberTooWidePlant } from './plant.ts';
import { numberTooWide } from './rule.ts';

const sheet = async (value: number, edit: (sheet: Worksheet) => void): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: { 'a.xlsx': await workbookOf({ S: [['x', value]] }, (workbook) => edit(workbook.getWorksheet('S')!)) },
});

testRule(numberTooWide, {
  plant: numberTooWidePlant,
  valid: [
    { name: 'General bends', example: () => sheet(123_456_789.123, (own) => void (own.getColumn(2).width = 6)) },
    {
      name: 'a hidden column',
      example: () =>
        sheet(1e6, (own) => {
          Object.assign(own.getColumn(2), { width: 4, numFmt: '#,##0.00', hidden: true });
        }),
    },
    {
      name: 'a cell that is merged with the next',
      example: () =>
        sheet(1e6, (own) => {
          Object.assign(own.getColumn(2), { width: 4, numFmt: '#,##0.00' });
          own.mergeCells('B1:D1');
        }),
    },
    { name: 'the default width is enough', example: () => sheet(-12_345.5, (own) => void (own.getColumn(2).numFmt = '#,##0')) },
    { name: 'thousands', example: () => sheet(1_234_567_890, (own) => void (own.getColumn(2).numFmt = '#,##0,"k"')) },
  ],
  invalid: [
    {
      name: 'the default width is too little',
      example: () => sheet(-1_234_567.5, (own) => void (own.getColumn(2).numFmt = '#,##0.00 [$€-407];[Red]-#,##0.00 [$€-407]')),
      findings: [
        {
          messageId: 'wide',
          certainty: 'likely',
          message: 'About 14 characters are needed to show -1234567.5 in B1, and the column is 8.3 wide; 1 cells show #####',
        },
      ],
    },
  ],
});
