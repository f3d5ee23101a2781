import { cellAddress, columnName, type Location } from '@preflag/core';
import type { Table } from '@preflag/readers';

/** A cell of a csv, whose one sheet is named like its file. */
export function tableCellAt({ file }: Table, row: number, column: number): Location {
  return { kind: 'cell', sheet: file.split('/').at(-1) ?? file, range: cellAddress(row, column) };
}

/** A column's header, or its letters. */
export function tableColumnName({ header }: Table, column: number): string {
  return header[column] || columnName(column);
}

/** What a delimiter is called in a sentence. */
export function delimiterName(delimiter: string): string {
  return DELIMITER_NAMES[delimiter] ?? `'${delimiter}'`;
}

const DELIMITER_NAMES: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };
