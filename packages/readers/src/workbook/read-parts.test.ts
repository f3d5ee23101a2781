import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Limits, ReadResult } from '@preflag/core';
import { DEFAULT_LIMITS, parseRange, rangeAddress } from '@preflag/core';
import ExcelJs from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Workbook } from './model.ts';
import type { SheetParts } from './parts-model.ts';
import { readWorkbook } from './read-workbook.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parts-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('dynamic arrays', () => {
  const METADATA = (name: string): string =>
    `<metadata ${MAIN}><metadataTypes count="1"><metadataType name="${name}"/></metadataTypes></metadata>`;

  it.each([
    ['cells that spill', METADATA('XLDAPR'), true],
    ['metadata of another kind', METADATA('XLRICHVALUE'), false],
    ['damaged metadata', '<metadata', false],
    ['no metadata', undefined, false],
  ])('%s', async (_, metadata, expected) => {
    const parts = unzipSync(await written());
    if (metadata !== undefined) {
      parts['xl/metadata.xml'] = strToU8(metadata);
      const links = 'xl/_rels/workbook.xml.rels';
      const link = `<Relationship Id="meta" Type="${OFFICE}/sheetMetadata" Target="metadata.xml"/></Relationships>`;
      parts[links] = strToU8(strFromU8(parts[links]!).replace('</Relationships>', link));
    }
    expect((await readOk(zipSync(parts))).hasDynamicArrays).toBe(expected);
  });
});

describe('a workbook that exceljs wrote', () => {
  it('has what stands around the cells', async () => {
    const parts = partsOf(await readOk(await written()));
    expect(plain(parts)).toEqual({
      hiddenRows: [{ first: 2, last: 3 }],
      rowHeights: [{ first: 4, last: 4, height: 33 }],
      columns: [
        { first: 0, last: 0, hidden: false, width: 22.5 },
        { first: 1, last: 1, hidden: true, width: 9 },
      ],
      frozen: { rows: 1, columns: 2 },
      autoFilter: 'A1:C5',
      isProtected: true,
      print: { orientation: 'landscape', paper: 9, fitsPages: true, hasHeaderOrFooter: true },
      validations: [
        { ranges: ['B2'], type: 'list', operator: 'between', formula1: '"a,b & c"', formula2: '', allowBlank: true, refuses: true },
        { ranges: ['B3'], type: 'whole', operator: 'between', formula1: '1', formula2: '9', allowBlank: false, refuses: false },
      ],
      conditionalFormats: [
        { ranges: ['C2:C5'], type: 'cellIs', operator: 'greaterThan', formulas: ['5'] },
        { ranges: ['C2:C5'], type: 'expression', formulas: ['$C2="<x>"'] },
      ],
      tables: [
        {
          name: 'Sales',
          range: 'E1:F4',
          headerRows: 1,
          totalsRows: 1,
          columns: [{ name: 'Item' }, { name: 'Net', totalsFunction: 'sum' }],
        },
      ],
      comments: [{ row: 1, column: 0, text: 'Look here', threaded: false, author: 'Author' }],
      hyperlinks: [{ range: 'A3', target: 'https://example.org/?a=1&b=2' }],
      images: [{ anchor: 'H2:J7' }],
      charts: [],
      pivotTables: [],
    });
  });

  it('has the same in exceljs', async () => {
    const bytes = await written();
    const book = new ExcelJs.Workbook();
    await book.xlsx.load(Uint8Array.from(bytes).buffer);
    const theirs = book.getWorksheet('S')!;
    const parts = partsOf(await readOk(bytes));
    const hidden = (row: number): boolean => parts.hiddenRows.some(({ first, last }) => row >= first && row <= last);
    for (let row = 0; row < 6; row++) expect([row, hidden(row)]).toEqual([row, theirs.getRow(row + 1).hidden]);
    expect(parts.columns[0]?.width).toBe(theirs.getColumn(1).width);
    for (const { ranges, type, formula1 } of parts.validations) {
      const validation = theirs.getCell(rangeAddress(ranges[0]!)).dataValidation;
      expect([validation.type, String(validation.formulae[0])]).toEqual([type, formula1]);
    }
    expect(theirs.getCell('A3').hyperlink).toBe(parts.hyperlinks[0]?.target);
    expect(theirs.getImages().length).toBe(parts.images.length);
  });

  it('tells how cells look', async () => {
    const sheet = (await readOk(await written())).sheets[0]!;
    expect(sheet.style(0, 0)).toEqual({
      bold: true,
      italic: false,
      fontSize: 14,
      fontColor: 'FFFF0000',
      fill: 'FFFFFF00',
      border: true,
      horizontal: 'center',
      wrap: true,
      locked: false,
    });
    expect([sheet.style(1, 2).bold, sheet.style(1, 2).locked, sheet.style(99, 99).fontSize]).toEqual([false, true, 11]);
    expect(sheet.format(0, 0)).toBe('General');
  });

  it('is read alike by the XML parser, which reads what the tokeniser does not know', async () => {
    const bytes = await written();
    const slow = edit(bytes, (parts) => {
      parts['xl/worksheets/sheet1.xml'] = parts['xl/worksheets/sheet1.xml']!.replace('<sheetData>', '<sheetData><!-- slow -->');
    });
    expect(plain(partsOf(await readOk(slow)))).toEqual(plain(partsOf(await readOk(bytes))));
  });
});

