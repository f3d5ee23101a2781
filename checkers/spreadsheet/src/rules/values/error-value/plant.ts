import { definePlant, editWorkbook, bytesOf, withFile, workbookOf, type Plant, type Planted, type Example } from '@preflag/testing';
import type { Cell } from 'exceljs';

export const errorValuePlant: Plant = definePlant({
  rule: 'spreadsheet/error-value',
  clean: async () => ({
    files: {
      'sales.xlsx': await workbookOf({
        Sales: [
          ['Region', 'Revenue', 'Share'],
          ['North', 1200, { formula: 'B2/SUM(B$2:B$3)', result: 0.6 }],
          ['South', 800, { formula: 'B3/SUM(B$2:B$3)', result: 0.4 }],
        ],
      }),
    },
  }),
  ways: {
    'a formula that gives an error': (clean) =>
      plant(
        clean,
        'formula',
        (cell) => typeof cell.formula === 'string',
        (cell) => ({ formula: cell.formula, result: { error: '#REF!' } }),
      ),
    'an error written out': (clean) =>
      plant(
        clean,
        'error',
        (cell) => typeof cell.value === 'number',
        () => ({ error: '#DIV/0!' }),
      ),
  },
});

async function plant(
  clean: Example,
  messageId: string,
  fits: (cell: Cell) => boolean,
  value: (cell: Cell) => object,
): Promise<Planted | undefined> {
  const path = Object.keys(clean.files).find((name) => name.endsWith('.xlsx'));
  if (path === undefined) return undefined;
  const findings: { messageId: string; file: string; at: { kind: 'cell'; sheet: string; range: string } }[] = [];
  const bytes = await editWorkbook(bytesOf(clean, path), (workbook) => {
    workbook.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (findings.length > 0 || !fits(cell)) return;
          cell.value = value(cell) as Cell['value'];
          findings.push({ messageId, file: path, at: { kind: 'cell', sheet: sheet.name, range: cell.address } });
        }),
      ),
    );
    return findings.length > 0;
  });
  return bytes && { example: withFile(clean, path, bytes), findings };
}
