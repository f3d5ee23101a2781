import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cellText, DEFAULT_LIMITS, type ContentType, type Edit } from '@preflag/core';
import { openArchive } from '@preflag/readers';
import { workbookOf } from '@preflag/testing';
import ExcelJs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCopy } from './make-copy.ts';
import { proveCopy } from './prove-copy.ts';
import type { PlannedEdit } from './plan-fixes.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preflag-fixes-'));
});
afterAll(() => rm(folder, { recursive: true }));

const planned = (range: string, from: string, to: string, more: Partial<Edit> = {}): PlannedEdit => ({
  file: 'a',
  location: { kind: 'cell', sheet: 'S', range },
  from,
  to,
  rule: 'test/rule',
  place: 'here',
  label: 'mend it',
  ...more,
});

/** The copy as bytes, with what became of the edits, and what its proof says. */
async function copyOf(bytes: Uint8Array, type: ContentType, edits: readonly PlannedEdit[]) {
  const [original, copy] = [join(folder, 'original'), join(folder, 'copy')];
  await writeFile(original, bytes);
  const { chunks, applied, left } = await makeCopy({ file: 'a', path: original }, type, edits, DEFAULT_LIMITS);
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks ?? []) pieces.push(chunk);
  const made = Buffer.concat(pieces);
  await writeFile(copy, made);
  const prove = (of = applied): Promise<string | undefined> =>
    proveCopy({ file: 'a', path: original }, { file: 'a', path: copy }, type, of, DEFAULT_LIMITS);
  return {
    made,
    applied,
    left: left.map(({ edit, reason }) => `${edit.location.kind === 'cell' ? edit.location.range : ''}: ${reason}`),
    prove,
  };
}

describe('a workbook', () => {
  const workbook = (): Promise<Uint8Array> =>
    workbookOf(
      {
        S: [
          ['id', 'sum'],
          [' A1 ', '12.5'],
          ['B', { formula: 'SUM(B2:B2)', result: 0 }],
          ['C', { formula: 'B3*2' }],
        ],
        T: [[1]],
      },
      (book) => {
        book.getWorksheet('S')!.getCell('D1').value = { richText: [{ text: 'bold ', font: { bold: true } }, { text: 'x ' }] };
        book.getWorksheet('S')!.getCell('B2').numFmt = '@';
      },
    );

  it('cells are replaced, and everything else is as it was', async () => {
    const bytes = await workbook();
    const { made, left, prove } = await copyOf(bytes, 'xlsx', [
      planned('A2', "' A1 ", "'A1"),
      planned('B2', "'12.5", '12.5'),
      planned('B3', '0', '12.5', { of: 'result' }),
      planned('B4', '', '25', { of: 'result' }),
    ]);
    expect(left).toEqual([]);
    expect(await prove()).toBeUndefined();
    const read = new ExcelJs.Workbook();
    await read.xlsx.load(Uint8Array.from(made).buffer);
    const cells = ['A2', 'B2', 'B3', 'B4', 'A3'].map((address) => read.getWorksheet('S')!.getCell(address));
    expect(cells.map(({ value }) => value)).toEqual([
      'A1',
      12.5,
      { formula: 'SUM(B2:B2)', result: 12.5 },
      { formula: 'B3*2', result: 25 },
      'B',
    ]);
    expect(cells[1]?.numFmt).toBe('@');
    expect(read.getWorksheet('S')!.getCell('D1').value).toHaveProperty('richText');
  });

  it('parts that no edit touches are the same bytes, packed as they were', async () => {
    const { made } = await copyOf(await workbook(), 'xlsx', [planned('B3', '0', '12.5', { of: 'result' })]);
    const packed = async (path: string): Promise<Map<string, string>> => {
      const opened = await openArchive(path, DEFAULT_LIMITS);
      if (!opened.ok) throw new Error(opened.failure.text);
      await using archive = opened.archive;
      const parts = new Map<string, string>();
      for (const name of archive.entries.keys())
        parts.set(name, Buffer.concat(await Array.fromAsync(archive.packed(name))).toString('hex'));
      return parts;
    };
    expect(made.length).toBeGreaterThan(0);
    const [before, after] = [await packed(join(folder, 'original')), await packed(join(folder, 'copy'))];
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect([...after].filter(([name, bytes]) => bytes !== before.get(name)).map(([name]) => name)).toEqual(['xl/worksheets/sheet1.xml']);
  });

  it.each([
    ['a value that changed meanwhile', planned('B2', "'13", '13'), 'B2: Something else stands there now.'],
    [
      'a sheet that is not there',
      planned('B2', "'12.5", '12.5', { location: { kind: 'cell', sheet: 'X', range: 'B2' } }),
      'B2: It names no single cell.',
    ],
    ['several cells', planned('B2:B3', "'12.5", '12.5'), 'B2:B3: It names no single cell.'],
    ['a formula', planned('B2', "'12.5", '=1'), "B2: '=1' cannot be written into a cell."],
    [
      'text with formatting of its own',
      planned('D1', "'bold x ", "'bold x"),
      'D1: The text has formatting of its own, which would be lost.',
    ],
  ])('%s is left', async (_, edit, reason) => {
    const { made, left, applied } = await copyOf(await workbook(), 'xlsx', [edit]);
    expect([made.length, left, applied]).toEqual([0, [reason], []]);
  });

  it('a text with what XML cannot hold reads back as it is', async () => {
    const text = 'a<b>&\u0007_x0041_\r\n ';
    const { prove } = await copyOf(await workbook(), 'xlsx', [planned('A3', "'B", cellText({ kind: 'text', text }))]);
    expect(await prove()).toBeUndefined();
  });

  it('a copy that differs elsewhere is found out', async () => {
    const { prove } = await copyOf(await workbook(), 'xlsx', [planned('B2', "'12.5", '12.5'), planned('A2', "' A1 ", "'A1")]);
    expect(await prove([planned('B2', "'12.5", '12.5')])).toBe("S!A2 reads back as 'A1' and was ' A1 '.");
    expect(await prove([planned('B2', "'12.5", '13'), planned('A2', "' A1 ", "'A1")])).toContain('S!B2');
  });
});

