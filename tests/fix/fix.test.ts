import { createHash } from 'node:crypto';
import { readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJs from 'exceljs';
import { fix, type Report } from 'preflag';
import { describe, expect, it } from 'vitest';
import { PLANTS } from '../lib/all-checkers.ts';
import { preflag, temporaryFolder } from '../lib/cli.ts';
import { workbookOf, type Example } from '@preflag/testing';

const open = ({ findings }: Report): readonly string[] => findings.map(({ rule, place, message }) => `${rule} at ${place}: ${message}`);

/** Rules that say how to mend what they find. */
const MENDED: ReadonlySet<string> = new Set([
  'spreadsheet/number-stored-as-text',
  'spreadsheet/untrimmed-key',
  'spreadsheet/formula-without-cached-value',
  'spreadsheet/stale-cached-value',
  'data-update/leading-zeros-lost',
]);

describe('what a plant breaks is mended', () => {
  const plants = PLANTS.filter(({ rule }) => MENDED.has(rule));
  it.each(plants.flatMap((plant) => Object.keys(plant.ways).map((way) => [plant.rule, way, plant] as const)))(
    '%s: %s',
    async (rule, way, plant) => {
      const planted = await plant.ways[way]?.(await plant.clean());
      if (!planted) throw new Error('The plant found no room in its own example.');
      await using folder = await temporaryFolder();
      const { files, beside = {}, job }: Example = planted.example;
      await folder.write(Object.fromEntries(Object.entries(files).map(([path, content]) => [`out/${path}`, content])));
      const { report, applied, left } = await fix(join(folder.path, 'out'), {
        out: join(folder.path, 'fixed'),
        ...(job !== undefined && { job: { version: 1, id: 'j', ...job }, inputs: beside as Record<string, Uint8Array> }),
      });
      const remaining = report.findings.filter((finding) => finding.rule === rule && (finding.fixes ?? []).length > 0);
      expect(remaining.map(({ message }) => message)).toEqual([]);
      expect(left.map(({ reason }) => reason)).toEqual([]);
      expect(applied.length).toBeGreaterThan(0);
    },
  );
});

describe('fix', () => {
  const book = (): Promise<Uint8Array> =>
    workbookOf({
      Orders: [
        ['id', 'amount'],
        ...Array.from({ length: 9 }, (_, index): [string, string | number] => [`A${index + 1}`, index === 4 ? '12.5' : index]),
        ['Total', { formula: 'SUM(B2:B10)', result: 32 }],
        ['Twice', { formula: 'B11*2', result: 64 }],
      ],
    });

  it('a number that was text, and what is computed from it; the delivery stays as it was', async () => {
    await using folder = await temporaryFolder({ 'out/book.xlsx': await book(), 'out/sub/notes.md': '# Notes\n\nAll is well.\n' });
    const hash = async (): Promise<string> =>
      createHash('sha256')
        .update(await readFile(join(folder.path, 'out/book.xlsx')))
        .digest('hex');
    const before = await hash();
    const { report, applied, left } = await fix(join(folder.path, 'out'), { out: join(folder.path, 'fixed') });
    expect(open(report)).toEqual([]);
    expect(report.root).toBe(join(folder.path, 'fixed'));
    expect(left).toEqual([]);
    expect(applied.flatMap(({ edits }) => edits.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`))).toEqual([
      "spreadsheet/number-stored-as-text: '12.5 → 12.5",
      'spreadsheet/stale-cached-value: 32 → 44.5',
      'spreadsheet/stale-cached-value: 64 → 89',
    ]);
    expect(await hash()).toBe(before);
    expect((await readdir(join(folder.path, 'fixed'), { recursive: true })).toSorted()).toEqual(['book.xlsx', 'sub', 'sub/notes.md']);
    expect((await readdir(folder.path)).toSorted()).toEqual(['fixed', 'out']);
    const read = new ExcelJs.Workbook();
    await read.xlsx.readFile(join(folder.path, 'fixed/book.xlsx'));
    expect(
      ['B6', 'B11', 'B12'].map(
        (address) => read.getWorksheet('Orders')!.getCell(address).result ?? read.getWorksheet('Orders')!.getCell(address).value,
      ),
    ).toEqual([12.5, 44.5, 89]);
  });

  it('through the cli: shown first, then made', async () => {
    await using folder = await temporaryFolder({ 'out/book.xlsx': await book() });
    const shown = await preflag(['check', 'out/book.xlsx', '--fix-dry-run'], { cwd: folder.path });
    expect([shown.code, shown.stdout]).toEqual([
      1,
      expect.stringContaining("Orders!B6: “'12.5” → “12.5”  (spreadsheet/number-stored-as-text)"),
    ]);
    const json = await preflag(['check', 'out', '--fix-dry-run', '--format', 'json'], { cwd: folder.path });
    expect(JSON.parse(json.stdout)).toHaveProperty('reports');
    expect(json.stderr).toContain('Orders!B6');
    const made = await preflag(['check', 'out/book.xlsx', '--fix', '--out', 'a/fixed'], { cwd: folder.path });
    expect([made.code, made.stdout]).toEqual([0, expect.stringContaining('Fixed in the copy in a/fixed; each file was read back')]);
    expect(await readdir(join(folder.path, 'a/fixed'))).toEqual(['book.xlsx']);
  });

  it('nothing to fix is said, and the copy is made all the same', async () => {
    await using folder = await temporaryFolder({ 'out/a.csv': 'id,name\n1,North\n' });
    const { code, stdout } = await preflag(['check', 'out', '--fix', '--out', 'fixed'], { cwd: folder.path });
    expect([code, stdout]).toEqual([0, expect.stringContaining('Nothing was fixed; the copy in fixed is the delivery as it was.')]);
    expect(await readFile(join(folder.path, 'fixed/a.csv'), 'utf8')).toBe('id,name\n1,North\n');
  });

  it.each([
    ['no --out', ['--fix'], '--fix needs --out DIR'],
    ['--out alone', ['--out', 'x'], '--out is where --fix puts its copy'],
    ['both', ['--fix', '--fix-dry-run', '--out', 'x'], 'Say --fix-dry-run to see what would change'],
    ['--out inside of the delivery', ['--fix', '--out', 'out/fixed'], '--out out/fixed is inside of the delivery'],
    ['--out in a new folder inside of the delivery', ['--fix', '--out', 'out/new/fixed'], '--out out/new/fixed is inside of the delivery'],
    ['--out that is the delivery by a link', ['--fix', '--out', 'link/fixed'], '--out link/fixed is inside of the delivery'],
    ['--out that holds something', ['--fix', '--out', 'full'], '--out full is not empty'],
    ['--out that is a file', ['--fix', '--out', 'full/a.txt'], '--out full/a.txt is no folder'],
  ])('%s is refused, and nothing is written', async (_, flags, text) => {
    await using folder = await temporaryFolder({ 'out/a.csv': 'id,name\n1,North\n', 'full/a.txt': 'x' });
    await symlink('out', join(folder.path, 'link'));
    const { code, stderr } = await preflag(['check', 'out', ...flags], { cwd: folder.path });
    expect([code, stderr]).toEqual([2, expect.stringContaining(text)]);
    expect((await readdir(folder.path, { recursive: true })).toSorted()).toEqual([
      'full',
      'full/a.txt',
      'link',
      'link/a.csv',
      'out',
      'out/a.csv',
    ]);
  });
});
