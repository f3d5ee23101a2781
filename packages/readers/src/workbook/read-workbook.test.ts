import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Limits, ReadResult } from '@preflag/core';
import { cellAddress, DEFAULT_LIMITS } from '@preflag/core';
import ExcelJs from 'exceljs';
import type { Zippable } from 'fflate';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CellCursor, Sheet, Workbook } from './model.ts';
import { readWorkbook } from './read-workbook.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'workbook-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a workbook that exceljs wrote', () => {
  it('has the same values, formulas and formats', async () => {
    const sheet = (await written()).sheet('data');
    expect(table(sheet)).toEqual([
      'A1 string "Region" General',
      'B1 string "Sold" General',
      'C1 string "When" General',
      'A2 string "North" General',
      'B2 number 1200.5 #,##0.00',
      'C2 number 45322.5 yyyy-mm-dd',
      'A3 string "a <b> & \'c\' \\"d\\"\\n e  ü 漢 😀" General',
      'B3 number -3e-7 General',
      'C3 boolean true General',
      'A4 string "rich text" General',
      'B4 number 2401 General =B2*2',
      'C4 error "#DIV/0!" General',
      'A5 string "done" General =IF(B4>0,"done","")',
      'B5 number 0 General =B3*3',
      'C5 boolean false General =A1=A2',
      'B6 number 1 General =B4*3',
      'B7 number 2 General =B5*3',
      'A8 error "#REF!" General =SUM(#REF!)',
      'B8 blank undefined General =1+1',
      'C8 string "" General =""',
    ]);
  });

  it('has its sheets, names, merges and dates', async () => {
    const workbook = await written();
    expect(
      workbook.sheets.map(({ name, state, rowCount, columnCount, cellCount, formulaCount }) => [
        name,
        state,
        rowCount,
        columnCount,
        cellCount,
        formulaCount,
      ]),
    ).toEqual([
      ['Data', 'visible', 8, 3, 20, 9],
      ['Secret', 'hidden', 0, 0, 0, 0],
      ['Deep', 'veryHidden', 0, 0, 0, 0],
    ]);
    expect(workbook.names).toEqual([{ name: 'sold', refersTo: 'Data!$B$2:$B$7', hidden: false }]);
    expect(workbook.sheet('DATA')?.merges).toEqual([{ top: 8, left: 0, bottom: 9, right: 1 }]);
    expect(workbook.sheet('data')?.text(1, 2)).toBe('2024-01-31T12:00:00');
    expect(workbook.sheet('data')?.isDate(1, 2)).toBe(true);
    expect(workbook.date1904).toBe(false);
  });

  it('shares ids among equal strings, and among formulas that are equal in R1C1 terms', async () => {
    const sheet = (await written()).sheet('Data');
    expect(sheet?.formulaId(5, 1)).toBe(sheet?.formulaId(6, 1));
    expect(sheet?.formulaId(5, 1)).toBe(sheet?.formulaId(4, 1));
    expect(sheet?.formulaId(3, 1)).not.toBe(sheet?.formulaId(4, 1));
    expect(sheet?.stringId(0, 0)).toBeGreaterThan(0);
    expect(sheet?.stringId(1, 1)).toBe(0);
  });

  it('is walked once for all visitors, by their kinds', async () => {
    const workbook = await written();
    const seen: Record<string, string[]> = { all: [], error: [], blank: [], formula: [], either: [] };
    const visitor = (list: string[], only?: string[]): { item: 'cell'; only?: string[]; visit(item: unknown): void } => ({
      item: 'cell',
      ...(only && { only }),
      visit: (item) => void list.push(cellAddress((item as CellCursor).row, (item as CellCursor).column)),
    });
    await workbook.scan([
      visitor(seen.all!),
      visitor(seen.error!, ['error']),
      visitor(seen.blank!, ['blank']),
      visitor(seen.formula!, ['formula']),
      visitor(seen.either!, ['formula', 'error']),
    ]);
    expect(seen).toEqual({
      all: ['A1', 'B1', 'C1', 'A2', 'B2', 'C2', 'A3', 'B3', 'C3', 'A4', 'B4', 'C4', 'A5', 'B5', 'C5', 'B6', 'B7', 'A8', 'B8', 'C8'],
      error: ['C4', 'A8'],
      blank: ['B8'],
      formula: ['B4', 'A5', 'B5', 'C5', 'B6', 'B7', 'A8', 'B8', 'C8'],
      either: ['B4', 'C4', 'A5', 'B5', 'C5', 'B6', 'B7', 'A8', 'B8', 'C8'],
    });
  });

  it('describes places in words', async () => {
    const workbook = await written();
    expect(workbook.describe({ kind: 'cell', sheet: 'Data', range: 'B2' })).toEqual({
      place: 'Data › Sold › North (B2)',
      anchor: 'Data › North › Sold',
      excerpt: '1200.5',
    });
    expect(workbook.describe({ kind: 'cell', sheet: 'Data', range: 'B8' }).excerpt).toBe('=1+1');
    expect(workbook.describe({ kind: 'cell', sheet: 'Data', range: 'H20' })).toEqual({
      place: 'Data › H20',
      anchor: 'Data › H20',
      excerpt: '',
    });
    expect(workbook.describe({ kind: 'column', sheet: 'Data', name: 'sold' })).toEqual({
      place: 'Data › sold',
      anchor: 'Data › sold',
      excerpt: 'Sold',
    });
    expect(workbook.describe({ kind: 'file' })).toEqual({ place: '', anchor: '' });
  });

  it('counts dates from 1904 where it says so', async () => {
    const book = new ExcelJs.Workbook();
    book.properties.date1904 = true;
    book.addWorksheet('S').getCell('A1').value = new Date('2024-01-31T00:00:00Z');
    const workbook = await readOk(Buffer.from(await book.xlsx.writeBuffer()));
    expect([workbook.date1904, workbook.sheets[0]?.text(0, 0)]).toEqual([true, '2024-01-31']);
  });
});

