import type { ColumnSheet } from '../workbook/store/column-sheet.ts';
import { BOOLEAN, DATE, NUMBER, STRING } from '../workbook/store/column-store.ts';
import { textValue } from './cell-value.ts';

const KINDS = { number: NUMBER, date: DATE, boolean: BOOLEAN } as const;

/** Puts a cell of a table on a sheet as a spreadsheet program would: typed, its text trimmed. Marks for missing values stay blank. */
export function putValue(sheet: ColumnSheet, row: number, column: number, text: string, delimiter: string): void {
  const value = textValue(text, delimiter);
  if ('number' in value) sheet.put(row, column, KINDS[value.kind], Number.isNaN(value.number) ? 0 : value.number, 0, 0);
  else if (value.kind === 'text') sheet.put(row, column, STRING, sheet.store.strings.internText(text.trim()), 0, 0);
}
