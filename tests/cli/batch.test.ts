import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReportFile } from 'preflag';
import { validateReport } from '@preflag/core/report';
import { preflag, temporaryFolder } from '../lib/cli.ts';

const REPORT = '# Sales\n\nRevenue rose in every region, and no order is open.\n';
const job = (id: string, more = 'delivered: out\n'): string => `version: 1\nid: ${id}\n${more}deliverables: [{ path: report.md }]\n`;

describe('check --jobs', () => {
  it('checks the delivery of each job and makes one report', async () => {
    await using folder = await temporaryFolder({
      'jobs/a/job.yaml': job('a'),
      'jobs/a/out/report.md': REPORT,
      'jobs/b/job.yaml': job('b'),
      'jobs/b/out/report.md': '',
      'jobs/c/job.yaml': job('c'),
    });
    const { code, stdout } = await preflag(['check', '--jobs', 'jobs/*/job.yaml', '--format', 'json'], { cwd: folder.path });
    const file = JSON.parse(stdout) as ReportFile;
    expect(validateReport(file)).toEqual([]);
    expect([code, file.summary]).toEqual([1, { deliveries: 3, verdicts: { pass: 1, fail: 2, incomplete: 0 } }]);
    expect(file.reports.map(({ job: id, root, findings }) => [id, root, findings.map(({ rule }) => rule)])).toEqual([
      ['a', 'jobs/a/out', []],
      ['b', 'jobs/b/out', ['integrity/empty-file']],
      ['c', 'jobs/c/out', ['integrity/missing-deliverable']],
    ]);
  });

  it('tells all mistakes of all jobs before it checks anything', async () => {
    await using folder = await temporaryFolder({
      'a.yaml': job('a', ''),
      'b.yaml': job('b').replace('version: 1', 'version: 2'),
      'c.yaml': job('c'),
    });
    expect(await preflag(['check', '--jobs', '*.yaml', '--format', 'json=out.json'], { cwd: folder.path })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        "preflag: a.yaml: The key 'delivered' is missing: the folder of what was handed in, relative to the job file.\n" +
        'b.yaml:1:10 version is 2; the only known value is 1.\n',
    });
    await expect(access(join(folder.path, 'out.json'))).rejects.toThrow('ENOENT');
  });

  it.each([
    [['--jobs', 'none/*.yaml'], "preflag: --jobs none/*.yaml matches no file. Put globs in quotes: --jobs 'jobs/*/job.yaml'\n"],
    [['out', '--jobs', '*.yaml'], 'preflag: Give PATHs or --jobs, not both: a job names its own delivered folder.\n'],
  ])('refuses %j', async (args, stderr) => {
    await using folder = await temporaryFolder({ 'out/report.md': REPORT });
    expect(await preflag(['check', ...args], { cwd: folder.path })).toEqual({ code: 2, stdout: '', stderr });
  });

  it('writes what it has when it is interrupted, and says what is missing', async () => {
    const files = Array.from({ length: 400 }, (_, index) => [
      [`${index}/job.yaml`, job(`j${index}`)],
      [`${index}/out/report.md`, REPORT],
    ]).flat();
    await using folder = await temporaryFolder(Object.fromEntries(files) as Record<string, string>);
    const args = ['check', '--jobs', '*/job.yaml', '--format', 'json=all.json', '--format', 'pretty'];
    const { code, stderr } = await preflag(args, { cwd: folder.path, onStart: (kill) => setTimeout(() => kill('SIGINT'), 3_000) });
    const file = JSON.parse(await readFile(join(folder.path, 'all.json'), 'utf8')) as ReportFile;
    expect([code, validateReport(file)]).toEqual([130, []]);
    expect(file.summary.deliveries + (file.summary.unchecked ?? 0)).toBe(400);
    expect(stderr).toContain(`${file.summary.unchecked} of 400 deliveries were not checked`);
  });
});

describe('check --cache', () => {
  it('takes outcomes of unchanged files from the cache, and looks again when anything that counts has changed', async () => {
    await using folder = await temporaryFolder({
      'job.yaml': job('a', ''),
      'out/report.md': `${REPORT}\nIt is [insert figure here].\n`,
      'out/other.md': REPORT,
    });
    const run = async (...more: readonly string[]): Promise<{ file: ReportFile; cached: readonly string[] }> => {
      const args = ['check', 'out', '--job', 'job.yaml', '--cache', '--cache-location', 'cache', '--format', 'json', ...more];
      const file = JSON.parse((await preflag(args, { cwd: folder.path })).stdout) as ReportFile;
      const checks = file.reports.flatMap((report) => report.checks);
      expect(validateReport(file)).toEqual([]);
      return { file, cached: [...new Set(checks.flatMap(({ file: name, cached }) => (cached ? [name] : [])))] };
    };
    const findings = ({ reports }: ReportFile): unknown => reports.map((report) => report.findings);
    const first = await run();
    expect(first.cached).toEqual([]);
    const second = await run();
    expect(second.cached).toEqual(['other.md', 'report.md']);
    expect(findings(second.file)).toEqual(findings(first.file));

    await folder.write({ 'out/other.md': `${REPORT}\nMore.\n` });
    expect((await run()).cached).toEqual(['report.md']);
    expect((await run('--skip', 'formatting/mojibake')).cached).toEqual([]);
    await folder.write({ 'job.yaml': job('b', '') });
    expect((await run()).cached).toEqual([]);
  });

  it('does not believe an entry that is not whole', async () => {
    await using folder = await temporaryFolder({ 'out/report.md': '' });
    const args = ['check', 'out', '--cache', '--cache-location', 'cache'];
    const first = await preflag(args, { cwd: folder.path });
    const names = await readdir(join(folder.path, 'cache'));
    await folder.write(Object.fromEntries(names.map((name) => [`cache/${name}`, '{"checks":[]'])));
    expect(await preflag(args, { cwd: folder.path })).toEqual(first);
  });
});

describe('check --stats', () => {
  it('lists the time of rules on standard error', async () => {
    await using folder = await temporaryFolder({ 'out/report.md': REPORT });
    const { stderr, stdout } = await preflag(['check', 'out', '--stats', '--format', 'json'], { cwd: folder.path });
    expect(stderr).toMatch(/^Time by rule\n {2}[a-z-]+\/[a-z-]+ +[\d.]+ ms {2}1 check\n/);
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
  });
});

describe('check --watch', () => {
  it('checks again after a change, until it is interrupted', async () => {
    await using folder = await temporaryFolder({ 'out/report.md': '' });
    const verdict = async (): Promise<string | undefined> => {
      const text = await readFile(join(folder.path, 'r.json'), 'utf8').catch(() => '{"reports":[]}');
      return (JSON.parse(text) as ReportFile).reports[0]?.verdict;
    };
    const until = async (wanted: string): Promise<void> => {
      while ((await verdict()) !== wanted) await new Promise((resolve) => setTimeout(resolve, 50));
    };
    const { code } = await preflag(['check', 'out', '--watch', '--format', 'json=r.json'], {
      cwd: folder.path,
      onStart: (kill) =>
        void (async () => {
          await until('fail');
          await folder.write({ 'out/report.md': REPORT });
          await until('pass');
          kill('SIGINT');
        })(),
    });
    expect(code).toBe(130);
  });
});