describe('a workbook as other programs write it', () => {
  it('may be strict, have prefixes, and be UTF-16', async () => {
    const cells = '<x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1"><x:f>A1&amp;"!"</x:f><x:v>1.5E3</x:v></x:c>';
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    const sheet = `<x:worksheet xmlns:x="${strict}"><x:sheetData><x:row r="1">${cells}</x:row></x:sheetData></x:worksheet>`;
    const strings = `<x:sst xmlns:x="${strict}"><x:si><x:r><x:t>one</x:t></x:r><x:r><x:t xml:space="preserve"> two</x:t></x:r><x:rPh sb="0" eb="1"><x:t>no</x:t></x:rPh></x:si></x:sst>`;
    for (const encoded of [Buffer.from(sheet), Buffer.from(`\uFEFF${sheet}`, 'utf16le')]) {
      const workbook = await readOk(pack(encoded, { 'xl/sharedStrings.xml': Buffer.from(strings) }));
      expect(table(workbook.sheets[0])).toEqual(['A1 string "one two" General', 'B1 number 1500 General =A1&"!"']);
    }
  });

  it.each<[string, string, readonly string[]]>([
    [
      'escapes',
      '<c r="A1" t="inlineStr"><is><t>a_x000D_b_x005F_x000D_ &#x20AC;&#10;</t></is></c>',
      ['A1 string "a\\rb_x000D_ €\\n" General'],
    ],
    ['CDATA', '<c r="A1" t="str"><f>"a"</f><v><![CDATA[<a>]]></v></c>', ['A1 string "<a>" General ="a"']],
    ['comments', '<c r="A1"><!-- x --><v>1<!-- y -->2</v></c>', ['A1 number 12 General']],
    ['dates as ISO 8601', '<c r="A1" t="d"><v>2024-01-31T06:00:00</v></c>', ['A1 number 45322.25 General']],
    ['cells without references', '<c><v>1</v></c><c/><c><v>3</v></c>', ['A1 number 1 General', 'C1 number 3 General']],
    ['a cell that is written twice', '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>', ['A1 number 2 General']],
    [
      'numbers of all forms',
      '<c><v>-0.25</v></c><c><v>1E-5</v></c><c><v>12345678901234567890</v></c><c><v>.5</v></c>',
      ['A1 number -0.25 General', 'B1 number 0.00001 General', 'C1 number 12345678901234567000 General', 'D1 number 0.5 General'],
    ],
    [
      'array formulas in all of their cells',
      '<c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c>',
      ['A1 number 1 General =B1:B2*2', 'A2 number 2 General =B1:B2*2'],
    ],
    [
      'shared formulas',
      '<c r="A1"><f t="shared" si="0" ref="A1:A2">$B1+B$2+C:C+1:1+"A1"+\'A1\'!A1+LOG10(A1)</f></c></row><row r="2"><c r="A2"><f t="shared" si="0"/></c>',
      [
        'A1 blank undefined General =$B1+B$2+C:C+1:1+"A1"+\'A1\'!A1+LOG10(A1)',
        'A2 blank undefined General =$B2+B$2+C:C+2:2+"A1"+\'A1\'!A2+LOG10(A2)',
      ],
    ],
    [
      'shared formulas before their text',
      '<c r="A1"><f t="shared" si="0"/><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0" ref="A1:A2">B2</f><v>2</v></c>',
      ['A1 number 1 General =B1', 'A2 number 2 General =B2'],
    ],
    [
      'one-cell array formulas like others',
      '<c r="A1"><f t="array" ref="A1">SUM(B1:C1)</f><v>1</v></c>',
      ['A1 number 1 General =SUM(B1:C1)'],
    ],
  ])('may have %s', async (_name, cells, expected) => {
    const workbook = await readOk(pack(sheetXml(cells)));
    expect(table(workbook.sheets[0])).toEqual(expected);
  });

  it('says which of its cells contradict themselves, and keeps what they say', async () => {
    const result = await read(pack(sheetXml('<c r="A1"><v>abc</v></c><c r="B1" t="s"><v>7</v></c><c r="C1" t="zz"><v>1</v></c>')));
    expect(result).toMatchObject({
      ok: true,
      partial: [
        {
          kind: 'corrupt',
          text: "The sheet 'Data' contradicts itself: A1 claims to be a number and holds 'abc', and 2 more of its cells are wrong in such a way. Save or export the file again.",
        },
      ],
    });
    expect(table(result.ok ? result.model.sheets[0] : undefined)).toEqual(['A1 string "abc" General', 'C1 string "1" General']);
  });

  it('lists sheets that are no worksheets, and names of single sheets', async () => {
    const workbook = await readOk(
      pack(sheetXml(''), {
        'xl/workbook.xml': Buffer.from(
          `<workbook ${namespaces()}><sheets><sheet name="Chart" r:id="rId2"/><sheet name="Data" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="1" hidden="1">#REF!</definedName></definedNames></workbook>`,
        ),
      }),
    );
    expect(workbook.otherSheets).toEqual([{ name: 'Chart', type: 'chartsheet', charts: [] }]);
    expect(workbook.names).toEqual([{ name: '_xlnm.Print_Area', refersTo: '#REF!', sheet: 'Data', hidden: true }]);
  });
});

