import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LIMITS, FactStore } from '@preflag/core';
import { readUpdate } from '@preflag/readers';

/** What one comparison took, tables in memory, and what it found. */
export interface Timing {
  readonly ms: number;
  /** CPU time, all threads together. */
  readonly cpuMs: number;
  readonly found: string;
}

const ROWS = 100_000;
const COLUMNS = 10;

const [, , name, order] = process.argv;
if (name !== undefined) console.log(JSON.stringify(await (name === 'daff' ? byDaff(tables()) : byPreflag(tables()))));

function tables(): { before: string[][]; after: string[][] } {
  const header = ['id', ...Array.from({ length: COLUMNS - 1 }, (_, index) => `field ${index + 1}`)];
  const rows = Array.from({ length: ROWS }, (_, row) => [
    `K${row}`,
    ...Array.from({ length: COLUMNS - 1 }, (_, column) => String((row * 7919 + column * 104_729) % 9973)),
  ]);
  let after = rows.map((row) => [...row]);
  for (let edit = 0; edit < 51; edit += 1) after[edit * 1900 + 7]![(edit % (COLUMNS - 1)) + 1] += '9';
  after.splice(50_000, 3);
  after.push([...after[10]!], [...after[11]!]);
  if (order === 'shuffled') after = shuffled(after);
  return { before: [header, ...rows], after: [header, ...after] };
}

/** Fisher and Yates, with a generator of its own (Lehmer's, 48271 modulo 2³¹ − 1), so that each run compares the same. */
function shuffled<T>(items: readonly T[]): T[] {
  const result = [...items];
  let seed = 42;
  for (let index = result.length - 1; index > 0; index -= 1) {
    seed = (seed * 48_271) % 2_147_483_647;
    const other = seed % (index + 1);
    [result[index], result[other]] = [result[other]!, result[index]!];
  }
  return result;
}

async function byPreflag({ before, after }: { before: string[][]; after: string[][] }): Promise<Timing> {
  const { updateDiff } = await import('../../checkers/data-update/src/facts/update-diff.ts');
  const folder = mkdtempSync(join(tmpdir(), 'preflag-bench-'));
  try {
    const write = (file: string, rows: string[][]): { file: string; path: string } => {
      const path = join(folder, file);
      writeFileSync(path, rows.map((row) => row.join(',')).join('\n'));
      return { file, path };
    };
    const sources = { before: write('before.csv', before), beforeType: 'csv', after: write('after.csv', after), afterType: 'csv' } as const;
    const read = await readUpdate({ ...sources, key: ['id'] }, { limits: DEFAULT_LIMITS });
    if (!read.ok) throw new Error(read.failure.text);
    const facts = new FactStore();
    const watch = stopwatch();
    await facts.prepare(read.model, [updateDiff]);
    const time = watch();
    const { changes, sheets } = facts.reader(read.model)(updateDiff);
    const count = (of: 'lost' | 'added'): number => sheets.reduce((sum, diff) => sum + diff[of].length, 0);
    return { ...time, found: `${changes.length} changed, ${count('lost')} gone, ${count('added')} added` };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Daff {
  readonly TableView: new (rows: string[][]) => unknown;
  readonly CompareFlags: new () => { addPrimaryKey(column: string): void; unchanged_context: number; ordered: boolean };
  readonly compareTables: (a: unknown, b: unknown, flags: unknown) => { align(): unknown };
  readonly TableDiff: new (alignment: unknown, flags: unknown) => { hilite(output: unknown): void };
}

async function byDaff({ before, after }: { before: string[][]; after: string[][] }): Promise<Timing> {
  // @ts-expect-error: it brings no types
  const { default: daff } = (await import('daff')) as { default: Daff };
  const [a, b] = [new daff.TableView(before), new daff.TableView(after)];
  const flags = new daff.CompareFlags();
  flags.addPrimaryKey('id');
  flags.unchanged_context = 0;
  flags.ordered = order !== 'shuffled';
  const output: string[][] = [];
  const watch = stopwatch();
  const diff = new daff.TableDiff(daff.compareTables(a, b, flags).align(), flags);
  diff.hilite(new daff.TableView(output));
  const time = watch();
  const marks = output.map(([mark]) => mark ?? '');
  const count = (mark: RegExp): number => marks.filter((text) => mark.test(text)).length;
  return { ...time, found: `${count(/->/)} changed, ${count(/^---$/)} gone, ${count(/^\+\+\+$/)} added` };
}

function stopwatch(): () => Pick<Timing, 'ms' | 'cpuMs'> {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { ms: performance.now() - start, cpuMs: (user + system) / 1000 };
  };
}
