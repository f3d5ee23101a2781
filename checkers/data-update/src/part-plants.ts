import {
  bytesOf,
  editParts,
  editWorkbook,
  withFile,
  workbookOf,
  type Example,
  type Parts,
  type Planted,
  type PlantedFinding,
} from '@preflag/testing';
import type { Workbook } from 'exceljs';
import { ORDERS } from './order-plants.ts';

type FindingInFile = Omit<PlantedFinding, 'file'>;

/** A workbook of orders with everything that exceljs can put beside cells, as it was before. */
export async function unchangedParts(edit: (workbook: Workbook) => void = () => {}): Promise<Example> {
  const bytes = await workbookOf({ Orders: ORDERS, Lists: [['open'], ['closed']] }, (workbook) => {
    const sheet = workbook.getWorksheet('Orders')!;
    sheet.getColumn(2).width = 14;
    for (let row = 2; row <= 7; row += 1)
      sheet.getCell(row, 4).dataValidation = { type: 'whole', operator: 'greaterThan', formulae: [0], showErrorMessage: true };
    sheet.addConditionalFormatting({
      ref: 'C2:C7',
      rules: [{ type: 'cellIs', operator: 'greaterThan', priority: 1, formulae: [5], style: {} }],
    });
    sheet.getCell('A2').note = 'First order';
    workbook.definedNames.add('Lists!$A$1:$A$2', 'states');
    edit(workbook);
  });
  return unchanged(bytes);
}

/** A workbook that is as it was before. */
export function unchanged(bytes: Uint8Array, before: Uint8Array = bytes): Example {
  return {
    files: { 'orders.xlsx': bytes },
    beside: { 'before/orders.xlsx': before },
    job: { deliverables: [{ path: 'orders.xlsx', update: { before: 'before/orders.xlsx', key: 'id' } }] },
  };
}

/** Changes the workbook of an example by exceljs. `edit` says what is to be found, or nothing where there is no room. */
export async function plantByExcelJs(
  clean: Example,
  edit: (workbook: Workbook) => readonly FindingInFile[] | undefined,
): Promise<Planted | undefined> {
  for (const path of Object.keys(clean.files).filter((name) => name.endsWith('.xlsx'))) {
    const findings: FindingInFile[] = [];
    const bytes = await editWorkbook(bytesOf(clean, path), (workbook) => {
      findings.push(...(edit(workbook) ?? []));
      return findings.length > 0;
    });
    if (bytes) return { example: withFile(clean, path, bytes), findings: findings.map((finding) => ({ ...finding, file: path })) };
  }
  return undefined;
}

/** The same by the parts of the package. */
export function plantByParts(clean: Example, edit: (parts: Parts) => readonly FindingInFile[] | undefined): Planted | undefined {
  for (const path of Object.keys(clean.files).filter((name) => name.endsWith('.xlsx'))) {
    const findings: FindingInFile[] = [];
    const bytes = editParts(bytesOf(clean, path), (parts) => {
      findings.push(...(edit(parts) ?? []));
      return findings.length > 0;
    });
    if (bytes) return { example: withFile(clean, path, bytes), findings: findings.map((finding) => ({ ...finding, file: path })) };
  }
  return undefined;
}
