import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check, type Report } from 'preflag';

const CHECKER = join(import.meta.dirname, 'checkers/hostile.ts');

let folder = '';
let report: Report;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preflag-attack-'));
  await writeFile(join(folder, 'a.md'), '# A\n\nOne paragraph.\n\nAnother one.\n');
  await writeFile(join(folder, 'b.md'), '# B\n\nTODO.\n');
  report = await check(folder, {
    checkers: ['@preflag/checker-integrity', '@preflag/checker-formatting', CHECKER],
    limits: { ruleMs: 700, readMs: 5_000, workerBytes: 400 * 1024 * 1024 },
    concurrency: 2,
  });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const outcomes = (file: string): Record<string, string> =>
  Object.fromEntries(
    report.checks
      .filter((one) => one.file === file && one.rule.startsWith('hostile/'))
      .map(({ rule, outcome, reason }) => [rule.slice('hostile/'.length), reason ? `${outcome} ${reason.code}` : outcome]),
  );

describe('a hostile rule costs its own outcome and nothing else', () => {
  it.each(['a.md', 'b.md'])('on %s', (file) => {
    expect(outcomes(file)).toEqual({
      'endless-loop': 'error timeout',
      'exploding-expression': 'error timeout',
      throws: 'error crash',
      exits: 'error crash',
      kills: 'error crash',
      allocates: 'error memory',
      spawns: 'error crash',
      writes: 'error crash',
      'uses-a-looping-fact': 'error crash',
      'uses-a-looping-walk': 'error crash',
      'is-harmless': 'passed',
      'finds-too-much': 'failed limit',
    });
  });

  it('leaves the rules of other checkers as they are', () => {
    const others = report.checks.filter(({ rule }) => !rule.startsWith('hostile/'));
    expect(others.filter(({ outcome }) => outcome === 'error')).toEqual([]);
    expect(others.filter(({ file, outcome }) => file === 'a.md' && outcome === 'passed').length).toBeGreaterThan(0);
  });

  it('makes the result incomplete, never a pass', () => {
    expect(report.verdict).toBe('incomplete');
    expect(report.reason).toMatch(/^20 checks could not be finished/);
  });

  it('names the rule and the reason', () => {
    expect(report.checks.find(({ rule }) => rule === 'hostile/endless-loop')?.reason?.text).toBe(
      'The rule was stopped: It took longer than 700 ms.',
    );
    expect(report.checks.find(({ rule }) => rule === 'hostile/uses-a-looping-fact')?.reason?.text).toBe(
      'The fact hostile/looping failed: it was stopped: It took longer than 700 ms.',
    );
  });

  it('lets no rule out of the worker', () => {
    expect(existsSync('/tmp/preflag-hostile-rule')).toBe(false);
  });
});
