import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContentType } from '@preflag/core';
import { Document as DocxFile, Packer, Paragraph } from 'docx';
import exceljs from 'exceljs';
import type { Zippable } from 'fflate';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { detectType, readsOf, TYPE_TABLE, unreadFailure } from './index.ts';

async function typeOf(bytes: Uint8Array | string, name: string): Promise<ContentType> {
  const path = join(await mkdtemp(join(tmpdir(), 'preflag-')), 'file');
  await writeFile(path, bytes);
  return detectType(path, name);
}

const bytes = (...parts: (string | number[])[]): Uint8Array => Buffer.concat(parts.map((part) => Buffer.from(part)));
const zip = (files: Record<string, string>): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]): [string, Zippable[string]] => [name, [strToU8(text), { level: 0 }]])),
  );

function office(main: string, contentType: string): Record<string, string> {
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${main}" ContentType="${contentType}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${main}"/></Relationships>`,
    [main]: '<x/>',
  };
}

/** A compound file ([MS-CFB]) with one sector of four directory entries. */
function compound(...streams: string[]): Uint8Array {
  const file = Buffer.alloc(512 * 3);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(0, 76);
  file.writeUInt32LE(0xfffffffe, 512 + 4);
  for (const [index, name] of ['Root Entry', ...streams].entries()) {
    const at = 1024 + index * 128;
    file.write(name, at, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, at + 64);
  }
  return file;
}

const spreadsheetml = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const wordprocessingml = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

