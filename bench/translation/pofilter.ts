import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DEFAULT_LIMITS, type Rule } from '@preflag/core';
import { readCatalogs } from '../../packages/readers/src/bitext/index.ts';
import type { Bitext } from '../../packages/readers/src/index.ts';
import { flagged, percent } from './segments.ts';

/** What pofilter of the translate-toolkit says of a po file beside what the rules say of it, and of which texts both say something. */
export async function printBesidePofilter(rules: readonly Rule[], file: string): Promise<void> {
  const model = await bitextIn(file);
  const start = process.cpuUsage();
  const own = await flagged(rules, model);
  const { user, system } = process.cpuUsage(start);
  const ids = new Set([...own.values()].flatMap((found) => [...found]));
  const count = model.segments.length;
  console.log(`\n${basename(file)}: ${count} texts\n| tool | texts with a finding | % | CPU seconds |\n|---|---|---|---|`);
  console.log(`| preflag | ${ids.size} | ${percent(ids.size, count)} | ${((user + system) / 1e6).toFixed(2)} |`);
  if (spawnSync('pofilter', ['--version']).error) {
    console.log('| pofilter | skipped: it is not installed (apt-get install translate-toolkit) | - | - |');
    return;
  }
  const peer = await runPofilter(file, model.targetLanguage);
  console.log(`| pofilter | ${peer.ids.size} | ${percent(peer.ids.size, count)} | ${peer.seconds.toFixed(2)} |`);
  console.log(`| both | ${[...ids].filter((id) => peer.ids.has(id)).length} | - | - |`);
  printCounts(
    'rule of preflag',
    [...own].map(([rule, found]) => [rule, found.size] as const),
  );
  printCounts('test of pofilter', peer.tests);
}

async function bitextIn(file: string): Promise<Bitext> {
  const result = await readCatalogs({ target: { file: basename(file), path: file, type: 'po' } }, { limits: DEFAULT_LIMITS });
  if (!result.ok) throw new Error(`${file}: ${result.failure.text}`);
  return result.model;
}

/** pofilter writes the entries that fail into a po file, with the names of the tests in comments. */
async function runPofilter(
  file: string,
  language: string | undefined,
): Promise<{ readonly ids: ReadonlySet<string>; readonly tests: readonly (readonly [string, number])[]; readonly seconds: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'pofilter-'));
  try {
    const out = join(folder, 'failed.po');
    const args = ['--progress=none', ...(language ? [`--language=${language}`] : []), '-i', file, '-o', out];
    // bash says what a child cost; Node does not.
    const { status, stderr } = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S"; time pofilter "$@"', 'bash', ...args], { encoding: 'utf8' });
    const [, user, system] = /([\d.]+) ([\d.]+)\s*$/.exec(stderr) ?? [];
    if (status !== 0) throw new Error(`pofilter ended with ${status}: ${stderr}`);
    const text = readFileSync(out, 'utf8');
    const tests = Map.groupBy(
      Array.from(text.matchAll(/^# \(pofilter\) (\w{1,40}):/gm), ([, name = '']) => name),
      (name) => name,
    );
    const failed = await bitextIn(out);
    return {
      ids: new Set(failed.segments.map(({ id }) => id)),
      tests: [...tests].map(([name, all]) => [name, all.length] as const),
      seconds: Number(user) + Number(system),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function printCounts(what: string, counts: readonly (readonly [string, number])[]): void {
  console.log(`\n| ${what} | texts |\n|---|---|`);
  for (const [name, count] of counts.toSorted((a, b) => b[1] - a[1])) if (count > 0) console.log(`| ${name} | ${count} |`);
}
