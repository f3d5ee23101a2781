import { textOf, withFile, workbookOf, type Example, type Planted, type SheetSpec } from '@preflag/testing';
import { plantInWorkbook } from './workbook-plants.ts';

const ROWS: readonly (readonly [id: string, date: string, region: string, status: string, amount: number])[] = [
  ['A101', '2024-01-15', 'North', 'open', 1200.5],
  ['A102', '2024-02-20', 'South', 'closed', 80],
  ['A103', '2024-02-28', 'North', 'open', 415.25],
  ['A104', '2024-05-02', 'West', 'closed', 930],
  ['A105', '2024-08-19', 'South', 'open', 77.4],
];

const COLUMNS = [
  { name: 'id', type: 'text', pattern: String.raw`[A-Z]\d{3}`, unique: true },
  { name: 'date', type: 'date', min: '2024-01-01', max: '2024-12-31' },
  { name: 'region', required: true },
  { name: 'status', values: ['open', 'closed'] },
  { name: 'amount', type: 'number', min: 0, max: 10_000, unit: 'EUR' },
];

/** Orders in a workbook and in a csv, and a job that states everything that it can state of columns and cells. */
export async function contractExample(): Promise<Example> {
  const lines = ROWS.map(([id, date, region, status, amount]) => [id, date, region, status, String(amount)].join(','));
  const ofTable = { key: ['id', 'region'], sortedBy: ['date', { column: 'amount', descending: true }] };
  return {
    files: {
      'orders.xlsx': await ordersWorkbook(),
      'orders.csv': ['id,date,region,status,amount (EUR)', ...lines, ''].join('\n'),
    },
    beside: { 'regions.csv': 'Region,Manager\nNorth,Ann\nSouth,Bob\nWest,Cleo\n' },
    job: {
      deliverables: [
        {
          path: 'orders.xlsx',
          sheets: [
            {
              name: 'Orders',
              columns: COLUMNS.map((column) => ({
                ...column,
                ...(column.name === 'amount' && { format: '#,##0.00 "€"' }),
                ...(column.name === 'region' && { in: { sheet: 'Regions', column: 'Region' } }),
              })),
              ...ofTable,
            },
          ],
          cells: [
            { at: 'Regions!A1', matches: 'Reg.*' },
            { at: { sheet: 'Overview', row: 'Total', column: 'Amount' }, value: 2703.15, tolerance: 0.01, formula: true },
          ],
        },
        {
          path: 'orders.csv',
          columns: COLUMNS.map((column) => ({
            ...column,
            ...(column.name === 'region' && { in: { file: 'regions.csv', column: 'Region' } }),
          })),
          ...ofTable,
          cells: [{ at: 'C2', value: 'North' }],
        },
      ],
    },
  };
}

/** A csv with a job that asks this of it. */
export function csvWith(text: string, asks: object): Example {
  return { files: { 'a.csv': text }, job: { deliverables: [{ path: 'a.csv', ...asks }] } };
}

/** A workbook with one sheet S and a job that asks this of the sheet. `formats` gives columns by their letters a number format. */
export async function sheetWith(rows: SheetSpec, asks: object, formats: Readonly<Record<string, string>> = {}): Promise<Example> {
  return workbookWith({ S: rows }, { sheets: [{ name: 'S', ...asks }] }, formats);
}

/** A workbook with a job that asks this of it. */
export async function workbookWith(
  sheets: Readonly<Record<string, SheetSpec>>,
  asks: object,
  formats: Readonly<Record<string, string>> = {},
): Promise<Example> {
  const bytes = await workbookOf(sheets, (workbook) => {
    const sheet = workbook.worksheets[0];
    for (const [letter, format] of Object.entries(formats))
      for (let row = 2; row <= (sheet?.rowCount ?? 0); row += 1) sheet!.getCell(`${letter}${row}`).numFmt = format;
  });
  return { files: { 'a.xlsx': bytes }, job: { deliverables: [{ path: 'a.xlsx', ...asks }] } };
}

/** Plants a value into a cell of the orders, or of another sheet of their workbook. */
export function plantInCell(
  clean: Example,
  address: string,
  value: string | number | Date | null,
  messageId: string,
  name = 'Orders',
): Promise<Planted | undefined> {
  return plantInWorkbook(clean, (workbook) => {
    const sheet = workbook.getWorksheet(name);
    if (!sheet || workbook.getWorksheet('Orders')?.getCell('A1').value !== 'id') return undefined;
    sheet.getCell(address).value = value;
    return [{ messageId, at: { kind: 'cell', sheet: name, range: address } }];
  });
}

/** Plants a text into a cell of the csv of the orders; row and column are 0-based, header included. */
export function plantInCsv(clean: Example, row: number, column: number, text: string, messageId: string): Planted | undefined {
  const path = Object.keys(clean.files).find((name) => name.endsWith('.csv') && textOf(clean, name).startsWith('id,date,region'));
  if (path === undefined) return undefined;
  const rows = textOf(clean, path)
    .split('\n')
    .map((line) => line.split(','));
  rows[row]![column] = text;
  return {
    example: withFile(clean, path, rows.map((cells) => cells.join(',')).join('\n')),
    findings: [{ messageId, file: path, at: { kind: 'cell' } }],
  };
}

function ordersWorkbook(): Promise<Uint8Array> {
  const orders: SheetSpec = [
    ['id', 'date', 'region', 'status', 'amount'],
    ...ROWS.map(([id, date, region, status, amount]) => [id, new Date(`${date}T00:00:00Z`), region, status, amount] as const),
  ];
  const total = ROWS.reduce((sum, [, , , , amount]) => sum + amount, 0);
  return workbookOf(
    {
      Overview: [
        ['What', 'Amount'],
        ['Orders', { formula: 'SUM(Orders!E2:E6)', result: total }],
        ['Refunds', 0],
        ['Total', { formula: 'B2+B3', result: total }],
      ],
      Orders: orders,
      Regions: [
        ['Region', 'Manager'],
        ['North', 'Ann'],
        ['South', 'Bob'],
        ['West', 'Cleo'],
      ],
    },
    (workbook) => {
      const sheet = workbook.getWorksheet('Orders');
      for (let row = 2; row <= ROWS.length + 1; row += 1) {
        sheet!.getCell(row, 2).numFmt = 'yyyy-mm-dd';
        sheet!.getCell(row, 5).numFmt = '#,##0.00\\ "€"';
      }
    },
  );
}
