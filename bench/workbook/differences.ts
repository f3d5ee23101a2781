import { cellAddress, DEFAULT_LIMITS } from '@preflag/core';
import type { Sheet } from '@preflag/readers';
import { readWorkbook } from '@preflag/readers';
import ExcelJs from 'exceljs';

/** How preflag's cells, formulas and number formats of a workbook differ from those of exceljs; or why exceljs cannot read it, beginning with `exceljs`. */
export async function differencesFromExcelJs(path: string): Promise<string[]> {
  const theirs = new ExcelJs.Workbook();
  try {
    await theirs.xlsx.readFile(path);
  } catch (thrown) {
    return [`exceljs: ${String(thrown)}`];
  }
  const result = await readWorkbook({ file: path, path }, { limits: DEFAULT_LIMITS });
  if (!result.ok) return [`preflag: ${result.failure.text}`];
  const differences: string[] = [];
  for (const sheet of result.model.sheets) {
    const their = theirs.getWorksheet(sheet.name);
    if (!their) differences.push(`no sheet ${sheet.name}`);
    else differences.push(...sheetDifferences(sheet, their));
  }
  return differences;
}

function sheetDifferences(sheet: Sheet, their: ExcelJs.Worksheet): string[] {
  const differences: string[] = [];
  const isMerged = new Set<string>();
  for (const { top, left, bottom, right } of sheet.merges) {
    for (let row = top; row <= Math.min(bottom, top + 2000); row++) {
      for (let column = left; column <= Math.min(right, left + 500); column++)
        if (row !== top || column !== left) isMerged.add(cellAddress(row, column));
    }
  }
  const seen = new Set<string>();
  their.eachRow({ includeEmpty: false }, (row) => {
    row.eachCell({ includeEmpty: false }, (cell) => {
      const address = cellAddress(Number(cell.row) - 1, Number(cell.col) - 1);
      seen.add(address);
      // exceljs says the master's value for every merged cell.
      if (isMerged.has(address)) return;
      const [mine, other] = [mineAt(sheet, Number(cell.row) - 1, Number(cell.col) - 1), theirsAt(cell)];
      if (mine !== other) differences.push(`${sheet.name}!${address}: ${mine} | exceljs ${other}`);
      if (mine === '') return;
      const [format, their] = [sheet.format(Number(cell.row) - 1, Number(cell.col) - 1), cell.numFmt ?? 'General'].map(bareFormat);
      if (format !== their) differences.push(`${sheet.name}!${address} format: ${format} | exceljs ${their}`);
    });
  });
  for (let row = 0; row < sheet.rowCount; row++) {
    for (let column = 0; column < sheet.columnCount; column++) {
      const address = cellAddress(row, column);
      const isHeld = sheet.kind(row, column) !== 'blank' || sheet.formulaId(row, column) !== 0;
      if (isHeld && !seen.has(address) && !isMerged.has(address))
        differences.push(`${sheet.name}!${address}: ${mineAt(sheet, row, column)} | exceljs nothing`);
    }
  }
  return differences;
}

/** exceljs drops backslashes, and leaves `GENERAL` as some programs write it. */
function bareFormat(code: string): string {
  return /^general$/i.test(code) ? 'General' : code.replaceAll('\\', '');
}

function mineAt(sheet: Sheet, row: number, column: number): string {
  const value = sheet.value(row, column);
  const formula = sheet.formula(row, column);
  return `${shown(value)}${formula === undefined ? '' : ` =${formula}`}`;
}

function theirsAt(cell: ExcelJs.Cell): string {
  const formula = cell.formula as string | undefined;
  // `cell.value` hides cached 0 and FALSE.
  const value: unknown = formula === undefined ? cell.value : cell.result;
  return `${shown(plain(value, cell))}${formula === undefined ? '' : ` =${formula}`}`;
}

function plain(value: unknown, cell: ExcelJs.Cell): unknown {
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569 - (cell.workbook.properties.date1904 ? 1462 : 0);
  if (typeof value !== 'object' || value === null) return value;
  if ('richText' in value) return (value.richText as readonly { text: string }[]).map(({ text }) => text).join('');
  if ('hyperlink' in value && 'text' in value) return plain(value.text, cell);
  return value;
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number(value.toPrecision(10)).toString();
  if (typeof value === 'object') return 'error' in value ? String(value.error) : JSON.stringify(value);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : JSON.stringify(value);
}
