import { editParts, workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { calculatedColumnExceptionPlant, calculatedTable } from './plant.ts';
import { calculatedColumnException } from './rule.ts';

const edited = async (edit: (sheet: string) => string): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: {
    'a.xlsx': editParts(await calculatedTable(), (parts) => {
      parts['xl/worksheets/sheet1.xml'] = edit(parts['xl/worksheets/sheet1.xml'] ?? '');
    })!,
  },
});

testRule(calculatedColumnException, {
  plant: calculatedColumnExceptionPlant,
  valid: [
    {
      name: 'a table without calculated columns',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf(
            { S: [] },
            (workbook) =>
              void workbook.getWorksheet('S')!.addTable({ name: 'T', ref: 'A1', columns: [{ name: 'x' }], rows: [[1], [2], [3]] }),
          ),
        },
      }),
    },
    { name: 'a cell that is blank', example: () => edited((sheet) => sheet.replace(/<c r="C4"><f>A4\*B4<\/f><v>[^<]*<\/v><\/c>/, '')) },
    { name: 'most were typed', example: () => edited((sheet) => sheet.replaceAll(/<f>A[2-5]\*B[2-5]<\/f>/g, '')) },
  ],
  invalid: [
    {
      name: 'two typed values',
      example: () => edited((sheet) => sheet.replaceAll(/<f>A[24]\*B[24]<\/f>/g, '')),
      findings: [
        {
          messageId: 'typed',
          message: "C2 holds the value 15 and not the formula of the column 'Value' of Orders1, =A2*B2",
          at: { kind: 'cell', range: 'C2' },
        },
        { messageId: 'typed', at: { kind: 'cell', range: 'C4' } },
      ],
    },
  ],
});
