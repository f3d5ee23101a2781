import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { columnName } from '@preflag/core';
import { Zip, ZipDeflate } from 'fflate';
import type { Shape } from './shapes.ts';

const COLUMNS = 20;
const REGIONS = ['North', 'South', 'East', 'West', 'Centre', 'Overseas & islands'];

/** Writes a workbook of a shape, six of its columns formulas with cached values, row by row. */
export async function makeWorkbook(path: string, { rows, strings: kind, prefixed = false }: Shape): Promise<void> {
  const out = createWriteStream(path);
  let isFull = false;
  const zip = new Zip((error, chunk) => {
    if (error) out.destroy(error);
    else isFull = !out.write(chunk) || isFull;
  });
  const part = async (name: string, texts: Iterable<string>): Promise<void> => {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    for (const text of texts) {
      file.push(Buffer.from(prefixed && name.startsWith('xl/') && !name.endsWith('.rels') ? withPrefix(text) : text));
      if (isFull) {
        await once(out, 'drain');
        isFull = false;
      }
    }
    file.push(new Uint8Array(), true);
  };
  const strings = kind === 'unique' ? uniqueStrings(rows) : sharedStrings(rows);
  await part('[Content_Types].xml', [CONTENT_TYPES]);
  await part('_rels/.rels', [relationships(['officeDocument', 'xl/workbook.xml'])]);
  await part('xl/workbook.xml', [WORKBOOK]);
  await part('xl/_rels/workbook.xml.rels', [
    relationships(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']),
  ]);
  await part('xl/styles.xml', [STYLES]);
  await part('xl/sharedStrings.xml', [`<sst xmlns="${MAIN}">${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`]);
  await part('xl/worksheets/sheet1.xml', sheet(rows, kind === 'unique' ? uniqueRow : (row) => rowText(row, Math.min(rows, CUSTOMERS))));
  zip.end();
  out.end();
  await once(out, 'close');
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CUSTOMERS = 5000;

function sharedStrings(rows: number): string[] {
  const headers = Array.from({ length: COLUMNS }, (_, column) => `Column ${column + 1}`);
  const customers = Array.from({ length: Math.min(rows, CUSTOMERS) }, (_, index) => `Customer number ${index + 1}`);
  return [...headers, ...REGIONS.map((name) => name.replace('&', '&amp;')), ...customers];
}

const UNIQUE_COLUMNS = 9;

/** After the headers, those of one row after the other. */
function uniqueStrings(rows: number): string[] {
  const cells = Array.from({ length: rows * UNIQUE_COLUMNS }, (_, index) => `Remark ${index * 7919} on customer ${index}`);
  return [...Array.from({ length: COLUMNS }, (_, column) => `Column ${column + 1}`), ...cells];
}

function* sheet(rows: number, textOf: (row: number) => string): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}"><dimension ref="A1:T${rows}"/><sheetData>`;
  yield `<row r="1">${Array.from({ length: COLUMNS }, (_, column) => `<c r="${columnName(column)}1" s="1" t="s"><v>${column}</v></c>`).join('')}</row>`;
  let text = '';
  for (let row = 2; row <= rows; row++) {
    text += textOf(row);
    if (text.length > 1 << 16) {
      yield text;
      text = '';
    }
  }
  yield `${text}</sheetData><mergeCells count="1"><mergeCell ref="V1:W1"/></mergeCells></worksheet>`;
}

/** An id, two dates, three texts, eight numbers, and six formulas. */
function rowText(row: number, customers: number): string {
  const quantity = (row * 7919) % 1000;
  const price = ((row * 104_729) % 100_000) / 100;
  const share = ((row * 31) % 997) / 997;
  const net = quantity * price;
  const cells = [
    `<c r="A${row}"><v>${row - 1}</v></c>`,
    `<c r="B${row}" s="2"><v>${44_000 + (row % 1500)}</v></c>`,
    `<c r="C${row}" s="3"><v>${44_000 + (row % 1500) + (row % 24) / 24}</v></c>`,
    `<c r="D${row}" t="s"><v>${COLUMNS + (row % REGIONS.length)}</v></c>`,
    `<c r="E${row}" t="s"><v>${COLUMNS + REGIONS.length + (row % customers)}</v></c>`,
    `<c r="F${row}" t="s"><v>${COLUMNS + REGIONS.length + ((row * 17) % customers)}</v></c>`,
    `<c r="G${row}" s="4"><v>${quantity}</v></c>`,
    `<c r="H${row}" s="5"><v>${price}</v></c>`,
    `<c r="I${row}" s="6"><v>${share}</v></c>`,
    ...['J', 'K', 'L', 'M'].map((column, index) => `<c r="${column}${row}"><v>${(row * (index + 3)) % 10_007}</v></c>`),
    `<c r="N${row}" t="b"><v>${row % 2}</v></c>`,
    `<c r="O${row}" s="5"><f>G${row}*H${row}</f><v>${net}</v></c>`,
    `<c r="P${row}" s="5"><f>O${row}*I${row}</f><v>${net * share}</v></c>`,
    `<c r="Q${row}" s="5"><f>O${row}-P${row}</f><v>${net - net * share}</v></c>`,
    `<c r="R${row}"><f>SUM(J${row}:M${row})</f><v>${['J', 'K', 'L', 'M'].reduce((sum, _, index) => sum + ((row * (index + 3)) % 10_007), 0)}</v></c>`,
    `<c r="S${row}" t="str"><f>IF(N${row},"yes","no")</f><v>${row % 2 ? 'yes' : 'no'}</v></c>`,
    `<c r="T${row}" s="6"><f>O${row}/MAX($O$2:$O$100000)</f><v>${share / 2}</v></c>`,
  ];
  return `<row r="${row}" spans="1:20">${cells.join('')}</row>`;
}

/** Nine texts that occur nowhere else, ten numbers, and a formula. */
function uniqueRow(row: number): string {
  const cells = Array.from({ length: COLUMNS }, (_, column) => {
    const address = `${columnName(column)}${row}`;
    if (column < UNIQUE_COLUMNS) return `<c r="${address}" t="s"><v>${COLUMNS + (row - 2) * UNIQUE_COLUMNS + column}</v></c>`;
    if (column < COLUMNS - 1) return `<c r="${address}"><v>${(row * (column + 3)) % 10_007}</v></c>`;
    return `<c r="${address}"><f>J${row}*K${row}</f><v>${((row * 12) % 10_007) * ((row * 13) % 10_007)}</v></c>`;
  });
  return `<row r="${row}" spans="1:20">${cells.join('')}</row>`;
}

function withPrefix(xml: string): string {
  return xml.replaceAll(/<(\/?)(?=[a-z])/gi, '<$1x:').replaceAll(' xmlns=', ' xmlns:x=');
}

function relationships(...links: readonly (readonly [type: string, target: string])[]): string {
  const items = links.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`);
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const CONTENT_TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${SHEET_TYPE}.sharedStrings+xml"/></Types>`;
const WORKBOOK = `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0"/><xf numFmtId="49"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="3"/><xf numFmtId="4"/><xf numFmtId="10"/></cellXfs></styleSheet>`;
