import { definePlant, workbookOf, type Plant, type SheetSpec } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

/** Balances with what came in and went out; of every fifth nothing went out. */
export const BALANCES: SheetSpec = [
  ['Fund', 'Opening', 'In', 'Out', 'Closing'],
  ...Array.from({ length: 12 }, (_, index): SheetSpec[number] => [
    `Fund ${index + 1}`,
    100 + index,
    10,
    index % 5 === 4 ? null : 4,
    { formula: `B${index + 2}+C${index + 2}-D${index + 2}`, result: 110 + index - (index % 5 === 4 ? 0 : 4) },
  ]),
];

export const formulaOmitsInputsPlant: Plant = definePlant({
  rule: 'spreadsheet/formula-omits-inputs',
  clean: async () => ({ files: { 'funds.xlsx': await workbookOf({ Funds: BALANCES }) } }),
  ways: {
    'what went out is forgotten': (clean) => forget(clean, 8, 'number'),
    'what will go out is forgotten': (clean) => forget(clean, 6, 'nothing'),
  },
});

function forget(clean: Parameters<Plant['ways'][string]>[0], row: number, messageId: string): ReturnType<Plant['ways'][string]> {
  return plantInWorkbook(clean, (workbook) => {
    const cell = workbook.getWorksheet('Funds')?.getCell(`E${row}`);
    if (cell?.formula !== `B${row}+C${row}-D${row}`) return undefined;
    cell.value = { formula: `B${row}+C${row}`, result: 110 };
    return [{ messageId, at: { kind: 'cell', sheet: 'Funds', range: `E${row}` } }];
  });
}
