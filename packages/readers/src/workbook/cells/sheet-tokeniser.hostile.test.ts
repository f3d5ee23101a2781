import { DEFAULT_LIMITS } from '@preflag/core';
import { describe, expect, it } from 'vitest';
import { xmlWriter } from '../../xml/parse-xml.ts';
import { ColumnSheet } from '../store/column-sheet.ts';
import { WorkbookStore } from '../store/workbook-store.ts';
import { CellWriter } from './cell-writer.ts';
import { PartFeeder } from './part-feeder.ts';
import { SheetTokeniser } from './sheet-tokeniser.ts';
import { SharedStrings, StringTokeniser } from './string-tokeniser.ts';
import { NeedsXmlParser } from './text-scratch.ts';
import { sheetHandlers, stringHandlers } from './xml-handlers.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const part = { part: 'sheet1.xml', limits: DEFAULT_LIMITS };

const CELLS = `<row r="2" spans="1:9" x14ac:dyDescent="0.25">
  <c r="A2" s="1"><v>1</v></c><c r='B2' t = "s" ><v >1</v ></c><c r="C2" t="b"><v>1</v></c><c r="D2" t="e"><v>#N/A</v></c>
  <c r="E2" t="str"><f>A2&amp;"é&lt;"</f><v>1é&lt;&#xe9;</v></c><c r="F2" t="inlineStr"><is><r><rPr><b/></rPr><t>a</t></r><r><t xml:space="preserve"> ü</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>
  <c r="G2"/><c r="H2" s="0"></c><c r="I2"><f t="shared" ref="I2:I3" si="0">SUM(A2:A$9)</f><v>-12.5</v></c>
</row><row r="3"/><row><c><v>7</v></c><c t="str"><v/></c><c r="I4"><f t="shared" si="0"/><v>1.5E-7</v></c></row>
<row r="7"><c r="A7" t="d"><v>2024-01-31</v></c><c r="B7"><f t="array" ref="B7:B8">A2:A3</f><v>3</v></c><c r="C7" t="str"><v>a_x000D_b_1</v></c></row><row r="8"><c r="B8"><v>4</v></c></row>`;

const sheetWith = (prefix: string, cells: string): string => {
  const tag = (text: string): string => text.replaceAll(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}`);
  const namespaces = `xmlns${prefix === '' ? '' : ':x'}="${MAIN}" xmlns:x14ac="urn:x"`;
  return `<?xml version="1.0"?>\n<!-- <sheetData> --><${prefix}worksheet ${namespaces}><${prefix}cols/><${prefix}sheetData>${tag(cells)}</${prefix}sheetData><${prefix}pageMargins/></${prefix}worksheet>`;
};

describe('SheetTokeniser', () => {
  it.each(['', 'x:'])('reads the same as the XML parser, wherever the bytes are cut (prefix "%s")', (prefix) => {
    const bytes = Buffer.from(sheetWith(prefix, CELLS).replace('<!-- <sheetData> -->', ''));
    const expected = bySaxes(bytes);
    expect(expected.length).toBeGreaterThan(12);
    expect(byTokeniser([bytes])).toEqual(expected);
    for (let cut = 1; cut < bytes.length; cut++)
      expect(byTokeniser([bytes.subarray(0, cut), bytes.subarray(cut)]), `cut at ${cut}`).toEqual(expected);
    expect(byTokeniser([...bytes].map((byte) => Buffer.from([byte])))).toEqual(expected);
  });

  it.each([
    ['comments', '<row><c><!-- a --><v>1</v></c></row>'],
    ['CDATA', '<row><c><v><![CDATA[1]]></v></c></row>'],
    ['processing instructions', '<row><?a b?><c/></row>'],
    ['unknown children', '<row><c><extLst/></c></row>'],
    ['unknown rows', '<rows></rows>'],
    ['unknown types', '<row><c t="x"><v>1</v></c></row>'],
    ['odd references', '<row><c r="1A"><v>1</v></c></row>'],
    ['references beyond the sheet', '<row><c r="XFE1"><v>1</v></c></row>'],
    ['rows beyond the sheet', '<row r="1048577"><c><v>1</v></c></row>'],
    ['odd styles', '<row><c s="-1"><v>1</v></c></row>'],
    ['unknown entities', '<row><c t="str"><v>&nbsp;</v></c></row>'],
    ['characters that XML has not', '<row><c t="str"><v>&#1;</v></c></row>'],
    ['wrong end tags', '<row><c><v>1</w></c></row>'],
    ['text between cells', '<row>text<c/></row>'],
    ['attributes without quotes', '<row r=1></row>'],
    ['a body that breaks off', '<row><c><v>1'],
  ])('leaves %s to the XML parser', (_name, cells) => {
    const bytes = Buffer.from(`<worksheet xmlns="${MAIN}"><sheetData>${cells}</sheetData></worksheet>`);
    expect(() => byTokeniser([bytes])).toThrow(NeedsXmlParser);
  });

  it('leaves other namespaces, and heads that mislead, to the XML parser', () => {
    expect(() => byTokeniser([Buffer.from('<worksheet xmlns="urn:other"><sheetData/></worksheet>')])).toThrow(NeedsXmlParser);
    expect(() => byTokeniser([Buffer.from(sheetWith('', CELLS))])).toThrow(NeedsXmlParser);
  });
});

describe('StringTokeniser', () => {
  const strings = `<si><t>one</t></si><si><t xml:space="preserve"> two &amp; 2 </t></si> <si/><si><r><t>th</t></r><r><rPr/><t>ree</t></r><phoneticPr fontId="1"/></si><si><t>_x0041_é漢😀</t><rPh sb="0" eb="1"><t>no</t></rPh></si><si><t/></si>`;
  it.each(['', 'x:'])('reads the same as the XML parser, wherever the bytes are cut (prefix "%s")', (prefix) => {
    const inside = strings.replaceAll(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}`);
    const bytes = Buffer.from(
      `<${prefix}sst xmlns${prefix === '' ? '' : ':x'}="${MAIN}" count="6">${inside}<${prefix}extLst/></${prefix}sst>`,
    );
    const expected = ['one', ' two & 2 ', '', 'three', 'Aé漢😀', ''];
    expect(stringsBySaxes(bytes)).toEqual(expected);
    for (let cut = 0; cut < bytes.length; cut++)
      expect(stringsByTokeniser([bytes.subarray(0, cut), bytes.subarray(cut)]), `cut at ${cut}`).toEqual(expected);
  });
});

