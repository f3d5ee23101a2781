import { bytesOf, definePlant, editWorkbook, textOf, withFile, workbookOf, type Plant, type SheetSpec } from '@preflag/testing';

export const STOCK: SheetSpec = [
  ['sku', 'name', 'stock', 'status'],
  ['00017', 'Pen', 12, 'open'],
  ['00018', 'Ink', 4, 'open'],
  ['00019', 'Paper', 200, 'closed'],
  ['00020', 'Clip', 31, 'open'],
];
export const STOCK_CSV = 'sku,name,stock\n00017,Pen,12\n00018,Ink,4\n00019,Paper,200\n';

export const rowLostPlant: Plant = definePlant({
  rule: 'data-update/row-lost',
  clean: async () => {
    const bytes = await workbookOf({ Stock: STOCK });
    return {
      files: { 'stock.xlsx': bytes, 'list.csv': STOCK_CSV },
      beside: { 'before/stock.xlsx': bytes, 'before/list.csv': STOCK_CSV },
      job: {
        deliverables: [
          { path: 'stock.xlsx', update: { before: 'before/stock.xlsx', key: 'sku', allow: [] } },
          { path: 'list.csv', update: { before: 'before/list.csv', key: 'sku', allow: [] } },
        ],
      },
    };
  },
  ways: {
    'a row left out of a workbook': async (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.xlsx'));
      let key = '';
      const bytes =
        path === undefined
          ? undefined
          : await editWorkbook(bytesOf(clean, path), (workbook) => {
              const [sheet] = workbook.worksheets;
              if (!sheet || sheet.rowCount < 4) return false;
              key = sheet.getRow(3).getCell(1).text;
              sheet.spliceRows(3, 1);
              return true;
            });
      return bytes && path !== undefined
        ? { example: withFile(clean, path, bytes), findings: [{ messageId: 'lost', file: path, at: { kind: 'row', key } }] }
        : undefined;
    },
    'the last row of a csv cut off': (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.csv'));
      if (path === undefined) return undefined;
      const lines = textOf(clean, path).trimEnd().split('\n');
      const key = lines.at(-1)?.split(',')[0] ?? '';
      return {
        example: withFile(clean, path, `${lines.slice(0, -1).join('\n')}\n`),
        findings: [{ messageId: 'lost', file: path, at: { kind: 'row', key } }],
      };
    },
  },
});
