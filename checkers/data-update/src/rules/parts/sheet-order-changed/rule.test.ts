import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { unchanged } from '../../../part-plants.ts';
import { sheetOrderChangedPlant } from './plant.ts';
import { sheetOrderChanged } from './rule.ts';

const book = (...names: readonly string[]): Promise<Uint8Array> =>
  workbookOf(
    Object.fromEntries(
      names.map((name) => [
        name,
        [
          ['id', 'x'],
          ['1', 'a'],
        ],
      ]),
    ),
  );

testRule(sheetOrderChanged, {
  plant: sheetOrderChangedPlant,
  valid: [
    { name: 'a sheet between, and one gone', example: async () => unchanged(await book('A', 'New', 'C'), await book('A', 'B', 'C')) },
  ],
  invalid: [
    {
      name: 'two changed places',
      example: async () => unchanged(await book('A', 'C', 'B'), await book('A', 'B', 'C')),
      findings: [{ messageId: 'order', message: "The sheet 'C' stands in another place; the order was A, B, C" }],
    },
  ],
});
