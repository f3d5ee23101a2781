import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContentType, ReadResult } from '@preflag/core';
import { DEFAULT_LIMITS } from '@preflag/core';
import ExcelJs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileSource } from '../source.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';
import type { Update } from './model.ts';
import { readUpdate } from './read-update.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'update-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const options = { limits: DEFAULT_LIMITS };

describe('readUpdate', () => {
  it('reads two workbooks, typed, and an after-model that is there already', async () => {
    const before = await workbook('before.xlsx', {
      Data: [
        ['id', 'n'],
        ['a', 1],
      ],
      Old: [
        ['key', 'm'],
        ['gone', 2],
      ],
    });
    const after = await workbook('after.xlsx', {
      Data: [
        ['id', 'n'],
        ['a', 2],
      ],
    });
    const read = await readWorkbook(after, options);
    if (!read.ok) throw new Error(read.failure.text);
    const update = modelOf(await readUpdate({ before, beforeType: 'xlsx', after, afterType: 'xlsx', afterModel: read.model }, options));
    expect([update.file, update.beforeFile, update.typed, update.after === read.model.sheets]).toEqual([
      'after.xlsx',
      'before.xlsx',
      true,
      true,
    ]);
    expect([update.before[0]?.value(1, 1), update.after[0]?.value(1, 1)]).toEqual([1, 2]);
    expect(update.describe({ kind: 'cell', sheet: 'Data', range: 'B2' })).toEqual({
      place: 'Data › n › a (B2)',
      anchor: 'Data › a › n',
      excerpt: '2',
    });
    expect(update.describe({ kind: 'cell', sheet: 'Old', range: 'B2' })).toEqual({
      place: 'Old › m › gone (B2)',
      anchor: 'Old › gone › m',
      excerpt: '2',
    });
  });

  it.each<[ContentType, ContentType]>([
    ['csv', 'csv'],
    ['xlsx', 'csv'],
    ['csv', 'xlsx'],
  ])('reads %s before %s, as texts', async (beforeType, afterType) => {
    const source = async (name: string, type: ContentType): Promise<FileSource> =>
      type === 'csv'
        ? csv(`${name}.csv`, 'id,n\n007,1.50\n,\n')
        : workbook(`${name}.xlsx`, {
            Data: [
              ['id', 'n'],
              ['007', 1.5],
            ],
          });
    const update = modelOf(
      await readUpdate(
        { before: await source('before', beforeType), beforeType, after: await source('after', afterType), afterType },
        options,
      ),
    );
    expect(update.typed).toBe(false);
    for (const [sheets, type] of [
      [update.before, beforeType],
      [update.after, afterType],
    ] as const) {
      expect([sheets[0]?.text(1, 0), sheets[0]?.text(1, 1), sheets[0]?.rowCount]).toEqual(['007', type === 'csv' ? '1.50' : '1.5', 2]);
    }
    expect(update.describe({ kind: 'cell', sheet: update.after[0]?.name ?? '', range: 'B2' }).excerpt).toBe(update.after[0]?.text(1, 1));
  });

  it('says which of the files cannot be read', async () => {
    const [good, bad] = [csv('good.csv', 'a\n'), csv('bad.csv', Buffer.from([0x61, 0xff]))];
    expect(await readUpdate({ before: bad, beforeType: 'csv', after: good, afterType: 'csv' }, options)).toMatchObject({
      ok: false,
      failure: { kind: 'encoding', text: expect.stringMatching(/^bad\.csv: /) },
    });
    expect(await readUpdate({ before: good, beforeType: 'csv', after: good, afterType: 'pdf' }, options)).toMatchObject({
      ok: false,
      failure: { kind: 'unsupported' },
    });
  });
});

function modelOf(result: ReadResult<Update>): Update {
  if (!result.ok) throw new Error(result.failure.text);
  return result.model;
}

function csv(file: string, bytes: string | Buffer): FileSource {
  writeFileSync(join(folder, file), bytes);
  return { file, path: join(folder, file) };
}

async function workbook(file: string, sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>): Promise<FileSource> {
  const book = new ExcelJs.Workbook();
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows.map((row) => [...row]));
  await book.xlsx.writeFile(join(folder, file));
  return { file, path: join(folder, file) };
}
