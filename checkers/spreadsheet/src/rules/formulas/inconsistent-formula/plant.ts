import { definePlant, workbookOf, type Plant, type SheetSpec } from '@preflag/testing';
import type { Cell } from 'exceljs';
import { plantInWorkbook } from '../../../workbook-plants.ts';

/** Eight lines with a price, a count and their product. */
export const ORDERS: SheetSpec = [
  ['Item', 'Price', 'Count', 'Amount'],
  ...Array.from({ length: 8 }, (_, index): SheetSpec[number] => [
    `Item ${index + 1}`,
    2.5 + index,
    index + 3,
    { formula: `B${index + 2}*C${index + 2}`, result: (2.5 + index) * (index + 3) },
  ]),
  ['Total', null, null, { formula: 'SUM(D2:D9)', result: 354 }],
];

export const inconsistentFormulaPlant: Plant = definePlant({
  rule: 'spreadsheet/inconsistent-formula',
  clean: async () => ({ files: { 'orders.xlsx': await workbookOf({ Orders: ORDERS }) } }),
  ways: {
    'a formula that uses another row': (clean) =>
      plantInColumn(clean, 'formula', (cell) => ({ formula: cell.formula.replace(/B\d+/, 'B2'), result: 1 })),
    'a number typed over a formula': (clean) => plantInColumn(clean, 'value', () => 17),
  },
});

function plantInColumn(
  clean: Parameters<Plant['ways'][string]>[0],
  messageId: string,
  value: (cell: Cell) => Cell['value'],
): ReturnType<Plant['ways'][string]> {
  return plantInWorkbook(clean, (workbook) => {
    const cell = workbook.getWorksheet('Orders')?.getCell('D6');
    if (cell?.formula !== 'B6*C6') return undefined;
    cell.value = value(cell);
    return [{ messageId, at: { kind: 'cell', sheet: 'Orders', range: 'D6' } }];
  });
}