describe('a csv', () => {
  const csv = Buffer.from('\ufeffid;note\r\n A1 ;"x; y"\r\n017;z', 'utf8');

  it('cells are replaced; the mark, the line ends and the quotes stay', async () => {
    const { made, left, prove } = await copyOf(csv, 'csv', [
      planned('A2', ' A1 ', 'A1'),
      planned('B2', 'x; y', 'x;y'),
      planned('B3', 'z', 'a "b"'),
    ]);
    expect([made.toString('utf8'), left]).toEqual(['\ufeffid;note\r\nA1;"x;y"\r\n017;"a ""b"""', []]);
    expect(await prove()).toBeUndefined();
    expect(await prove([planned('A2', ' A1 ', 'A1')])).toBe("B2 reads back as 'x;y' and should be 'x; y'.");
  });

  it('other encodings are left', async () => {
    const { left } = await copyOf(Buffer.from([0x61, 0x2c, 0xfc, 0x0a]), 'csv', [planned('A1', 'a', 'b')]);
    expect(left).toEqual(['A1: The file is not in UTF-8, which is all that is written.']);
  });
});

describe('a text', () => {
  const edit = (line: number, column: number, from: string, to: string): PlannedEdit =>
    planned('', from, to, { location: { kind: 'text', start: { line, column }, end: { line, column: column + from.length } } });

  it('places are replaced; what overlaps or is not there is left', async () => {
    const { made, applied, left, prove } = await copyOf(Buffer.from('one  two\r\nthree\n'), 'markdown', [
      edit(2, 1, 'three', '3'),
      edit(1, 4, '  ', ' '),
      edit(1, 5, ' t', 't'),
      edit(9, 1, 'x', 'y'),
    ]);
    expect(made.toString()).toBe('one two\r\n3\n');
    expect(left).toEqual([': Something else stands there now.', ': Another fix changes the same place.']);
    expect(await prove()).toBeUndefined();
    expect(await prove(applied.slice(1))).toBe('The copy is not the original with the fixes and nothing else.');
  });
});

it('files that are not written say so', async () => {
  const { left } = await copyOf(Buffer.from('%PDF'), 'pdf', [planned('A1', 'a', 'b')]);
  expect(left).toEqual(['A1: Files of the type pdf are not written.']);
});
