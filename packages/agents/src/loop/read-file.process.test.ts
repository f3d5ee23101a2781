import { Document, Footer, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { Json } from '@preflag/core';
import { LoopFiles } from './loop-files.ts';
import { readFileTool } from './read-file.ts';

const never = new AbortController().signal;
const read = (bytes: Uint8Array, path: string, more: Readonly<Record<string, Json>> = {}): Promise<string> =>
  readFileTool(new LoopFiles({ [path]: bytes }, {}), { path, ...more }, never);

async function workbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const summary = book.addWorksheet('Summary');
  summary.addRows([
    ['Region', 'Revenue', 'When'],
    ['Nord\tOst', 10.5, new Date(Date.UTC(2024, 0, 31))],
  ]);
  summary.getCell('B4').value = { formula: 'SUM(B2:B3)', result: 10.5 };
  summary.getCell('C4').value = { formula: 'TODAY()' };
  summary.getCell('C2').numFmt = 'yyyy-mm-dd';
  summary.mergeCells('A6:B6');
  book.addWorksheet('Notes', { state: 'hidden' }).getCell('A1').value = 'line 1\nline 2';
  return new Uint8Array(await book.xlsx.writeBuffer());
}

it('shows a workbook as sheets with cells, formulas and what is hidden', async () => {
  expect(await read(await workbook(), 'a.xlsx')).toMatchInlineSnapshot(`
    "Workbook with 2 sheets: 'Summary' (A1:C4, 2 formulas); 'Notes' (A1:A1, hidden).

    === Sheet 'Summary' ===
    Merged: A6:B6
    	A	B	C
    1	Region	Revenue	When
    2	Nord\\tOst	10.5	2024-01-31
    4		=SUM(B2:B3) → 10.5	=TODAY() → (no value stored)

    === Sheet 'Notes' ===
    	A
    1	line 1\\nline 2"
  `);
});

it('shows one sheet of it, and says which there are', async () => {
  expect(await read(await workbook(), 'a.xlsx', { sheet: 'notes' })).toMatchInlineSnapshot(`
    "Workbook with 2 sheets: 'Summary' (A1:C4, 2 formulas); 'Notes' (A1:A1, hidden).

    === Sheet 'Notes' ===
    	A
    1	line 1\\nline 2"
  `);
  await expect(read(await workbook(), 'a.xlsx', { sheet: 'Sales' })).rejects.toThrow(
    "There is no sheet 'Sales'. There are: Summary, Notes.",
  );
});

it('shows a Word document in the manner of markdown', async () => {
  const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] });
  const document = new Document({
    sections: [
      {
        footers: { default: new Footer({ children: [new Paragraph('Page foot')] }) },
        children: [
          new Paragraph({ text: 'Results', heading: HeadingLevel.HEADING_1 }),
          new Paragraph('It grew by 12 %.'),
          new Paragraph({ text: 'First', bullet: { level: 0 } }),
          new Paragraph({ text: 'Inner', bullet: { level: 1 } }),
          new Table({
            rows: [new TableRow({ children: [cell('Region'), cell('A | B')] }), new TableRow({ children: [cell('Nord'), cell('42')] })],
          }),
          new Paragraph('The end.'),
        ],
      },
    ],
  });
  expect(await read(new Uint8Array(await Packer.toBuffer(document)), 'r.docx')).toMatchInlineSnapshot(`
    "# Results

    It grew by 12 %.

    - First
      - Inner

    | Region | A \\| B |
    | Nord | 42 |

    The end.

    [footer] Page foot"
  `);
});

it('reads a text in another encoding when it is told which', async () => {
  const bytes = Buffer.from('id;name\r\n00017;Größe\r\n', 'latin1');
  expect(await read(bytes, 'a.csv', { encoding: 'windows-1252' })).toBe('id;name\r\n00017;Größe\r\n');
  await expect(read(bytes, 'a.csv')).rejects.toThrow("The text of 'a.csv' is not UTF-8: give its encoding, such as windows-1252.");
  await expect(read(bytes, 'a.csv', { encoding: 'klingon' })).rejects.toThrow("The file cannot be read as 'klingon'.");
  await expect(read(bytes, 'a.csv', { encoding: 'utf-8' })).rejects.toThrow("The file cannot be read as 'utf-8'.");
  expect(await read(Buffer.from('\uFEFFGröße', 'utf16le'), 'a.txt')).toBe('Größe');
});

it.each<[string, Uint8Array, string, RegExp]>([
  [
    'a png',
    Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
    'a.png',
    /^'a\.png' cannot be shown as text: it is an image\.$/,
  ],
  ['a zip', zipSync({ 'a.txt': new Uint8Array(9) }), 'a.zip', /^'a\.zip' cannot be shown as text: it is a zip archive\.$/],
  ['a text without sheets', Buffer.from('a,b'), 'a.csv', /^'a\.csv' is a csv table: it has no sheets\.$/],
  [
    'a broken workbook',
    Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(99)]),
    'a.xlsx',
    /^'a\.xlsx' cannot be shown as text: .+ \[.+\]$/,
  ],
])('says what %s is', async (_, bytes, path, text) => {
  await expect(read(bytes, path, path === 'a.csv' ? { sheet: 'x' } : {})).rejects.toThrow(text);
});

it.each<[string, string, Readonly<Record<string, Json>>, string]>([
  ['whole', 'Größe\r\n', {}, 'Größe\r\n'],
  ['empty', '', {}, 'The file is empty.'],
  ['a first page', 'abcdefghij', { limit: 4 }, 'abcd\n[… 6 more characters: ask with offset 4]'],
  ['a next page', 'abcdefghij', { offset: 4, limit: 4 }, 'efgh\n[… 2 more characters: ask with offset 8]'],
  ['a last page', 'abcdefghij', { offset: 8, limit: 4 }, 'ij'],
  ['beyond', 'abcdefghij', { offset: 10 }, 'a.json, 10 bytes: it has only 10 characters.'],
])('shows text as it stands: %s', async (_, text, more, shown) => {
  expect(await read(Buffer.from(text), 'a.json', more)).toBe(shown);
});

it('shows no text that is too long to be held', async () => {
  await expect(read(Buffer.alloc(16 * 1024 * 1024 + 1, 'a'), 'a.txt')).rejects.toThrow(
    'The text is longer than 16 MB: look at it with run_code.',
  );
});

it('ends when the run does', async () => {
  const over = new AbortController();
  over.abort();
  await expect(readFileTool(new LoopFiles({ 'a.xlsx': await workbook() }, {}), { path: 'a.xlsx' }, over.signal)).rejects.toThrow(
    'a.xlsx could not be read: the reader ended (cancelled).',
  );
});
