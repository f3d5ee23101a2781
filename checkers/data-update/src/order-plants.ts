import {
  bytesOf,
  editWorkbook,
  withFile,
  workbookOf,
  type Example,
  type Planted,
  type PlantedFinding,
  type SheetSpec,
} from '@preflag/testing';
import type { Worksheet } from 'exceljs';

/** Orders with a key, a date, an amount and a formula. */
export const ORDERS: SheetSpec = [
  ['id', 'ordered', 'price', 'count', 'total', 'note'],
  ...Array.from({ length: 6 }, (_, index): SheetSpec[number] => [
    `A${index + 1}`,
    new Date(Date.UTC(2026, 2, index + 3)),
    2.5 + index,
    index + 1,
    { formula: `C${index + 2}*D${index + 2}`, result: (2.5 + index) * (index + 1) },
    `Order of ${index + 1}`,
  ]),
];

/** A workbook that is as it was before. */
export async function unchangedOrders(): Promise<Example> {
  const bytes = await workbookOf({ Orders: ORDERS }, (workbook) => void (workbook.getWorksheet('Orders')!.getColumn(3).numFmt = '0.00%'));
  return {
    files: { 'orders.xlsx': bytes },
    beside: { 'before/orders.xlsx': bytes },
    job: { deliverables: [{ path: 'orders.xlsx', update: { before: 'before/orders.xlsx', key: 'id' } }] },
  };
}

/** Changes the sheet of orders in an example's workbook. `edit` says what is to be found, or nothing where there is no room. */
export async function plantInOrders(
  clean: Example,
  edit: (sheet: Worksheet) => readonly Omit<PlantedFinding, 'file'>[] | undefined,
): Promise<Planted | undefined> {
  for (const path of Object.keys(clean.files).filter((name) => name.endsWith('.xlsx'))) {
    const findings: Omit<PlantedFinding, 'file'>[] = [];
    const bytes = await editWorkbook(bytesOf(clean, path), (workbook) => {
      const sheet = workbook.getWorksheet('Orders');
      if (sheet?.getCell('E3').formula === 'C3*D3') findings.push(...(edit(sheet) ?? []));
      return findings.length > 0;
    });
    if (bytes) return { example: withFile(clean, path, bytes), findings: findings.map((finding) => ({ ...finding, file: path })) };
  }
  return undefined;
}
