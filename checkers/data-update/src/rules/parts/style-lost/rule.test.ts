import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { unchanged } from '../../../part-plants.ts';
import { styleLostPlant } from './plant.ts';
import { styleLost } from './rule.ts';

const book = (...bold: readonly string[]): Promise<Uint8Array> =>
  workbookOf(
    {
      S: [
        ['id', 'a', 'b', 'c'],
        ['1', 2, 3, 4],
        ['2', 5, 6, 7],
      ],
    },
    (workbook) => {
      for (const cell of bold) workbook.getWorksheet('S')!.getCell(cell).style = { font: { bold: true } };
    },
  );

testRule(styleLost, {
  plant: styleLostPlant,
  valid: [
    {
      name: 'a few of many',
      example: async () => unchanged(await book('A1', 'B1', 'C1', 'D1'), await book('A1', 'B1', 'C1', 'D1', 'B2', 'B3')),
    },
  ],
  invalid: [
    {
      name: 'bold figures',
      example: async () => unchanged(await book('A1'), await book('A1', 'B2', 'C2', 'D2')),
      findings: [{ messageId: 'trait', message: "3 of 4 cells of 'S' that were bold no longer are, such as B2" }],
    },
  ],
});