describe('parts that exceljs does not write', () => {
  it('extended validations and conditional formats', async () => {
    const x14 =
      'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"';
    const bytes = inTail(
      await simple(),
      `<extLst><ext ${x14}><x14:dataValidations count="1"><x14:dataValidation type="list" showErrorMessage="1"><x14:formula1><xm:f>Lists!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>B2:B9 D4</xm:sqref></x14:dataValidation></x14:dataValidations>` +
        `<x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression"><xm:f>Lists!$A$1&gt;2</xm:f></x14:cfRule><xm:sqref>A1:A3</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`,
    );
    const { validations, conditionalFormats } = plain(partsOf(await readOk(bytes)));
    expect(validations).toEqual([
      {
        ranges: ['B2:B9', 'D4'],
        type: 'list',
        operator: 'between',
        formula1: 'Lists!$A$1:$A$3',
        formula2: '',
        allowBlank: false,
        refuses: true,
      },
    ]);
    expect(conditionalFormats).toEqual([{ ranges: ['A1:A3'], type: 'expression', formulas: ['Lists!$A$1>2'] }]);
  });

  it('charts and chart sheets, with prefixes of their own', async () => {
    const chart = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
    const bytes = edit(inTail(await simple(), '<drawing r:id="r9"/>'), (parts) => {
      parts['xl/worksheets/_rels/sheet1.xml.rels'] = rels('r9', 'drawing', '../drawings/d.xml');
      parts['xl/drawings/d.xml'] =
        `<a:wsDr xmlns:a="urn:x"><a:twoCellAnchor><a:from><a:col>12</a:col><a:row>3</a:row></a:from><a:to><a:col>15</a:col><a:row>20</a:row></a:to><a:graphicFrame><q:chart xmlns:q="${chart}" xmlns:r="${OFFICE}" r:id="r1"/></a:graphicFrame></a:twoCellAnchor></a:wsDr>`;
      parts['xl/drawings/_rels/d.xml.rels'] = rels('r1', 'chart', '/xl/charts/c.xml');
      parts['xl/charts/c.xml'] =
        `<q:chartSpace xmlns:q="${chart}"><q:barChart><q:ser><q:tx><q:strRef><q:f>S!$B$1</q:f></q:strRef></q:tx><q:cat><q:strRef><q:f>S!$A$2:$A$9</q:f></q:strRef></q:cat><q:val><q:numRef><q:f>S!$B$2:$B$9</q:f></q:numRef></q:val></q:ser></q:barChart></q:chartSpace>`;
    });
    expect(plain(partsOf(await readOk(bytes))).charts).toEqual([
      {
        part: 'xl/charts/c.xml',
        kinds: ['barChart'],
        anchor: 'M4:P21',
        series: [{ name: 'S!$B$1', categories: 'S!$A$2:$A$9', values: 'S!$B$2:$B$9' }],
      },
    ]);
  });

  it('threads in the place of the comments that stand for them, and calculated columns', async () => {
    const bytes = edit(await simple(), (parts) => {
      parts['xl/worksheets/_rels/sheet1.xml.rels'] = rels(
        'r1',
        'threadedComment',
        '../t.xml',
        ['r2', 'comments', '../c.xml'],
        ['r3', 'table', '../tables/t.xml'],
      );
      parts['xl/t.xml'] =
        '<ThreadedComments xmlns="urn:t"><threadedComment ref="B2" personId="{1}" id="{9}"><text>Why 5?</text></threadedComment></ThreadedComments>';
      parts['xl/c.xml'] =
        `<comments ${MAIN}><authors><author>tc={9}</author><author>Eve</author></authors><commentList><comment ref="B2" authorId="0"><text><t>[Threaded comment]</t></text></comment><comment ref="C3" authorId="1"><text><r><t>a</t></r><r><t> b</t></r></text></comment></commentList></comments>`;
      parts['xl/persons/p.xml'] = '<personList xmlns="urn:t"><person id="{1}" displayName="Ann"/></personList>';
      parts['xl/_rels/workbook.xml.rels'] = parts['xl/_rels/workbook.xml.rels']!.replace(
        '</Relationships>',
        `<Relationship Id="p" Type="http://x/person" Target="persons/p.xml"/></Relationships>`,
      );
      parts['xl/tables/t.xml'] =
        `<table ${MAIN} displayName="T" ref="A1:B3"><tableColumns><tableColumn name="a_x000a_b"/><tableColumn name="c"><calculatedColumnFormula>T[[#This Row],[a]]*2</calculatedColumnFormula></tableColumn></tableColumns></table>`;
    });
    const { comments, tables } = plain(partsOf(await readOk(bytes)));
    expect(comments).toEqual([
      { row: 2, column: 2, text: 'a b', threaded: false, author: 'Eve' },
      { row: 1, column: 1, text: 'Why 5?', threaded: true, author: 'Ann' },
    ]);
    expect(tables).toEqual([
      {
        name: 'T',
        range: 'A1:B3',
        headerRows: 1,
        totalsRows: 0,
        columns: [{ name: 'a\nb' }, { name: 'c', formula: 'T[[#This Row],[a]]*2' }],
      },
    ]);
  });

  it('calculation, links to other files, pivot caches and programs', async () => {
    const bytes = edit(await simple(), (parts) => {
      parts['xl/workbook.xml'] = parts['xl/workbook.xml']!.replace(/<calcPr[^>]*\/>/, '<calcPr calcMode="manual" iterate="1"/>').replace(
        '</workbook>',
        `<externalReferences xmlns:r="${OFFICE}"><externalReference r:id="e1"/><externalReference r:id="e2"/></externalReferences><pivotCaches xmlns:r="${OFFICE}"><pivotCache cacheId="1" r:id="p1"/></pivotCaches></workbook>`,
      );
      parts['xl/_rels/workbook.xml.rels'] = parts['xl/_rels/workbook.xml.rels']!.replace(
        '</Relationships>',
        '<Relationship Id="e1" Type="http://x/externalLink" Target="e1.xml"/><Relationship Id="p1" Type="http://x/pivotCacheDefinition" Target="p.xml"/><Relationship Id="v" Type="http://x/vbaProject" Target="vbaProject.bin"/></Relationships>',
      );
      parts['xl/_rels/e1.xml.rels'] = rels('r1', 'externalLinkPath', 'file:///a.xlsx" TargetMode="External');
      parts['xl/p.xml'] =
        `<pivotCacheDefinition ${MAIN} recordCount="2" refreshOnLoad="1"><cacheSource type="worksheet"><worksheetSource ref="A1:C3" sheet="S"/></cacheSource><cacheFields><cacheField name="k"><sharedItems><s v="a"/><m/><s v="b"/></sharedItems></cacheField><cacheField name="n"><sharedItems containsString="0" containsNumber="1" minValue="1" maxValue="2.5"/></cacheField><cacheField name="f" databaseField="0" formula="n*2"/></cacheFields></pivotCacheDefinition>`;
    });
    const { calculation, externalLinks, pivotCaches, hasMacros } = await readOk(bytes);
    expect({ calculation, externalLinks, hasMacros }).toEqual({
      calculation: { mode: 'manual', iterate: true },
      externalLinks: [
        { number: 1, target: 'file:///a.xlsx' },
        { number: 2, target: '' },
      ],
      hasMacros: true,
    });
    expect(pivotCaches).toEqual([
      {
        part: 'xl/p.xml',
        refreshOnLoad: true,
        records: 2,
        source: { sheet: 'S', range: parseRange('A1:C3') },
        fields: [
          { name: 'k', derived: false, texts: ['a', 'b'] },
          { name: 'n', derived: false, numbers: { min: 1, max: 2.5 } },
          { name: 'f', derived: true },
        ],
      },
    ]);
  });

  it('rows that are hidden or high, with other attributes beside', async () => {
    const rows =
      '<row r="2" spans="1:2" customFormat="1" ht="20"/><row r="3" hidden="true"/><row r="4" customHeight="1" hidden="0" ht="12.5"/><row r="5" customHeight="true" ht="12.5"/>';
    const bytes = edit(await simple(), (parts) => {
      parts['xl/worksheets/sheet1.xml'] = parts['xl/worksheets/sheet1.xml']!.replace('</sheetData>', `${rows}</sheetData>`);
    });
    const { hiddenRows, rowHeights } = partsOf(await readOk(bytes));
    expect({ hiddenRows, rowHeights }).toEqual({ hiddenRows: [{ first: 2, last: 2 }], rowHeights: [{ first: 3, last: 4, height: 12.5 }] });
  });
});

