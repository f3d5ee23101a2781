import { unzipSync, zipSync } from 'fflate';
import { docxOf, workbookOf } from '@preflag/testing';
import { check, type Report } from 'preflag';
import { beforeAll, describe, expect, test } from 'vitest';

const MB = 1024 * 1024;
const SHEET = 'xl/worksheets/sheet1.xml';
const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const REFUSED = new Set(['corrupt-file', 'limit-exceeded', 'wrong-type']);
const CELL = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const workbook = unzipSync(await workbookOf({ A: [['x']] }));
const document = unzipSync(await docxOf(['# Title', 'Text.']));
const workbookWith = (part: string, bytes: Uint8Array): Uint8Array => zipSync({ ...workbook, [part]: bytes });
const documentWith = (bytes: Uint8Array): Uint8Array => zipSync({ ...document, 'word/document.xml': bytes });
const sheetOf = (body: string): Uint8Array => workbookWith(SHEET, text(`<worksheet xmlns="${NAMESPACE}">${body}</worksheet>`));
const entities = Array.from('bcdefghij', (name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`);
const LAUGHS = `<!DOCTYPE a [<!ENTITY a "ha">${entities.join('')}]>`;
const sheets = Array.from({ length: 200_000 }, (_, id) => `<sheet name="${id}" sheetId="${id + 1}" r:id="rId1"/>`);

/** A zip in zips: each level holds ten of the level below. */
function nested(levels: number): Uint8Array {
  let inner: Uint8Array = zipSync({ 'zeros.txt': new Uint8Array(MB) });
  for (let level = 0; level < levels; level += 1) {
    inner = zipSync(Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`${index}.zip`, inner])));
  }
  return inner;
}

/** All entries of the directory point at the same bytes, as in a zip that unpacks to more than it could hold. */
function overlapping(): Uint8Array {
  const zip = workbookWith(SHEET, new Uint8Array(8 * MB));
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  const end = zip.length - 22;
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    view.setUint32(entry + 42, 0, true);
    entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
  return zip;
}

/** `refused`: a finding says that it could not be read, or not all of it. `read`: it is a file like others. */
type End = 'refused' | 'read' | 'either';

const FILES: readonly (readonly [what: string, name: string, make: () => Uint8Array, end: End])[] = [
  ['a workbook that inflates to 150 MB', 'a.xlsx', () => workbookWith(SHEET, new Uint8Array(150 * MB)), 'refused'],
  ['a document that inflates to 150 MB', 'b.docx', () => documentWith(new Uint8Array(150 * MB)), 'refused'],
  ['a part that nobody reads, of 150 MB', 'c.xlsx', () => workbookWith('xl/media/image1.png', new Uint8Array(150 * MB)), 'either'],
  ['zips in zips, a terabyte in all', 'd.xlsx', () => nested(6), 'either'],
  ['zips in zips inside a workbook', 'e.xlsx', () => workbookWith('xl/embeddings/a.zip', nested(6)), 'read'],
  ['entries that share their bytes', 'f.xlsx', overlapping, 'refused'],
  ['a billion laughs in a workbook', 'g.xlsx', () => workbookWith('xl/workbook.xml', text(`${LAUGHS}<workbook>&j;</workbook>`)), 'refused'],
  ['a billion laughs in a document', 'h.docx', () => documentWith(text(`${LAUGHS}<w:document>&j;</w:document>`)), 'refused'],
  [
    'an entity from a file',
    'i.docx',
    () => documentWith(text('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')),
    'refused',
  ],
  ['a dimension of all cells that there are', 'j.xlsx', () => sheetOf(`<dimension ref="A1:XFD1048576"/>${CELL}`), 'read'],
  [
    'a cell in the last corner',
    'k.xlsx',
    () => sheetOf('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    'either',
  ],
  [
    'merges over all cells',
    'l.xlsx',
    () => sheetOf(`${CELL}<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(1000)}</mergeCells>`),
    'either',
  ],
  [
    '200,000 sheets',
    'm.xlsx',
    () =>
      workbookWith(
        'xl/workbook.xml',
        text(`<workbook xmlns="${NAMESPACE}" xmlns:r="${RELATIONSHIPS}"><sheets>${sheets.join('')}</sheets></workbook>`),
      ),
    'either',
  ],
  [
    'a formula of a million brackets',
    'n.xlsx',
    () => sheetOf(`<sheetData><row r="1"><c r="A1"><f>${'('.repeat(1e6)}</f><v>1</v></c></row></sheetData>`),
    'either',
  ],
  ['a row of 20 MB', 'o.csv', () => text('a,'.repeat(10 * MB)), 'refused'],
  ['a quote that never ends', 'p.csv', () => text(`id,name\n1,"${'x\n'.repeat(10 * MB)}`), 'either'],
];

describe('attack 44: files that are larger than they look', () => {
  let report: Report;
  beforeAll(async () => {
    const files = Object.fromEntries(FILES.map(([, name, make]) => [name, make()]));
    const delivery = { files: { ...files, 'good.md': text('# Report\n\nAll is well.\n') } };
    report = await check(delivery, { concurrency: 2, limits: { readMs: 20_000 } });
  });

  test.each(FILES.map(([what, name, , end]) => [what, name, end] as const))('%s', (_what, name, end) => {
    const rules = report.findings.filter(({ file }) => file === name).map(({ rule }) => rule.replace('integrity/', ''));
    const found = rules.some((rule) => REFUSED.has(rule)) ? 'refused' : 'read';
    const errors = report.checks
      .filter(({ file, outcome }) => file === name && outcome === 'error')
      .map(({ rule, reason }) => `${rule}: ${reason?.code}`);
    expect({ errors, end: end === 'either' ? 'either' : found }).toEqual({ errors: [], end });
  });

  test('what is beside them is checked', () => {
    expect(report.checks.some(({ file, outcome }) => file === 'good.md' && outcome === 'passed')).toBe(true);
    expect(report.verdict).toBe('fail');
  });
});
