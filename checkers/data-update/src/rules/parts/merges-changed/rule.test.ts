import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { unchanged } from '../../../part-plants.ts';
import { mergesChangedPlant } from './plant.ts';
import { mergesChanged } from './rule.ts';

const book = (rows: number, merge: string): Promise<Uint8Array> =>
  workbookOf({ S: [['id', 'x'], ...Array.from({ length: rows }, (_, index) => [`${index}`, index] as const)] }, (workbook) =>
    workbook.getWorksheet('S')!.mergeCells(merge),
  );

testRule(mergesChanged, {
  plant: mergesChangedPlant,
  valid: [{ name: 'rows were added above', example: async () => unchanged(await book(6, 'D8:E8'), await book(4, 'D6:E6')) }],
  invalid: [],
});