function byTokeniser(chunks: readonly Buffer[]): string[] {
  const { writer, sheet } = target();
  const feeder = new PartFeeder('sheetData', (prefix) => new SheetTokeniser(writer, prefix), {}, part);
  for (const chunk of chunks) feeder.feed(chunk);
  feeder.end();
  writer.finish();
  return dump(sheet);
}

function bySaxes(bytes: Buffer): string[] {
  const { writer, sheet } = target();
  const xml = xmlWriter(sheetHandlers(writer, {}, part.part), part);
  xml.write(bytes.toString());
  xml.close();
  writer.finish();
  return dump(sheet);
}

function target(): { readonly writer: CellWriter; readonly sheet: ColumnSheet } {
  const store = new WorkbookStore(DEFAULT_LIMITS);
  const sheet = new ColumnSheet('S', 'visible', store);
  const sharedStrings = Int32Array.from(['zero', 'one'], (text) => store.strings.internText(text));
  return { sheet, writer: new CellWriter(sheet, { sharedStrings, styleFormats: Uint16Array.of(0, store.formats.intern('0.0')) }) };
}

function dump(sheet: ColumnSheet): string[] {
  const lines: string[] = [];
  for (let column = 0; column < sheet.columnCount; column++) {
    sheet.visitRows(column, 0, sheet.rowCount, (row) => {
      lines.push(
        JSON.stringify([
          row,
          column,
          sheet.kind(row, column),
          sheet.value(row, column),
          sheet.format(row, column),
          sheet.formula(row, column),
        ]),
      );
    });
  }
  return lines;
}

function stringsByTokeniser(chunks: readonly Buffer[]): string[] {
  const store = new WorkbookStore(DEFAULT_LIMITS);
  const strings = new SharedStrings(store.strings);
  const feeder = new PartFeeder('sst', (prefix) => new StringTokeniser(strings, prefix), {}, part);
  for (const chunk of chunks) feeder.feed(chunk);
  feeder.end();
  return [...strings.ids()].map((id) => store.strings.text(id));
}

function stringsBySaxes(bytes: Buffer): string[] {
  const store = new WorkbookStore(DEFAULT_LIMITS);
  const strings = new SharedStrings(store.strings);
  const xml = xmlWriter(stringHandlers(strings), part);
  xml.write(bytes.toString());
  xml.close();
  return [...strings.ids()].map((id) => store.strings.text(id));
}
