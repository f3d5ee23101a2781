import { cellAddress, columnName, rangeAddress } from '@preflag/core';
import type { Sheet, Workbook } from '@preflag/readers';
import { LineBuffer } from './line-buffer.ts';

/**
 * All sheets, or one: first what there is, then each sheet's cells as rows of tab-separated texts, with row numbers and column
 * letters. Rows without anything are left out.
 */
export function renderWorkbook(workbook: Workbook, sheet: string | undefined): string {
  const chosen = sheet === undefined ? workbook.sheets : [workbook.sheet(sheet) ?? missing(workbook, sheet)];
  const lines = new LineBuffer();
  lines.add(
    `Workbook with ${workbook.sheets.length} ${workbook.sheets.length === 1 ? 'sheet' : 'sheets'}: ${workbook.sheets.map(describe).join('; ')}.`,
  );
  for (const { name, type } of workbook.otherSheets) lines.add(`${type} '${name}'.`);
  for (const { name, refersTo, hidden } of workbook.names) lines.add(`Name ${name} = ${refersTo}${hidden ? ' (hidden)' : ''}`);
  for (const one of chosen) if (!lines.isFull) renderSheet(one, lines);
  return lines.text();
}

function renderSheet(sheet: Sheet, lines: LineBuffer): void {
  lines.add('', `=== Sheet '${sheet.name}' ===`);
  if (sheet.merges.length > 0) lines.add(`Merged: ${sheet.merges.slice(0, 100).map(rangeAddress).join(', ')}`);
  if (sheet.columnCount > 0) lines.add(['', ...Array.from({ length: sheet.columnCount }, (_, column) => columnName(column))].join('\t'));
  for (let row = 0; row < sheet.rowCount && !lines.isFull; row += 1) {
    const cells = Array.from({ length: sheet.columnCount }, (_, column) => showCell(sheet, row, column));
    const last = cells.findLastIndex((text) => text !== '');
    if (last >= 0) lines.add([String(row + 1), ...cells.slice(0, last + 1)].join('\t'));
  }
}

function showCell(sheet: Sheet, row: number, column: number): string {
  const formula = sheet.formula(row, column);
  const text = sheet
    .text(row, column)
    .replaceAll('\t', '\\t')
    .replaceAll(/\r?\n|\r/g, '\\n');
  if (formula === undefined) return text;
  return `=${formula} → ${sheet.kind(row, column) === 'blank' ? '(no value stored)' : text}`;
}

function describe(sheet: Sheet): string {
  const size = sheet.cellCount === 0 ? 'empty' : `A1:${cellAddress(sheet.rowCount - 1, sheet.columnCount - 1)}`;
  const formulas = sheet.formulaCount > 0 ? `, ${sheet.formulaCount} formulas` : '';
  return `'${sheet.name}' (${size}${formulas}${sheet.state === 'visible' ? '' : ', hidden'})`;
}

function missing({ sheets }: Workbook, name: string): never {
  throw new Error(`There is no sheet '${name}'. There are: ${sheets.map((sheet) => sheet.name).join(', ')}.`);
}
