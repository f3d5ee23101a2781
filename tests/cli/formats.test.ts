import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateReportLine } from '@preflag/core/report';
import { preflag, temporaryFolder } from '../lib/cli.ts';

const SECRET = 'Bob Miller earns 52000 euros';
const FILES = {
  'out/report.md': `# Pay\n\n## Of ${SECRET}\n\nThe figure is [insert the pay of ${SECRET}].\n`,
  'out/empty.csv': '',
};
const FORMATS = ['pretty', 'json', 'jsonl', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'html'] as const;
const ALL = FORMATS.flatMap((format) => ['--format', `${format}=reports/r.${format}`]);

describe('--format', () => {
  it('writes all formats at once, each whole, and says the same exit code', async () => {
    await using folder = await temporaryFolder(FILES);
    const { code, stdout, stderr } = await preflag(['check', 'out', ...ALL], { cwd: folder.path });
    expect([code, stdout, stderr]).toEqual([1, '', '']);
    expect((await readdir(join(folder.path, 'reports'))).toSorted()).toEqual(FORMATS.map((format) => `r.${format}`).toSorted());
    for (const format of FORMATS)
      expect(await readFile(join(folder.path, `reports/r.${format}`), 'utf8'), format).toContain('The file empty.csv is empty');
  });

  it('tells what stands around findings where the output shows it', async () => {
    await using folder = await temporaryFolder(FILES);
    await preflag(['check', 'out', ...ALL], { cwd: folder.path });
    await preflag(['check', 'out', '--format', 'json=reports/alone.json'], { cwd: folder.path });
    expect(await readFile(join(folder.path, 'reports/r.html'), 'utf8')).toContain('"surroundings":{"kind":"text"');
    expect(await readFile(join(folder.path, 'reports/alone.json'), 'utf8')).not.toContain('surroundings');
  });

  it('prints lines that their schema accepts', async () => {
    await using folder = await temporaryFolder(FILES);
    const { stdout } = await preflag(['check', 'out', '--format', 'jsonl'], { cwd: folder.path });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines.flatMap(validateReportLine)).toEqual([]);
    expect(lines.at(-1)).toEqual({ type: 'end', deliveries: 1, verdict: 'fail' });
  });

  it('writes a file for each delivery where the name says {id}', async () => {
    await using folder = await temporaryFolder({ 'a/report.md': '# A\n\nAll is well.\n', 'b/empty.csv': '' });
    const { code } = await preflag(['check', 'a', 'b', '--format', 'junit=reports/{id}.xml', '--format', 'markdown=all.md'], {
      cwd: folder.path,
    });
    expect(code).toBe(1);
    expect(await readFile(join(folder.path, 'reports/a.xml'), 'utf8')).toContain('<testsuite name="a"');
    expect(await readFile(join(folder.path, 'reports/b.xml'), 'utf8')).toContain('The file empty.csv is empty');
    expect(await readFile(join(folder.path, 'all.md'), 'utf8')).toContain('Of 2 deliveries: 1 fail, 1 pass');
  });

  it('writes nothing where two deliveries would write the same file', async () => {
    await using folder = await temporaryFolder({ 'x/out/a.md': '# A\n\nText.\n', 'y/out/a.md': '# A\n\nText.\n' });
    const { code, stderr } = await preflag(['check', 'x/out', 'y/out', '--format', 'json=all.json', '--format', 'junit={id}.xml'], {
      cwd: folder.path,
    });
    expect([code, stderr]).toEqual([
      2,
      'preflag: junit of x/out and junit of y/out would both be written to out.xml. Give each its own file.\n',
    ]);
    expect((await readdir(folder.path)).toSorted()).toEqual(['x', 'y']);
  });

  it('keeps the name of a file that an id would lead elsewhere', async () => {
    await using folder = await temporaryFolder({
      'out/report.md': '# A\n\nText.\n',
      'job.yaml': 'version: 1\nid: ../../up\ndeliverables: [report.md]\n',
    });
    await preflag(['check', 'out', '--job', 'job.yaml', '--format', 'json=reports/{id}.json'], { cwd: folder.path });
    expect(await readdir(join(folder.path, 'reports'))).toEqual(['-..-up.json']);
  });
});

describe('the summary of a job on GitHub', () => {
  it('is written behind what is there, and only for that format', async () => {
    await using folder = await temporaryFolder({ ...FILES, 'summary.md': 'before\n' });
    const env = { GITHUB_STEP_SUMMARY: join(folder.path, 'summary.md') };
    await preflag(['check', 'out'], { cwd: folder.path, env });
    expect(await readFile(env.GITHUB_STEP_SUMMARY, 'utf8')).toBe('before\n');
    const { stdout } = await preflag(['check', 'out', '--format', 'github'], { cwd: folder.path, env });
    expect(stdout).toMatch(/^::error file=out\/empty\.csv,line=1,title=/);
    expect(await readFile(env.GITHUB_STEP_SUMMARY, 'utf8')).toMatch(/^before\n## ❌ preflag: fail\n/);
  });
});

describe('--evidence', () => {
  /** The formats that show what the delivery says, of all that one call writes. */
  const showing = async (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<readonly string[]> => {
    await using folder = await temporaryFolder(FILES);
    await preflag(['check', 'out', ...ALL, ...args], { cwd: folder.path, env });
    const shown: string[] = [];
    for (const format of FORMATS) {
      const text = await readFile(join(folder.path, `reports/r.${format}`), 'utf8');
      expect(text, format).toContain('report.md');
      if (/Bob|Miller|52000/.test(text)) shown.push(format);
    }
    return shown;
  };

  it.each<[readonly string[], Readonly<Record<string, string>>, readonly string[]]>([
    [[], {}, FORMATS],
    [['--evidence', 'masked'], {}, []],
    [['--evidence', 'none'], {}, []],
    [[], { CI: 'true' }, ['pretty', 'json', 'jsonl', 'gitlab', 'markdown', 'html']],
    [[], { CI: 'false' }, FORMATS],
    [['--evidence', 'full'], { CI: 'true' }, FORMATS],
  ])('%j with %j shows what the delivery says in %j', async (args, env, formats) => {
    expect(await showing(args, env)).toEqual(formats);
  });
});
