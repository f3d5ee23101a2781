import { definePlant, editParts, workbookOf, type Plant } from '@preflag/testing';
import { plantInParts } from '../../../workbook-plants.ts';

export const calculatedColumnExceptionPlant: Plant = definePlant({
  rule: 'spreadsheet/calculated-column-exception',
  clean: async () => ({ files: { 'orders.xlsx': await calculatedTable() } }),
  ways: {
    'a value typed over the formula': (clean) =>
      plantInParts(clean, (parts) => {
        const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
        const changed = sheet.replace('<c r="C4"><f>A4*B4</f><v>', '<c r="C4"><v>');
        if (changed === sheet || !('xl/tables/table1.xml' in parts)) return undefined;
        parts['xl/worksheets/sheet1.xml'] = changed;
        return [{ messageId: 'typed', at: { kind: 'cell', range: 'C4' } }];
      }),
    'another formula': (clean) =>
      plantInParts(clean, (parts) => {
        const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
        const changed = sheet.replace('<f>A4*B4</f>', '<f>A4*B3</f>');
        if (changed === sheet || !('xl/tables/table1.xml' in parts)) return undefined;
        parts['xl/worksheets/sheet1.xml'] = changed;
        return [{ messageId: 'other', at: { kind: 'cell', range: 'C4' } }];
      }),
  },
});

/** A table of six rows whose third column multiplies the first two. */
export async function calculatedTable(): Promise<Uint8Array> {
  const rows = Array.from({ length: 6 }, (_, index) => index + 2);
  const bytes = await workbookOf({ Orders: [] }, (workbook) => {
    workbook.getWorksheet('Orders')!.addTable({
      name: 'Orders1',
      ref: 'A1',
      columns: [{ name: 'Price' }, { name: 'Amount' }, { name: 'Value' }],
      rows: rows.map((row) => [row + 0.5, row * 3, { formula: `A${row}*B${row}`, result: (row + 0.5) * row * 3 }]),
    });
  });
  const table = 'xl/tables/table1.xml';
  return editParts(bytes, (parts) => {
    parts[table] = (parts[table] ?? '').replace(
      /<tableColumn([^>]*name="Value"[^>]*)\/>/,
      '<tableColumn$1><calculatedColumnFormula>A2*B2</calculatedColumnFormula></tableColumn>',
    );
  })!;
}