describe('a hostile workbook', () => {
  it.each<[string, Uint8Array, Partial<Limits>, object]>([
    [
      'a bomb in one cell',
      pack(sheetXml(`<c t="inlineStr"><is><t>${'x'.repeat(3 << 20)}</t></is></c>`)),
      { cellBytes: 1 << 20, inflateRatio: 1e9 },
      { kind: 'limit', limit: 'cellBytes' },
    ],
    ['a bomb of spaces', pack(Buffer.from(' '.repeat(8 << 20))), {}, { kind: 'limit', limit: 'inflateRatio' }],
    ['too many cells', pack(sheetXml('<c/><c><v>1</v></c>'.repeat(50))), { cells: 20 }, { kind: 'limit', limit: 'cells' }],
    [
      'too much text',
      pack(sheetXml('<c t="str"><v>abcdefghijklmnop</v></c>')),
      { stringBytes: 10 },
      { kind: 'limit', limit: 'stringBytes' },
    ],
    [
      'too large a store',
      pack(sheetXml('<c r="XFD1"><v>1</v></c><c r="A1"><v>1</v></c>')),
      { storeBytes: 1000 },
      { kind: 'limit', limit: 'storeBytes' },
    ],
    ['a DOCTYPE', pack(Buffer.alloc(0), { 'xl/workbook.xml': Buffer.from('<!DOCTYPE a><workbook/>') }), {}, { kind: 'corrupt' }],
    ['another kind of package', pack(Buffer.alloc(0), { 'xl/workbook.xml': Buffer.from('<document/>') }), {}, { kind: 'unsupported' }],
    ['no package', zipSync({ 'a.txt': new Uint8Array(1) }), {}, { kind: 'corrupt' }],
    [
      'elements nested too deep',
      pack(Buffer.alloc(0), { 'xl/workbook.xml': Buffer.from(`<workbook ${namespaces()}>${'<a>'.repeat(500)}`) }),
      {},
      { kind: 'limit', limit: 'xmlDepth' },
    ],
  ])('with %s is refused', async (_name, bytes, limits, failure) => {
    expect(await read(bytes, limits)).toMatchObject({ ok: false, failure });
  });

  it.each<[string, Uint8Array]>([
    ['breaks off', pack(Buffer.from(sheetXml('<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c>').toString().split('</row>')[0] ?? ''))],
    ['has a DOCTYPE', pack(Buffer.concat([Buffer.from('<!DOCTYPE worksheet>'), sheetXml('<c r="A1"><v>1</v></c>')]))],
    ['is not well-formed', pack(sheetXml('<c r="A1"><v>1</v></c><c r="B1"><v>2</w></c>'))],
    ['has a reference to nowhere', pack(sheetXml('<c r="A1"><v>1</v></c><c r="ZZZZ1"><v>2</v></c>'))],
    ['is not UTF-8', pack(Buffer.from(sheetXml('<c t="str"><v>\u00ff</v></c>').toString(), 'latin1'))],
  ])('whose sheet %s is read up to there', async (_name, bytes) => {
    const result = await read(bytes);
    expect(result).toMatchObject({ ok: true, partial: [{ place: { kind: 'part', name: 'xl/worksheets/sheet1.xml' } }] });
  });

  it('may spread its cells over all columns', async () => {
    const rows = Array.from(
      { length: 16_384 },
      (_, index) => `<row r="${index + 1}"><c r="${cellAddress(index, index)}"><v>1</v></c></row>`,
    );
    const workbook = await readOk(pack(Buffer.from(`<worksheet ${namespaces()}><sheetData>${rows.join('')}</sheetData></worksheet>`)), {
      storeBytes: 32 << 20,
    });
    let sum = 0;
    await workbook.scan([{ item: 'cell', visit: (item) => void (sum += (item as CellCursor).number) }]);
    expect([sum, workbook.sheets[0]?.columnCount]).toEqual([16_384, 16_384]);
    expect(workbook.describe({ kind: 'cell', sheet: 'Data', range: 'XFD16384' }).excerpt).toBe('1');
  });
});

