import { bytesOf, definePlant, editWorkbook, withFile, workbookOf, type Example, type Plant, type SheetSpec } from '@preflag/testing';

/** Orders with a row total, a grand total, and a sheet that refers to both. */
export const TOTALS: SheetSpec = [
  ['id', 'price', 'count', 'total'],
  ...Array.from({ length: 5 }, (_, index): SheetSpec[number] => [
    `A${index + 1}`,
    index + 2,
    3,
    { formula: `B${index + 2}*C${index + 2}`, result: (index + 2) * 3 },
  ]),
  ['Total', null, null, { formula: 'SUM(D2:D6)', result: 60 }],
];
export const SUMMARY: SheetSpec = [
  ['All', { formula: 'Orders!D7', result: 60 }],
  ['First', { formula: 'Orders!D2', result: 6 }],
];

async function clean(): Promise<Example> {
  const bytes = await workbookOf({ Orders: TOTALS, Summary: SUMMARY });
  return {
    files: { 'orders.xlsx': bytes },
    beside: { 'before/orders.xlsx': bytes },
    job: { deliverables: [{ path: 'orders.xlsx', update: { before: 'before/orders.xlsx', key: 'id' } }] },
  };
}

export const formulaNotShiftedPlant: Plant = definePlant({
  rule: 'data-update/formula-not-shifted',
  clean,
  ways: {
    'a row put in by a program that moves no references': async (example) => {
      const path = Object.keys(example.files).find((name) => name.endsWith('.xlsx'));
      if (path === undefined) return undefined;
      const bytes = await editWorkbook(bytesOf(example, path), (workbook) => {
        const sheet = workbook.getWorksheet('Orders');
        if (sheet?.getCell('D7').formula !== 'SUM(D2:D6)') return false;
        sheet.insertRow(4, ['A9', 9, 3, { formula: 'B4*C4', result: 27 }]);
        for (let row = 5; row <= 7; row += 1) sheet.getCell(`D${row}`).value = { formula: `B${row}*C${row}`, result: (row - 1) * 3 };
        sheet.getCell('D8').value = { formula: 'SUM(D2:D6)', result: 60 };
        return true;
      });
      if (!bytes) return undefined;
      const at = (sheet: string, range: string) => ({ messageId: 'stale', file: path, at: { kind: 'cell', sheet, range } }) as const;
      return { example: withFile(example, path, bytes), findings: [at('Orders', 'D8'), at('Summary', 'B1')] };
    },
  },
});