describe('parts that are damaged', () => {
  it.each<[string, string, string]>([
    ['a drawing', 'drawing', '<a><b></a>'],
    ['comments', 'comments', '<comments'],
    ['a table', 'table', 'no xml'],
  ])('%s: the cells are read, and the damage is told', async (_name, type, text) => {
    const bytes = edit(await simple(), (parts) => {
      parts['xl/worksheets/_rels/sheet1.xml.rels'] = rels('r1', type, '../x.xml');
      parts['xl/x.xml'] = text;
    });
    const result = await read(bytes);
    expect(result).toMatchObject({ ok: true, partial: [{ kind: 'corrupt', place: { kind: 'part', name: 'xl/x.xml' } }] });
    expect(result.ok && result.model.sheets[0]?.cellCount).toBe(4);
  });

  it('are left out where they are not there, or hold nonsense', async () => {
    const nonsense =
      '<dataValidations><dataValidation type="odd" sqref="x 1:2:3"><formula1/></dataValidation></dataValidations><hyperlinks><hyperlink ref=""/><hyperlink ref="A1" r:id="none"/></hyperlinks><autoFilter ref="?"/>';
    const bytes = edit(inTail(await simple(), nonsense), (parts) => {
      parts['xl/worksheets/_rels/sheet1.xml.rels'] = rels('r1', 'drawing', '../none.xml');
    });
    const { validations, hyperlinks, autoFilter, charts } = plain(partsOf(await readOk(bytes)));
    expect({ validations, hyperlinks, autoFilter, charts }).toEqual({
      validations: [{ ranges: [], type: 'none', operator: 'between', formula1: '', formula2: '', allowBlank: false, refuses: false }],
      hyperlinks: [{ range: 'A1' }],
      autoFilter: undefined,
      charts: [],
    });
  });

  it('do not take more than the limit', async () => {
    const many = `<conditionalFormatting sqref="${Array.from({ length: 5000 }, (_, index) => `A${index + 1}`).join(' ')}"><cfRule type="expression"/></conditionalFormatting>`;
    const result = await read(inTail(await simple(), many), { storeBytes: 200_000 });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'limit', limit: 'storeBytes' } });
  });
});

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** The smallest PNG that exceljs takes: it is not looked at. */
const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