async function written(): Promise<Workbook> {
  const book = new ExcelJs.Workbook();
  const sheet = book.addWorksheet('Data');
  book.addWorksheet('Secret', { state: 'hidden' });
  book.addWorksheet('Deep', { state: 'veryHidden' });
  sheet.addRow(['Region', 'Sold', 'When']);
  sheet.addRow(['North', 1200.5, new Date('2024-01-31T12:00:00Z')]);
  sheet.addRow(['a <b> & \'c\' "d"\n e  ü 漢 😀', -3e-7, true]);
  sheet.getCell('B2').numFmt = '#,##0.00';
  sheet.getCell('C2').numFmt = 'yyyy-mm-dd';
  sheet.getCell('A4').value = { richText: [{ text: 'rich ', font: { bold: true } }, { text: 'text' }] };
  sheet.getCell('B4').value = { formula: 'B2*2', result: 2401 };
  sheet.getCell('C4').value = { error: '#DIV/0!' };
  sheet.getCell('A5').value = { formula: 'IF(B4>0,"done","")', result: 'done' };
  sheet.getCell('B5').value = { formula: 'B3*3', result: 0, shareType: 'shared', ref: 'B5:B7' } as ExcelJs.CellValue;
  sheet.getCell('B6').value = { sharedFormula: 'B5', result: 1 } as ExcelJs.CellValue;
  sheet.getCell('B7').value = { sharedFormula: 'B5', result: 2 } as ExcelJs.CellValue;
  sheet.getCell('C5').value = { formula: 'A1=A2', result: false } as ExcelJs.CellValue;
  sheet.getCell('A8').value = { formula: 'SUM(#REF!)', result: { error: '#REF!' } };
  sheet.getCell('B8').value = { formula: '1+1' } as ExcelJs.CellValue;
  sheet.getCell('C8').value = { formula: '""', result: '' };
  sheet.mergeCells('A9:B10');
  book.definedNames.add('Data!$B$2:$B$7', 'sold');
  return readOk(Buffer.from(await book.xlsx.writeBuffer()));
}

