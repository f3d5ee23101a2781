import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import type { Worksheet } from 'exceljs';
import { plantInWorkbook } from '../../../workbook-plants.ts';

/** Marks each of the rows, from the second on, by a conditional format of its own. */
export function markRows(sheet: Worksheet, count: number, formula: (row: number) => string): void {
  for (let row = 2; row < count + 2; row += 1)
    sheet.addConditionalFormatting({
      ref: `B${row}`,
      rules: [{ type: 'expression', priority: row, formulae: [formula(row)], style: { font: { bold: true } } }],
    });
}

export const repeatedConditionalFormatsPlant: Plant = definePlant({
  rule: 'spreadsheet/repeated-conditional-formats',
  clean: async () => ({
    files: {
      'visits.xlsx': await workbookOf(
        { Visits: [['Visit', 'Guests'], ...Array.from({ length: 120 }, (_, row) => [`V${row}`, row])] },
        (workbook) => markRows(workbook.getWorksheet('Visits')!, 1, (row) => `B${row}>9`),
      ),
    },
  }),
  ways: {
    'a format for each row': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Visits');
        if (sheet?.rowCount !== 121) return undefined;
        markRows(sheet, 120, (row) => `B${row}>9`);
        return [{ messageId: 'formats' }];
      }),
    'a validation for each row': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Visits');
        if (sheet?.rowCount !== 121) return undefined;
        // exceljs joins those that are equal, so that each one names its own row.
        for (let row = 2; row <= 121; row += 1)
          sheet.getCell(row, 2).dataValidation = { type: 'custom', formulae: [`B${row}>0`], showErrorMessage: true };
        return [{ messageId: 'validations' }];
      }),
  },
});
