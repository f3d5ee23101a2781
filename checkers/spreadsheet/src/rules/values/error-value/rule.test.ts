import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { errorValuePlant } from './plant.ts';
import { errorValue } from './rule.ts';

testRule(errorValue, {
  plant: errorValuePlant,
  valid: [
    {
      name: 'text that names an error',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            Help: [
              ['Code', 'Meaning'],
              ['#REF!', 'A reference is broken'],
            ],
          }),
        },
      }),
    },
    {
      name: 'NA() on purpose',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf(
            { A: [['x'], [{ formula: 'NA()', result: '#N/A' }]] },
            (workbook) => void (workbook.getWorksheet('A')!.getCell('A2').value = { formula: 'NA()', result: { error: '#N/A' } }),
          ),
        },
      }),
    },
  ],
  invalid: [
    {
      name: 'a lookup without a match',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf(
            {
              Prices: [
                ['Item', 'Price'],
                ['Pen', 2],
              ],
            },
            (workbook) =>
              void (workbook.getWorksheet('Prices')!.getCell('B3').value = {
                formula: 'VLOOKUP("Ink",A:B,2,FALSE)',
                result: { error: '#N/A' },
              }),
          ),
        },
      }),
      findings: [
        {
          messageId: 'lookup',
          at: { kind: 'cell', sheet: 'Prices', range: 'B3' },
          message: 'The formula =VLOOKUP("Ink",A:B,2,FALSE) finds nothing and gives #N/A',
        },
      ],
    },
  ],
});
