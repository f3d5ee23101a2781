import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import type { Cell } from 'exceljs';
import { plantInWorkbook } from '../../../workbook-plants.ts';
import { ORDERS } from '../inconsistent-formula/plant.ts';

const SUM = /^SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)$/;

export const circularReferencePlant: Plant = definePlant({
  rule: 'spreadsheet/circular-reference',
  clean: async () => ({ files: { 'orders.xlsx': await workbookOf({ Orders: ORDERS }) } }),
  ways: {
    'a total that includes itself': (clean) =>
      plantInSum(clean, (cell) => {
        cell.value = { formula: cell.formula.replace(SUM, `SUM($1$2:$3${cell.row})`), result: 0 };
        return [{ messageId: 'self', at: { kind: 'cell', sheet: cell.worksheet.name, range: cell.address } }];
      }),
    'a line that uses the total': (clean) =>
      plantInSum(clean, (cell) => {
        const [, column = '', row = ''] = SUM.exec(cell.formula) ?? [];
        const line = cell.worksheet.getCell(`${column}${row}`);
        line.value = { formula: `${cell.address}*0.1`, result: 1 };
        return [{ messageId: 'circle', at: { kind: 'cell', sheet: cell.worksheet.name, range: line.address } }];
      }),
  },
});

/** In the first sum of its own column over rows above it. */
function plantInSum(
  clean: Parameters<Plant['ways'][string]>[0],
  plant: (cell: Cell) => ReturnType<Parameters<typeof plantInWorkbook>[1]>,
): ReturnType<Plant['ways'][string]> {
  return plantInWorkbook(clean, (workbook) => {
    for (const sheet of workbook.worksheets) {
      const found: Cell[] = [];
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          const [, left, , right, bottom] = SUM.exec(cell.formula ?? '') ?? [];
          if (left !== undefined && left === right && cell.address === `${left}${cell.row}` && Number(bottom) < Number(cell.row))
            found.push(cell);
        }),
      );
      if (found[0]) return plant(found[0]);
    }
    return undefined;
  });
}
