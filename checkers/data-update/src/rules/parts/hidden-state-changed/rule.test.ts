import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { unchanged } from '../../../part-plants.ts';
import { hiddenStateChangedPlant } from './plant.ts';
import { hiddenStateChanged } from './rule.ts';

const book = (...hidden: readonly number[]): Promise<Uint8Array> =>
  workbookOf(
    {
      S: [
        ['id', 'x'],
        ['1', 'a'],
        ['2', 'b'],
        ['3', 'c'],
      ],
    },
    (workbook) => {
      for (const row of hidden) workbook.getWorksheet('S')!.getRow(row).hidden = true;
    },
  );

testRule(hiddenStateChanged, {
  plant: hiddenStateChangedPlant,
  valid: [{ name: 'a filter that shows other rows', example: async () => unchanged(await book(3), await book(2, 4)) }],
  invalid: [
    {
      name: 'a sheet that was hidden',
      example: async () => {
        const both = (state: 'hidden' | 'visible'): Promise<Uint8Array> =>
          workbookOf({ S: [['id', 'x']], T: [['y']] }, (workbook) => void (workbook.getWorksheet('T')!.state = state));
        return unchanged(await both('visible'), await both('hidden'));
      },
      findings: [{ messageId: 'sheetShown', message: "The sheet 'T' was hidden and is shown now" }],
    },
    {
      name: 'rows hidden',
      example: async () => unchanged(await book(2, 3), await book()),
      findings: [{ messageId: 'rowsHidden', message: "2 rows of 'S' are hidden, and none was before" }],
    },
  ],
});
