import { bytesOf, editWorkbook, withFile } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { csvWith, sheetWith } from '../../../contract-plants.ts';
import { valueMissingPlant } from './plant.ts';
import { valueMissing } from './rule.ts';

testRule(valueMissing, {
  plant: valueMissingPlant,
  valid: [
    {
      name: 'a blank row between blocks, a total without a label of the column, a formula',
      example: () =>
        sheetWith(
          [
            ['id', 'n', 'of'],
            ['a', 1, 'x'],
            [null, null, null],
            ['b', { formula: 'B2*2', result: 2 }, 'y'],
            ['Total', 3, null],
          ],
          { columns: [{ name: 'of', required: true }, { name: 'n', required: true }, 'id'] },
        ),
    },
    {
      name: 'a region that is merged over its rows',
      example: async () => {
        const example = await sheetWith(
          [
            ['region', 'n'],
            ['North', 1],
            [null, 2],
            [null, 3],
            ['South', 4],
          ],
          {
            columns: [{ name: 'region', required: true }, 'n'],
          },
        );
        const bytes = await editWorkbook(bytesOf(example, 'a.xlsx'), (workbook) => workbook.worksheets[0]?.mergeCells('A2:A4'));
        return withFile(example, 'a.xlsx', bytes ?? '');
      },
    },
    { name: 'blanks in other columns', example: csvWith('id,note\n1,\n2,x\n', { columns: [{ name: 'id', required: true }, 'note'] }) },
  ],
  invalid: [
    {
      name: 'a cell is blank, holds white space, or is not there',
      example: csvWith('id,n\n1,\n2,"  "\n3\n4,x\n', { columns: [{ name: 'n', required: true }] }),
      findings: [
        { messageId: 'blank', message: "'n' is blank, and a value in every row was asked for" },
        { messageId: 'blank', at: { kind: 'cell', range: 'B3' } },
        { messageId: 'blank', at: { kind: 'cell', range: 'B4' } },
      ],
    },
    {
      name: 'a part of the key, on a sheet',
      example: () =>
        sheetWith(
          [
            ['id', 'line', 'x'],
            ['a', 1, 1],
            ['a', null, 2],
            ['b', 1, 3],
          ],
          { key: ['id', 'line'] },
        ),
      findings: [{ messageId: 'blank', at: { kind: 'cell', sheet: 'S', range: 'B3' } }],
    },
  ],
});
