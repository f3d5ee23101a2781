import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

export const validationBrokenPlant: Plant = definePlant({
  rule: 'spreadsheet/validation-broken',
  clean: async () => ({
    files: {
      'tickets.xlsx': await workbookOf(
        {
          Tickets: [
            ['Ticket', 'State', 'Hours'],
            ['T-1', 'open', 2],
            ['T-2', 'closed', 5.5],
            ['T-3', 'open', 1],
          ],
        },
        (workbook) => {
          const sheet = workbook.getWorksheet('Tickets')!;
          for (const row of [2, 3, 4]) {
            sheet.getCell(row, 2).dataValidation = { type: 'list', formulae: ['"open,closed,waiting"'], showErrorMessage: true };
            sheet.getCell(row, 3).dataValidation = { type: 'decimal', operator: 'between', formulae: [0, 24], showErrorMessage: true };
          }
        },
      ),
    },
  }),
  ways: {
    'a word that is not in the list': (clean) => plant(clean, 'B3', 'done'),
    'a number out of bounds': (clean) => plant(clean, 'C3', 55),
    'a text where a number must be': (clean) => plant(clean, 'C4', 'one'),
  },
});

function plant(clean: Parameters<Plant['ways'][string]>[0], address: string, value: string | number): ReturnType<Plant['ways'][string]> {
  return plantInWorkbook(clean, (workbook) => {
    const cell = workbook.getWorksheet('Tickets')?.getCell(address);
    if (!cell?.dataValidation) return undefined;
    cell.value = value;
    return [{ messageId: 'refused', at: { kind: 'cell', sheet: 'Tickets', range: address }, excerpt: String(value) }];
  });
}
