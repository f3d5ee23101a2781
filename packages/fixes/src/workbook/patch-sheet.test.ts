import { describe, expect, it } from 'vitest';
import { patchSheet, type CellContent } from './patch-sheet.ts';

const sheet = (cells: string): string =>
  `<?xml version="1.0"?>\r\n<worksheet xmlns="u"><sheetData>${cells}</sheetData><pageMargins left="1"/></worksheet>`;
const NUMBER: CellContent = { type: 'n', value: '7', keepsFormula: false };
const RESULT: CellContent = { type: 'n', value: '7', keepsFormula: true };
const TEXT: CellContent = { type: 'inlineStr', value: 'a &lt; b', keepsFormula: false };

describe('patchSheet', () => {
  it.each([
    [
      'a text becomes a number',
      '<row r="1"><c r="A1" s="3" t="s"><v>4</v></c></row>',
      NUMBER,
      '<row r="1"><c r="A1" s="3"><v>7</v></c></row>',
    ],
    [
      'a number becomes a text',
      '<row r="1"><c r="A1"><v>4</v></c></row>',
      TEXT,
      '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">a &lt; b</t></is></c></row>',
    ],
    [
      'the result of a formula',
      '<row r="1"><c r="A1" t="str"><f>B1*2</f><v>old</v></c></row>',
      RESULT,
      '<row r="1"><c r="A1"><f>B1*2</f><v>7</v></c></row>',
    ],
    [
      'a formula without a result',
      '<row r="1"><c r="A1"><f t="shared" si="0"/></c></row>',
      RESULT,
      '<row r="1"><c r="A1"><f t="shared" si="0"/><v>7</v></c></row>',
    ],
    ['a blank cell', '<row r="1"><c r="A1" s="2"/></row>', NUMBER, '<row r="1"><c r="A1" s="2"><v>7</v></c></row>'],
    ['a cell without an address', '<row><c t="s"><v>1</v></c></row>', NUMBER, '<row><c><v>7</v></c></row>'],
    [
      'metadata of the old value, and an extension',
      "<row r='1'><c r='A1' vm='1' t='e'><v>#VALUE!</v><extLst><ext uri=\"x\"/></extLst></c></row>",
      NUMBER,
      "<row r='1'><c r='A1'><v>7</v><extLst><ext uri=\"x\"/></extLst></c></row>",
    ],
    [
      'text as CDATA, and comments',
      '<row r="1"><c r="A1" t="str"><!-- <c> --><v><![CDATA[<c>]]></v></c></row>',
      NUMBER,
      '<row r="1"><c r="A1"><v>7</v></c></row>',
    ],
  ])('%s', (_, before, content, after) => {
    expect(patchSheet(sheet(before), (address) => (address === 'A1' ? content : undefined))).toBe(sheet(after));
  });

  it('cells around, by prefix, and beside others', () => {
    const xml =
      '<x:worksheet xmlns:x="u"><x:sheetData><x:row r="2"><x:c r="B2" t="s"><x:v>1</x:v></x:c><x:c><x:v>😀</x:v></x:c><x:c r="E2"/></x:row></x:sheetData></x:worksheet>';
    const seen: string[] = [];
    const patched = patchSheet(xml, (address, { type, value }) => {
      seen.push(`${address} ${type} ${value}`);
      return address === 'C2' || address === 'E2' ? NUMBER : undefined;
    });
    expect(seen).toEqual(['B2 s 1', 'C2 n 😀', 'E2 n ']);
    expect(patched).toBe(xml.replace('<x:v>😀</x:v>', '<x:v>7</x:v>').replace('<x:c r="E2"/>', '<x:c r="E2"><x:v>7</x:v></x:c>'));
  });

  it('nothing to replace gives the same text', () => {
    const xml = sheet('<row r="1"><c r="A1"><v>1</v></c></row>');
    expect(patchSheet(xml, () => undefined)).toBe(xml);
  });

  it('what is not well-formed is refused', () => {
    expect(() => patchSheet('<worksheet><c r="A1">', () => NUMBER)).toThrow('unclosed tag');
  });
});
