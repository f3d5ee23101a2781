import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import type { Cell, Workbook } from 'exceljs';
import { plantInWorkbook } from '../../../workbook-plants.ts';
import { ORDERS } from '../inconsistent-formula/plant.ts';

export const staleCachedValuePlant: Plant = definePlant({
  rule: 'spreadsheet/stale-cached-value',
  clean: async () => ({ files: { 'orders.xlsx': await workbookOf({ Orders: ORDERS }) } }),
  ways: {
    'an input that was changed after the last calculation': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        for (const cell of productsOf(workbook)) {
          const input = cell.worksheet.getCell(/^[A-Z]+\d+/.exec(cell.formula)?.[0] ?? '');
          if (typeof input.value !== 'number') continue;
          input.value += 7;
          return [
            { messageId: 'one', at: { kind: 'cell', sheet: cell.worksheet.name, range: cell.address }, excerpt: String(cell.result) },
          ];
        }
        return undefined;
      }),
    'a result that was written into the file': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const [cell] = productsOf(workbook);
        if (!cell || typeof cell.result !== 'number') return undefined;
        const result = cell.result + 1000;
        cell.value = { formula: cell.formula, result };
        return [{ messageId: 'one', at: { kind: 'cell', sheet: cell.worksheet.name, range: cell.address }, excerpt: String(result) }];
      }),
  },
});

/** Formulas such as `B2*C2` whose first operand no other formula names. */
function productsOf(workbook: Workbook): Cell[] {
  const cells: Cell[] = [];
  for (const sheet of workbook.worksheets) sheet.eachRow((row) => row.eachCell((cell) => void (cell.formula && cells.push(cell))));
  return cells.filter(({ formula, address }) => {
    const [, input] = /^([A-Z]+\d+)\*[A-Z]+\d+$/.exec(formula) ?? [];
    return input !== undefined && cells.every((other) => other.address === address || !new RegExp(`\\b${input}\\b`).test(other.formula));
  });
}
