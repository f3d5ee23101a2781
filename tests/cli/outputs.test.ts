import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateReport } from '@preflag/core/report';
import { preflag, temporaryFolder } from '../lib/cli.ts';

const FILES = { 'out/report.md': '# Report\n\nAll is well.\n', 'out/empty.csv': '' };

describe('outputs', () => {
  it('prints json that its own schema accepts, and nothing else', async () => {
    await using folder = await temporaryFolder(FILES);
    const { stdout, stderr } = await preflag(['check', 'out', '--format', 'json'], { cwd: folder.path });
    const report: unknown = JSON.parse(stdout);
    expect(validateReport(report)).toEqual([]);
    expect(report).toMatchObject({
      schemaVersion: 1,
      summary: { deliveries: 1, verdicts: { fail: 1 } },
      reports: [{ job: null, root: 'out', findings: [{ rule: 'integrity/empty-file', file: 'empty.csv' }] }],
    });
    expect(stderr).toBe('');
  });

  it('writes files beside what it prints', async () => {
    await using folder = await temporaryFolder(FILES);
    const { stdout } = await preflag(['check', 'out', '--format', 'json=reports/r.json', '--format', 'pretty'], { cwd: folder.path });
    expect(stdout).toContain('The file empty.csv is empty (0 bytes)');
    expect(validateReport(JSON.parse(await readFile(join(folder.path, 'reports/r.json'), 'utf8')))).toEqual([]);
  });

  it('says what was not checked, and what would change it', async () => {
    await using folder = await temporaryFolder({ 'out/report.md': '# Report\n\nAll is well.\n' });
    const { stdout } = await preflag(['check', 'out'], { cwd: folder.path });
    expect(stdout).toMatch(/\d+ of \d+ checks ran\./);
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(/need a job: --job FILE, or write one with preflag init/);
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(/needs? a source: --source FILE/);
    expect(stdout).not.toMatch(/no issues/i);
  });

  it.each([
    ['colours where they are forced', { FORCE_COLOR: '1' }, true],
    ['none in a pipe', {}, false],
    ['none with NO_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('%s', async (_, env, isColored) => {
    await using folder = await temporaryFolder(FILES);
    const { stdout } = await preflag(['check', 'out'], { cwd: folder.path, env });
    expect(stdout.includes('\u001b[')).toBe(isColored);
  });

  it('makes file names harmless in a terminal', async () => {
    await using folder = await temporaryFolder({ 'out/a\u001b[31mred\u202e.csv': '' });
    const { stdout } = await preflag(['check', 'out'], { cwd: folder.path });
    expect(stdout).toContain(String.raw`a\u001b[31mred\u202e.csv`);
    expect(stdout).not.toContain('\u001b');
  });

  it('init writes a job that is valid as it stands, and overwrites nothing', async () => {
    await using folder = await temporaryFolder({ 'out/report.md': '# Report\n\nAll is well.\n' });
    expect((await preflag(['init'], { cwd: folder.path })).code).toBe(0);
    expect(await preflag(['check', 'out', '--job', 'job.yaml'], { cwd: folder.path })).toMatchObject({ code: 0 });
    expect((await preflag(['init'], { cwd: folder.path })).stderr).toBe(
      'preflag: job.yaml is there already, and was left as it is. Give another name: preflag init other.yaml\n',
    );
  });

  it('rules and explain say the same as the rules', async () => {
    const rules = JSON.parse((await preflag(['rules', '--format', 'json'])).stdout) as { id: string; why: string }[];
    expect(rules.length).toBeGreaterThanOrEqual(24);
    const { stdout } = await preflag(['explain', 'spreadsheet/error-value']);
    expect(stdout).toContain(rules.find(({ id }) => id === 'spreadsheet/error-value')?.why);
  });
});
