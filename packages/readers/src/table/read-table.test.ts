import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Limits, ReadResult } from '@preflag/core';
import { DEFAULT_LIMITS } from '@preflag/core';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Table, TableRow } from './model.ts';
import { readTable } from './read-table.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'table-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('readTable', () => {
  it.each<[string, string | Buffer, object, readonly (readonly string[])[], string?]>([
    [
      'commas',
      'id,name\n1,Ann\n2,Bob\n',
      { delimiter: ',', lineEnd: '\n', bom: false, encoding: 'utf-8' },
      [
        ['id', 'name'],
        ['1', 'Ann'],
        ['2', 'Bob'],
      ],
    ],
    [
      'semicolons with decimal commas',
      'a;b\r\n1,5;2\r\n2,5;3',
      { delimiter: ';', lineEnd: '\r\n' },
      [
        ['a', 'b'],
        ['1,5', '2'],
        ['2,5', '3'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1,2\t3\n',
      { delimiter: '\t' },
      [
        ['a', 'b'],
        ['1,2', '3'],
      ],
    ],
    [
      'pipes',
      'a|b\n1|3\n',
      { delimiter: '|' },
      [
        ['a', 'b'],
        ['1', '3'],
      ],
    ],
    [
      'tabs between text with quotes that mean nothing',
      'id\ttext\n1\t"She said\n2\tand "left" it\n',
      { delimiter: '\t', quoted: false },
      [
        ['id', 'text'],
        ['1', '"She said'],
        ['2', 'and "left" it'],
      ],
    ],
    [
      'tabs with quotes that quote',
      'id\ttext\n1\t"a\tb"\n',
      { delimiter: '\t', quoted: true },
      [
        ['id', 'text'],
        ['1', 'a\tb'],
      ],
    ],
    [
      'tabs by name',
      'a,b\tc\n1,2\t3\n',
      { delimiter: '\t' },
      [
        ['a,b', 'c'],
        ['1,2', '3'],
      ],
      'x.tsv',
    ],
    ['one column', 'a\n1\n', { delimiter: ',' }, [['a'], ['1']]],
    [
      'quotes',
      'a,b\n"x, ""y""\nz","w"\n',
      { delimiter: ',' },
      [
        ['a', 'b'],
        ['x, "y"\nz', 'w'],
      ],
    ],
    [
      'mixed line ends',
      'a,b\n1,2\r\n"3","4"\r\n5,6\n',
      { lineEnd: '\n' },
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
    ],
    [
      'the line ends of old Macs',
      'a,b\r1,2\r',
      { lineEnd: '\r' },
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['ragged and blank rows', 'a,b,c\n1,2\n\n1,2,3,4\n', { delimiter: ',' }, [['a', 'b', 'c'], ['1', '2'], [''], ['1', '2', '3', '4']]],
    [
      'a byte order mark',
      '\uFEFFa,b\n1,ü\n',
      { bom: true, encoding: 'utf-8' },
      [
        ['a', 'b'],
        ['1', 'ü'],
      ],
    ],
    [
      'UTF-16',
      Buffer.from('\uFEFFa,b\n1,ü\n', 'utf16le'),
      { bom: true, encoding: 'utf-16le' },
      [
        ['a', 'b'],
        ['1', 'ü'],
      ],
    ],
    [
      'UTF-16 without a mark',
      Buffer.from('a,b\n1,ü\n', 'utf16le').swap16(),
      { bom: false, encoding: 'utf-16be' },
      [
        ['a', 'b'],
        ['1', 'ü'],
      ],
    ],
    ['nothing', '', { delimiter: ',' }, []],
  ])('reads %s', async (_name, bytes, dialect, rows, file) => {
    const model = modelOf(await read(bytes, {}, file));
    expect(model.dialect).toMatchObject(dialect);
    expect((await rowsOf(model)).map(({ cells }) => cells)).toEqual(rows);
  });

  it.each<[string, readonly string[]]>([
    ['id,Full name ,,\n1,2,3,4\n', ['id', 'Full name']],
    ['1,2\n3,4\n', []],
    ['name,2024-01-01\na,b\n', []],
    ['name,,x\na,b,c\n', ['name', '', 'x']],
    ['name,true\na,b\n', []],
    ['Q1 2024,km²,Größe\na,b,c\n', ['Q1 2024', 'km²', 'Größe']],
  ])('takes the header of %j', async (text, header) => {
    const { header: found, firstRow } = modelOf(await read(text));
    expect([found, firstRow]).toEqual([header, header.length > 0 ? 1 : 0]);
  });

  it('never guesses an encoding, but takes the declared one', async () => {
    const bytes = Buffer.from('name\nM\u00fcller\n', 'latin1');
    expect(await read(bytes)).toEqual({
      ok: false,
      failure: {
        kind: 'encoding',
        text: 'The text is not UTF-8: the byte 0xfc at offset 6 cannot be read. It may be windows-1252, as Excel saves "CSV": save it as UTF-8, or declare its encoding.',
      },
    });
    const model = modelOf(await read(bytes, {}, 'x.csv', 'windows-1252'));
    expect([model.dialect.encoding, (await rowsOf(model))[1]?.cells]).toEqual(['windows-1252', ['Müller']]);
    expect(await read(bytes, {}, 'x.csv', 'klingon')).toMatchObject({ ok: false, failure: { kind: 'encoding' } });
  });

  it('finds the first wrong byte behind the first chunk, and characters that chunks cut', async () => {
    const good = Buffer.from(`${'ü'.repeat(150_000)}a`);
    expect(await read(Buffer.concat([good, Buffer.from([0xff]), good]))).toMatchObject({
      failure: { text: expect.stringContaining('offset 300001 ') },
    });
    expect(await read(Buffer.concat([Buffer.from('a'), good]))).toMatchObject({ ok: true });
    expect(await read(Buffer.from([0x61, 0xe2, 0x82]))).toMatchObject({ failure: { text: expect.stringContaining('0xe2 at offset 1 ') } });
  });

  it('says where quotes are wrong, and reads on line by line', async () => {
    const unclosed = await read('a,b\n1,2\n"3,4\n5,6\n');
    expect(unclosed).toMatchObject({
      ok: true,
      partial: [{ kind: 'corrupt', text: expect.stringContaining('in line 3 is not closed'), place: { start: { line: 3, column: 1 } } }],
    });
    expect((await rowsOf(modelOf(unclosed))).map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['"3', '4'],
      ['5', '6'],
    ]);
    expect(await read('a,b\n"x\ny",2\n"3"x",4\n5,6\n')).toMatchObject({
      ok: true,
      partial: [{ text: expect.stringContaining('line 4 text follows') }],
    });
  });

  it.each<[string, Partial<Limits>, string]>([
    ['a,b\n1,2\n', { cells: 3 }, 'cells'],
    [`a,"${'x'.repeat(200_000)}\n`, { rowBytes: 1000 }, 'rowBytes'],
    ['a,b\n', { fileBytes: 2 }, 'fileBytes'],
    [`a\n${'x,'.repeat(200_000)}\n1\n`, { rowBytes: 1000 }, 'rowBytes'],
    [`"a"\n${'x,'.repeat(200_000)}\n${'1\n'.repeat(50_000)}`, { rowBytes: 1000 }, 'rowBytes'],
  ])('keeps to its limits', async (text, limits, limit) => {
    expect(await read(text, limits)).toMatchObject({ ok: false, failure: { kind: 'limit', limit } });
  });

  it('says that a file is missing', async () => {
    expect(await readTable({ file: 'x.csv', path: join(folder, 'none.csv') }, { limits: DEFAULT_LIMITS })).toMatchObject({
      ok: false,
      failure: { kind: 'missing' },
    });
  });

  it('numbers rows and lines, and describes places far into a long file', async () => {
    const line = (index: number): string => `${index},"Name\n${index}","x, ${'y'.repeat(50)}"\n`;
    const model = modelOf(await read(`id,name,"the note"\n${Array.from({ length: 20_000 }, (_, index) => line(index + 1)).join('')}`));
    const rows = await rowsOf(model);
    expect(rows.length).toBe(20_001);
    expect([rows[2]?.line, rows[20_000]?.line, rows[20_000]?.index]).toEqual([4, 40_000, 20_000]);
    expect(model.describe({ kind: 'cell', sheet: '', range: 'C15001' })).toEqual({
      place: 'the note › Name 15000 (line 30001, column 8)',
      anchor: 'the note › Name 15000',
      excerpt: `x, ${'y'.repeat(50)}`,
    });
    expect(model.describe({ kind: 'text', start: { line: 30_001, column: 9 }, end: { line: 30_001, column: 10 } })).toMatchObject({
      anchor: 'the note › Name 15000',
    });
    expect(model.describe({ kind: 'text', start: { line: 1, column: 9 }, end: { line: 1, column: 10 } })).toEqual({
      place: 'the note › header (line 1, column 9)',
      anchor: 'the note › header',
      excerpt: 'the note',
    });
    expect(model.describe({ kind: 'column', name: 'THE NOTE' })).toEqual({ place: 'THE NOTE', anchor: 'THE NOTE', excerpt: 'the note' });
    expect(model.describe({ kind: 'cell', sheet: '', range: 'A99999' })).toEqual({ place: 'id › row 99999', anchor: 'id' });
  });

  it('cuts the same rows as papaparse does for the whole text', async () => {
    const values = ['', 'a', '"', 'x,y', 'line\nbreak', ' b ', 'ü', '""', "'"];
    const rows = Array.from({ length: 9000 }, (_, row) =>
      Array.from({ length: 1 + (row % 4) }, (_, column) => values[(row * 7 + column * 3) % values.length] ?? ''),
    );
    const text = Papa.unparse([['head', 'er'], ...rows], { newline: '\n' });
    const expected = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' }).data;
    expect((await rowsOf(modelOf(await read(text)))).map(({ cells }) => cells)).toEqual(expected);
  });
});

/** Its truth has another phone number than the file. */
const WRONG_TRUTH = new Set(['csv-spectrum-location_coordinates.csv']);
const spectrum = fileURLToPath(new URL('../../../../../shared/data/spreadsheets/robustness/csv-spectrum', import.meta.url));
if (!existsSync(spectrum)) process.stdout.write('csv-spectrum is not beside the repository: skipped\n');
describe.skipIf(!existsSync(spectrum))('csv-spectrum', () => {
  it.each(existsSync(spectrum) ? globSync('*.csv', { cwd: spectrum }).filter((name) => !WRONG_TRUTH.has(name)) : [])(
    '%s has the cells of its truth',
    async (name) => {
      const model = modelOf(await readTable({ file: name, path: join(spectrum, name) }, { limits: DEFAULT_LIMITS }));
      const [header, ...rows] = (await rowsOf(model)).map(({ cells }) => cells);
      const truth: unknown = JSON.parse(readFileSync(join(spectrum, name.replace('.csv', '.json')), 'utf8'));
      expect(rows.map((cells) => Object.fromEntries((header ?? []).map((key, index) => [key, cells[index]])))).toEqual(truth);
    },
  );
});

let files = 0;
async function read(bytes: string | Buffer, limits: Partial<Limits> = {}, file = 'x.csv', encoding?: string): Promise<ReadResult<Table>> {
  const path = join(folder, `${files++}-${file}`);
  writeFileSync(path, bytes);
  return readTable({ file, path }, { limits: { ...DEFAULT_LIMITS, ...limits }, ...(encoding !== undefined && { encoding }) });
}

function modelOf(result: ReadResult<Table>): Table {
  if (!result.ok) throw new Error(result.failure.text);
  return result.model;
}

interface TextRow {
  readonly index: number;
  readonly line: number;
  readonly cells: readonly string[];
}

async function rowsOf(table: Table): Promise<readonly TextRow[]> {
  const rows: TextRow[] = [];
  await table.scan([
    {
      item: 'row',
      visit: (item) => {
        const row = item as TableRow;
        rows.push({ index: row.index, line: row.line, cells: Array.from({ length: row.length }, (_, column) => row.text(column)) });
      },
    },
  ]);
  return rows;
}
