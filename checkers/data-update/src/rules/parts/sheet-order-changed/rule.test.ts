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
          ['1', name],
        ],
      ]),
    ),
  );

testRule(sheetOrderChanged, {
  plant: sheetOrderChangedPlant,
  valid: [
    { name: 'a name in other letters', example: async () => unchanged(await book('ORDERS'), await book('Orders')) },
    { name: 'a sheet between, and one gone', example: async () => unchanged(await book('A', 'New', 'C'), await book('A', 'B', 'C')) },
  ],
  invalid: [
    {
      name: 'another name of the only sheet',
      example: async () => unchanged(await book('Sheet1'), await book('Orders 2026')),
      findings: [{ messageId: 'renamed', message: "The sheet 'Orders 2026' is now called 'Sheet1'" }],
    },
    {
      name: 'two changed places',
      example: async () => unchanged(await book('A', 'C', 'B'), await book('A', 'B', 'C')),
      findings: [{ messageId: 'order', message: "The sheet 'C' stands in another place; the order was A, B, C" }],
    },
  ],
});