async function written(): Promise<Uint8Array> {
  const book = new ExcelJs.Workbook();
  const sheet = book.addWorksheet('S', { views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }] });
  for (let row = 1; row <= 5; row++) sheet.addRow([`r${row}`, row, row * 2]);
  sheet.getRow(3).hidden = sheet.getRow(4).hidden = true;
  sheet.getRow(5).height = 33;
  sheet.getColumn(1).width = 22.5;
  sheet.getColumn(2).hidden = true;
  sheet.autoFilter = 'A1:C5';
  Object.assign(sheet.pageSetup, { orientation: 'landscape', paperSize: 9, fitToPage: true });
  sheet.headerFooter.oddFooter = 'Page &P';
  sheet.getCell('B2').dataValidation = { type: 'list', formulae: ['"a,b & c"'], allowBlank: true, showErrorMessage: true };
  sheet.getCell('B3').dataValidation = {
    type: 'whole',
    operator: 'between',
    formulae: [1, 9],
    errorStyle: 'warning',
    showErrorMessage: true,
  };
  sheet.addConditionalFormatting({
    ref: 'C2:C5',
    rules: [
      { type: 'cellIs', operator: 'greaterThan', formulae: [5], priority: 1, style: { font: { bold: true } } },
      { type: 'expression', formulae: ['$C2="<x>"'], priority: 2, style: {} },
    ],
  });
  sheet.addTable({
    name: 'Sales',
    ref: 'E1',
    totalsRow: true,
    columns: [{ name: 'Item' }, { name: 'Net', totalsRowFunction: 'sum' }],
    rows: [
      ['a', 1],
      ['b', 2],
    ],
  });
  sheet.getCell('A2').note = 'Look here';
  sheet.getCell('A3').value = { text: 'link', hyperlink: 'https://example.org/?a=1&b=2' };
  sheet.getCell('A1').style = {
    font: { bold: true, size: 14, color: { argb: 'FFFF0000' } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } },
    border: { top: { style: 'thin' } },
    alignment: { horizontal: 'center', wrapText: true },
    protection: { locked: false },
  };
  sheet.addImage(book.addImage({ base64: PICTURE, extension: 'png' }), 'H2:I6');
  await sheet.protect('x', {});
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function simple(): Promise<Uint8Array> {
  const book = new ExcelJs.Workbook();
  book.addWorksheet('S').addRows([
    ['a', 1],
    ['b', 2],
  ]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function edit(bytes: Uint8Array, change: (parts: Record<string, string>) => void): Uint8Array {
  const entries = unzipSync(bytes);
  const texts = Object.fromEntries(
    Object.entries(entries).flatMap(([name, part]) => (/\.(?:xml|rels)$/.test(name) ? [[name, strFromU8(part)]] : [])),
  );
  change(texts);
  return zipSync({ ...entries, ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)])) });
}

