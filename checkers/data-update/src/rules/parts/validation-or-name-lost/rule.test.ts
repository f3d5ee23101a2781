import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { unchanged } from '../../../part-plants.ts';
import { validationOrNameLostPlant } from './plant.ts';
import { validationOrNameLost } from './rule.ts';

/** A sheet with a validation that refers to a list, which stands in this row. */
const listed = (row: number): Promise<Uint8Array> =>
  workbookOf(
    {
      S: [
        ['id', 'state'],
        ['1', 'a'],
      ],
    },
    (workbook) => {
      workbook.getWorksheet('S')!.getCell('B2').dataValidation = {
        type: 'list',
        formulae: [`$D$${row}:$D$${row + 2}`],
        showErrorMessage: true,
      };
    },
  );
const tabled = (name: string): Promise<Uint8Array> =>
  workbookOf(
    { S: [] },
    (workbook) => void workbook.getWorksheet('S')!.addTable({ name, ref: 'A1', columns: [{ name: 'id' }], rows: [['1'], ['2']] }),
  );

testRule(validationOrNameLost, {
  plant: validationOrNameLostPlant,
  valid: [{ name: 'a list that moved with its rows', example: async () => unchanged(await listed(9), await listed(5)) }],
  invalid: [
    {
      name: 'a table',
      example: async () => unchanged(await workbookOf({ S: [['id'], ['1'], ['2']] }), await tabled('Orders1')),
      findings: [{ messageId: 'table', message: "The table 'Orders1' on 'S' is gone; its cells are plain cells now" }],
    },
    {
      name: 'a validation',
      example: async () =>
        unchanged(
          await workbookOf({
            S: [
              ['id', 'state'],
              ['1', 'a'],
            ],
          }),
          await listed(5),
        ),
      findings: [{ messageId: 'validation', message: "The data validation on 'S' that allows only list $D$5:$D$7 is gone" }],
    },
  ],
});