function table(sheet: Sheet | undefined): string[] {
  const lines: string[] = [];
  for (let row = 0; row < (sheet?.rowCount ?? 0); row++) {
    for (let column = 0; column < (sheet?.columnCount ?? 0); column++) {
      const value = sheet?.value(row, column);
      const formula = sheet?.formula(row, column);
      if (value === undefined && formula === undefined) continue;
      const shown =
        typeof value === 'number'
          ? String(value).replace('1e-5', '0.00001')
          : JSON.stringify(typeof value === 'object' ? value.error : value);
      lines.push(
        `${cellAddress(row, column)} ${sheet?.kind(row, column)} ${shown} ${sheet?.format(row, column)}${formula === undefined ? '' : ` =${formula}`}`,
      );
    }
  }
  return lines;
}

function namespaces(): string {
  return 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
}

function sheetXml(cells: string): Buffer {
  return Buffer.from(`<?xml version="1.0"?>\n<worksheet ${namespaces()}><sheetData><row r="1">${cells}</row></sheetData></worksheet>`);
}

function pack(sheet: Buffer, more: Zippable = {}): Uint8Array {
  const link = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="http://x/${type}" Target="${target}"/>`;
  const links = (items: string): Buffer =>
    Buffer.from(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items}</Relationships>`);
  return zipSync({
    '_rels/.rels': links(link(1, 'officeDocument', '/xl/workbook.xml')),
    'xl/_rels/workbook.xml.rels': links(
      link(1, 'worksheet', 'worksheets/sheet1.xml') +
        link(2, 'chartsheet', 'chartsheets/sheet1.xml') +
        link(3, 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/workbook.xml': Buffer.from(`<workbook ${namespaces()}><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`),
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  });
}

let files = 0;
async function read(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<ReadResult<Workbook>> {
  const path = join(folder === '' ? tmpdir() : folder, `${files++}.xlsx`);
  writeFileSync(path, bytes);
  return readWorkbook({ file: 'book.xlsx', path }, { limits: { ...DEFAULT_LIMITS, ...limits } });
}

async function readOk(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<Workbook> {
  const result = await read(bytes, limits);
  if (!result.ok) throw new Error(result.failure.text);
  expect(result.partial).toBeUndefined();
  return result.model;
}