test.each<[ContentType, string, Uint8Array | string]>([
  ['xlsx', 'a.docx', zip(office('xl/workbook.xml', spreadsheetml))],
  ['xlsx', 'a.xlsm', zip(office('xl/workbook.xml', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'))],
  ['xlsb', 'a.xlsb', zip(office('xl/workbook.bin', 'application/vnd.ms-excel.sheet.binary.macroEnabled.main'))],
  ['docx', 'a.xlsx', zip(office('odd/place.xml', wordprocessingml))],
  ['docx', 'a.docm', zip(office('word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml'))],
  ['pptx', 'a', zip(office('ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'))],
  ['docx', 'damaged.docx', zip({ '[Content_Types].xml': '<broken', 'word/document.xml': 'x' })],
  ['docx', 'cut-off.docx', zip(office('word/document.xml', wordprocessingml)).subarray(0, 900)],
  ['ods', 'a.ods', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' })],
  ['odt', 'a.zip', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' })],
  [
    'odt',
    'cut-off.odt',
    zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }], 'content.xml': strToU8('<x/>') }).subarray(
      0,
      120,
    ),
  ],
  ['zip', 'a.docx', zip({ 'a.txt': 'x' })],
  ['zip', 'a.epub', zip({ mimetype: 'application/epub+zip' })],
  ['zip', 'cut-off.zip', bytes([0x50, 0x4b, 3, 4], 'rest')],
  ['xls', 'a.xlsx', compound('Workbook')],
  ['xls', 'a.xls', compound('Book')],
  ['doc', 'a.doc', compound('1Table', 'WordDocument')],
  ['ppt', 'a.ppt', compound('PowerPoint Document')],
  ['encrypted-office', 'a.xlsx', compound('EncryptionInfo', 'EncryptedPackage')],
  ['other', 'a.msi', compound('Something')],
  ['other', 'cut-off.doc', compound('WordDocument').subarray(0, 300)],
  ['pdf', 'a.txt', '%PDF-1.7\n...'],
  ['pdf', 'a.pdf', bytes([0, 1, 2], '\n%PDF-1.4\n')],
  ['text', 'a.pdf', 'Here is the report that you asked for.'],
  ['rtf', 'a.doc', '{\\rtf1\\ansi}'],
  ['image', 'a', bytes([0x89], 'PNG\r\n', [0x1a], '\n')],
  ['image', 'a.png', bytes([0xff, 0xd8, 0xff, 0xe0])],
  ['image', 'a', 'GIF89a...'],
  ['image', 'a', bytes('RIFF', [1, 0, 0, 0], 'WEBPVP8 ')],
  ['image', 'a.bmp', bytes('BM', [0, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0])],
  ['text', 'BMW.txt', 'BMW is a maker of cars and motorcycles.'],
  ['image', 'a.svg', '<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['html', 'a.md', '<!DOCTYPE html><html></html>'],
  ['html', 'a.xls', '\uFEFF <HTML lang="en">'],
  ['html', 'a.html', '<p>A fragment'],
  ['text', 'a.html', 'no tag'],
  ['markdown', 'a.md', '<p align="center">Title</p>\n\n# A'],
  ['xml', 'a.txt', '<?xml version="1.0"?><a/>'],
  [
    'odt',
    'a.fodt',
    '<?xml version="1.0"?>\n<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:mimetype="application/vnd.oasis.opendocument.text"><office:body/></office:document>',
  ],
  [
    'xml',
    'a.fods',
    '<?xml version="1.0"?>\n<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>',
  ],
  ['xliff', 'a.xlf', '<xliff version="1.2"></xliff>'],
  ['xliff', 'a.xml', '\uFEFF<?xml version="1.0"?>\n<!-- c -->\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0"></xliff>'],
  ['tmx', 'a.tmx', '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"></tmx>'],
  ['android-strings', 'strings.xml', '<resources>\n<string name="a">A</string></resources>'],
  [
    'android-strings',
    'strings.xml',
    '<?xml version="1.0"?>\n<!-- c -->\n<resources xmlns:tools="http://schemas.android.com/tools">\n</resources>',
  ],
  ['android-strings', 'strings.xml', '<resources/>'],
  ['xml', 'dimens.xml', '<resources>\n<dimen name="a">1dp</dimen></resources>'],
  ['po', 'a.po', '# nothing yet'],
  ['po', 'messages', '# A\nmsgid ""\nmsgstr ""\n"Language: de\\n"\n'],
  ['properties', 'a.properties', 'key = value'],
  ['ios-strings', 'Localizable.strings', '/* a */\n"key" = "value";'],
  ['ios-strings', 'utf16.strings', Buffer.from('\uFEFF"key" = "value";', 'utf16le')],
  ['ios-strings', 'a.txt', '"key" = "value";'],
  ['xcstrings', 'a', '{"sourceLanguage": "en", "strings": {}, "version": "1.0"}'],
  ['json', 'a.arb', '{"@@locale": "de"}'],
  ['srt', 'a.txt', '1\n00:00:01,000 --> 00:00:02,000\nHi'],
  ['vtt', 'a.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHi'],
  ['text', 'list.txt', '1\n2\n3'],
  ['text', 'msg.txt', 'The word msgid "x" stands in a file.'],
  ['json', 'a.json', '{"a": '],
  ['text', 'a.json', 'Here is the JSON:\n{}'],
  ['json', 'a.txt', '[1, 2]'],
  ['csv', 'a.csv', '[1,2]'],
  ['text', 'a.txt', '[1, 2'],
  ['markdown', 'a.md', '[link](x)'],
  ['markdown', 'A.MARKDOWN', '# A'],
  ['csv', 'a.csv', 'a;b'],
  ['tsv', 'a.tab', 'a\tb'],
  ['text', 'README', 'a'],
  ['text', 'a.docx', '# A report in markdown'],
  ['csv', 'latin1.csv', bytes('a,', [0xe4, 0xf6], '\n')],
  ['csv', 'utf16.csv', Buffer.from('a,b\r\n', 'utf16le')],
  ['text', 'utf16.txt', Buffer.from('\uFEFFhello', 'utf16le')],
  ['other', 'a.py', 'print(1)'],
  ['other', 'a.ipynb', '{}'],
  ['other', 'a.md', bytes('abc', [0, 1, 2])],
  ['other', 'a.txt', bytes([1, 2, 3, 4, 5, 6])],
  ['empty', 'a.docx', ''],
  ['empty', 'a.txt', ' \n\n'],
])('%s: %s', async (type, name, content) => {
  expect(await typeOf(content, name)).toBe(type);
});

test('files that Office libraries write', async () => {
  const workbook = new exceljs.Workbook();
  workbook.addWorksheet('A').addRow([1]);
  expect(await typeOf(new Uint8Array(await workbook.xlsx.writeBuffer()), 'a')).toBe('xlsx');
  expect(await typeOf(await Packer.toBuffer(new DocxFile({ sections: [{ children: [new Paragraph('a')] }] })), 'a')).toBe('docx');
});

test('what is no file, or not there, is other', async () => {
  expect(await detectType(tmpdir(), 'a.md')).toBe('other');
  expect(await detectType(join(tmpdir(), 'preflag-is-not-there'), 'a.md')).toBe('other');
});

test('every type says what reads it, and those without a reader what to deliver', () => {
  const words = Object.fromEntries(
    (Object.keys(TYPE_TABLE) as ContentType[]).map((type) => [type, [readsOf(type), unreadFailure(type)?.text]]),
  );
  expect(words).toMatchInlineSnapshot(`
    {
      "android-strings": [
        "bitext",
        undefined,
      ],
      "csv": [
        "table",
        undefined,
      ],
      "doc": [
        "document",
        "The file is a Word document of before 2007 (doc), which is not read: deliver docx to have it checked.",
      ],
      "docx": [
        "document",
        undefined,
      ],
      "empty": [
        undefined,
        "The file is empty: deliver it with its content.",
      ],
      "encrypted-office": [
        undefined,
        "The file is protected by a password: deliver it without one.",
      ],
      "html": [
        "document",
        undefined,
      ],
      "image": [
        undefined,
        "The file is an image, which is not read: deliver the text or the figures in it as docx, markdown or xlsx to have it checked.",
      ],
      "ios-strings": [
        "bitext",
        undefined,
      ],
      "json": [
        "data",
        undefined,
      ],
      "markdown": [
        "document",
        undefined,
      ],
      "ods": [
        "workbook",
        "The file is an OpenDocument spreadsheet (ods), which is not read: deliver xlsx to have it checked.",
      ],
      "odt": [
        "document",
        undefined,
      ],
      "other": [
        undefined,
        "The file is of no known type, which is not read.",
      ],
      "pdf": [
        "document",
        undefined,
      ],
      "po": [
        "bitext",
        undefined,
      ],
      "ppt": [
        undefined,
        "The file is a PowerPoint presentation of before 2007 (ppt), which is not read: deliver pptx to have it checked.",
      ],
      "pptx": [
        "document",
        undefined,
      ],
      "properties": [
        "bitext",
        undefined,
      ],
      "rtf": [
        "document",
        undefined,
      ],
      "srt": [
        "bitext",
        undefined,
      ],
      "text": [
        "document",
        undefined,
      ],
      "tmx": [
        "bitext",
        undefined,
      ],
      "tsv": [
        "table",
        undefined,
      ],
      "vtt": [
        "bitext",
        undefined,
      ],
      "xcstrings": [
        "bitext",
        undefined,
      ],
      "xliff": [
        "bitext",
        undefined,
      ],
      "xls": [
        "workbook",
        "The file is an Excel workbook of before 2007 (xls), which is not read: deliver xlsx to have it checked.",
      ],
      "xlsb": [
        "workbook",
        "The file is a binary Excel workbook (xlsb), which is not read: deliver xlsx to have it checked.",
      ],
      "xlsx": [
        "workbook",
        undefined,
      ],
      "xml": [
        undefined,
        "The file is an xml file, which is not read: deliver json, csv or xlsx to have it checked.",
      ],
      "zip": [
        undefined,
        "The file is a zip archive, which is not read: deliver the files in it to have it checked.",
      ],
    }
  `);
});
