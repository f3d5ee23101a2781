import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import { toFeedback, type Report } from 'preflag';
import { preflag, temporaryFolder, type CliResult, type TemporaryFolder } from '../lib/cli.ts';

const ARGS = ['run', 'fixtures/jobs/q3-sales/job.yaml', '--agent', 'fixtures/jobs/q3-sales/agents/careless.ts'];

let folder: TemporaryFolder;
let out = '';
let result: CliResult;

beforeAll(async () => {
  folder = await temporaryFolder();
  out = join(folder.path, 'attempts');
  result = await preflag([...ARGS, '--out', out]);
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

const read = (path: string): Promise<string> => readFile(join(out, path), 'utf8');

describe('the job of the demo', () => {
  it('passes after one cycle', () => {
    expect([result.code, result.stderr], result.stdout).toEqual([0, '']);
    expect(result.stdout).toContain(`The attempts are in ${out}\n`);
    expect(result.stdout.match(/── Attempt \d/g)).toEqual(['── Attempt 1', '── Attempt 2']);
  });

  it('keeps both attempts whole', async () => {
    const parts = ['attempt.json', 'delivery', 'feedback.md', 'journal.json', 'log.txt', 'report.json'];
    expect((await readdir(out)).toSorted()).toEqual(['attempt-1', 'attempt-2']);
    expect((await readdir(join(out, 'attempt-1'))).toSorted()).toEqual(parts);
    expect((await readdir(join(out, 'attempt-2'))).toSorted()).toEqual(parts.filter((part) => part !== 'feedback.md'));
    expect((await readdir(join(out, 'attempt-1/delivery'))).toSorted()).toEqual(['notes.tmp', 'report.de.md', 'report.md', 'sales.xlsx']);
    expect((await readdir(join(out, 'attempt-2/delivery'))).toSorted()).toEqual(['report.de.md', 'report.md', 'sales.xlsx']);
    expect(await read('attempt-1/log.txt')).toBe('info Reading the order list.\n');
  });

  it('stores what was found, and what the agent was told of it', async () => {
    const [first, second] = (await Promise.all(['attempt-1/report.json', 'attempt-2/report.json'].map(read))).map(
      (text) => JSON.parse(text) as Report,
    );
    expect([first?.verdict, second?.verdict]).toEqual(['fail', 'pass']);
    expect(await read('attempt-1/feedback.md')).toBe(first && toFeedback(first).text);
    expect(JSON.parse(await read('attempt-2/attempt.json'))).toMatchObject({
      number: 2,
      status: 'ok',
      verdict: 'pass',
      // The left-over notes.tmp went with its file.
      sinceLastAttempt: { fixed: (first?.findings.length ?? 0) - 1, removed: 1, remaining: 0, new: 0, reopened: 0, unchecked: 0 },
    });
  });

  it('refuses an --out that holds something, before the agent is run', async () => {
    const again = await preflag([...ARGS, '--out', out]);
    expect(again).toEqual({
      code: 2,
      stdout: '',
      stderr: `preflag: The folder ${out} is not empty. Give --out a new folder, so that nothing in it is lost.\n`,
    });
  });
});
