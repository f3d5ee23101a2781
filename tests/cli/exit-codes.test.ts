import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { validateReport } from '@preflag/core/report';
import type { ReportFile } from 'preflag';
import { describe, expect, it } from 'vitest';
import { preflag, temporaryFolder } from '../lib/cli.ts';

const REPORT = '# Report\n\nRevenue rose in every region, and no order is open.\n';
const JOB = 'version: 1\nid: j\ndeliverables: [{ path: report.md }]\n';

describe('exit codes', () => {
  it.each([
    ['0 when it passes', { 'out/report.md': REPORT }, ['check', 'out'], 0],
    ['1 when a certain finding stands', { 'out/report.md': '' }, ['check', 'out'], 1],
    ['0 when nothing may fail', { 'out/report.md': '' }, ['check', 'out', '--fail-on', 'never'], 0],
    ['1 when a deliverable is missing', { 'out/other.md': REPORT, 'job.yaml': JOB }, ['check', 'out', '--job', 'job.yaml'], 1],
    ['3 when a required input is absent', { 'out/report.md': REPORT }, ['check', 'out', '--require', 'source'], 3],
    [
      '2 for a job with a mistake',
      { 'out/report.md': REPORT, 'job.yaml': 'version: 1\nid: 7\n' },
      ['check', 'out', '--job', 'job.yaml'],
      2,
    ],
    ['1 when one of two deliveries fails', { 'a/report.md': REPORT, 'b/report.md': '' }, ['check', 'a', 'b'], 1],
  ])('%s', async (_, files, args, code) => {
    await using folder = await temporaryFolder(files);
    const result = await preflag(args, { cwd: folder.path });
    expect([result.code, result.stderr.includes('fault in preflag')], result.stdout + result.stderr).toEqual([code, false]);
  });

  it.each([
    [
      ['chek'],
      "preflag: There is no verb 'chek'. Did you mean 'check'? Known: check, run, rules, explain, init, baseline, config, doctor.\n",
    ],
    [['check'], 'preflag: preflag check needs a PATH: the delivered folder, or a file. See: preflag check --help\n'],
    [['check', 'nowhere'], 'preflag: There is nothing at nowhere. Give the delivered folder, or one file of it.\n'],
    [['check', '.', '--jbo', 'x'], 'preflag: preflag check has no flag --jbo. Did you mean --job? See: preflag check --help\n'],
    [['check', '.', '--job', 'nowhere.yaml'], 'preflag: There is no job file at nowhere.yaml. Write one with: preflag init\n'],
    [
      ['check', '.', '--only', 'spreadshet/*'],
      "preflag: --only names 'spreadshet/*', and no rule matches it. See the rules with: preflag rules\n",
    ],
    [
      ['check', '.', '--format', 'jsn'],
      "preflag: There is no format 'jsn'. Did you mean 'json'? Known: pretty, json, jsonl, sarif, junit, github, gitlab, markdown, html.\n",
    ],
    [
      ['check', '.', '--format', 'json=./r.json', '--format', 'sarif=r.json'],
      'preflag: json and sarif would both be written to r.json. Give each its own file.\n',
    ],
    [['check', '.', '--evidence', 'half'], "preflag: --evidence is 'half'; it must be one of full, masked, none.\n"],
    [
      ['check', '.', '--evidence', 'none', '--fix-dry-run'],
      'preflag: --fix-dry-run shows what it changes, which --evidence none is to hide: leave one of them out.\n',
    ],
    [['check', '.', '--fail-on', 'bad'], "preflag: --fail-on is 'bad'; it must be one of critical, important, minor, never.\n"],
    [
      ['explain', 'spreadsheet/eror-value'],
      "preflag: There is no rule 'spreadsheet/eror-value'. Did you mean 'spreadsheet/error-value'? See them with: preflag rules\n",
    ],
    [['run'], 'preflag: preflag run needs a JOB file. See: preflag run --help\n'],
  ])('2 and one sentence for %j', async (args, stderr) => {
    await using folder = await temporaryFolder({ 'a.md': REPORT });
    expect(await preflag(args, { cwd: folder.path })).toEqual({ code: 2, stdout: '', stderr });
  });

  it('130 when it is interrupted, with a report of what was done', async () => {
    await using folder = await temporaryFolder(Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`out/${index}.md`, REPORT])));
    // The cache shows from outside that files are being checked.
    const cache = join(folder.path, 'cache');
    const { code, stdout } = await preflag(['check', 'out', '--cache', '--cache-location', cache, '--format', 'json'], {
      cwd: folder.path,
      onStart: (kill) =>
        void (async () => {
          while ((await readdir(cache).catch(() => [])).length < 3) await new Promise((resolve) => setTimeout(resolve, 20));
          kill('SIGINT');
        })(),
    });
    const { reports } = JSON.parse(stdout) as ReportFile;
    const undone = reports[0]?.checks.filter(({ reason }) => reason?.code === 'interrupted') ?? [];
    expect([code, validateReport(JSON.parse(stdout)), reports[0]?.verdict]).toEqual([130, [], 'incomplete']);
    expect(undone.length).toBeGreaterThan(1);
    expect(undone.length).toBeLessThan(899);
  });

  it('3 when the time is up', async () => {
    await using folder = await temporaryFolder(Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`out/${index}.md`, REPORT])));
    const { code, stderr } = await preflag(['check', 'out', '--timeout', '0.4'], { cwd: folder.path });
    expect([code, stderr]).toEqual([3, 'preflag: Checking out took longer than 0.4 s (--timeout).\n']);
  });
});