function inTail(bytes: Uint8Array, xml: string): Uint8Array {
  return edit(bytes, (parts) => {
    parts['xl/worksheets/sheet1.xml'] = parts['xl/worksheets/sheet1.xml']!.replace('</sheetData>', `</sheetData>${xml}`);
  });
}

function rels(...links: readonly (string | readonly [string, string, string])[]): string {
  const [id, type, target, ...more] = links;
  const all = [[id, type, target], ...more] as readonly (readonly string[])[];
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(([one, kind, to]) => `<Relationship Id="${one}" Type="http://x/${kind}" Target="${to}"/>`)
    .join('')}</Relationships>`;
}

function partsOf(workbook: Workbook): SheetParts {
  return workbook.sheets[0]!.parts;
}

/** The lists of parts, with ranges as addresses. */
function plain(parts: SheetParts): Record<string, unknown> {
  const { hiddenRows, rowHeights, columns, frozen, autoFilter, isProtected, print, validations, conditionalFormats, tables } = parts;
  const { comments, hyperlinks, images, charts, pivotTables } = parts;
  const around = { hiddenRows, rowHeights, columns, frozen, autoFilter, isProtected, print, validations, conditionalFormats, tables };
  const all = { ...around, comments, hyperlinks, images, charts, pivotTables };
  const isRange = (value: unknown): value is Parameters<typeof rangeAddress>[0] =>
    typeof value === 'object' && value !== null && 'bottom' in value;
  const shown = (value: unknown): unknown =>
    isRange(value)
      ? rangeAddress(value)
      : Array.isArray(value)
        ? value.map(shown)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shown(inner)]))
          : value;
  return shown(all) as Record<string, unknown>;
}

let files = 0;
async function read(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<ReadResult<Workbook>> {
  const path = join(folder, `${files++}.xlsx`);
  writeFileSync(path, bytes);
  return readWorkbook({ file: 'book.xlsx', path }, { limits: { ...DEFAULT_LIMITS, ...limits } });
}

async function readOk(bytes: Uint8Array): Promise<Workbook> {
  const result = await read(bytes);
  if (!result.ok) throw new Error(result.failure.text);
  expect(result.partial).toBeUndefined();
  return result.model;
}
