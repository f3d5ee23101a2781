import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { messageOf } from '@preflag/core';
import { requireCommandJail } from '@preflag/sandbox';
import { describe, expect, it } from 'vitest';
import { preflag, ROOT, temporaryFolder } from '../lib/cli.ts';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/job-file.md',
  'docs/outputs.md',
  ...readdirSync(join(ROOT, 'docs/decisions')).map((name) => `docs/decisions/${name}`),
];

/** The fenced blocks of a language. */
const blocks = (language: string): readonly string[] =>
  [...README.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map((match) => match[1] ?? '');

describe('the README', () => {
  it('shows an example that runs as it stands', async () => {
    const [example = ''] = blocks('ts');
    const folder = await mkdtemp(join(ROOT, 'tests/readme/.example-'));
    try {
      const agent =
        "const myAgent = async (text: string, feedback: string): Promise<string> => (feedback.includes('Findings') ? text.replace(' [insert figure here]', '') + '\\n## Findings\\n\\nThe north sold most.\\n' : text);\n";
      await writeFile(join(folder, 'example.ts'), example.replace(/^(import .*\n)/, `$1\n${agent}`));
      const { stdout, stderr, status } = spawnSync(process.execPath, ['--conditions=@preflag/source', join(folder, 'example.ts')], {
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      expect(stdout).toMatch(/report\.md.*Findings/);
      expect(stdout.trimEnd().split('\n').at(-1)).toBe('pass');
      expect(status).toBe(0);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('shows a job that its own schema accepts', async () => {
    const { parseJob } = await import('@preflag/core/job');
    const [job = ''] = blocks('yaml');
    expect(parseJob(job, 'README.md').job.deliverables).toHaveLength(3);
  });

  it('has a job of columns and cells in its guide that is valid as it stands', async () => {
    const { parseJob } = await import('@preflag/core/job');
    const guide = readFileSync(join(ROOT, 'docs/job-file.md'), 'utf8');
    const example = /```yaml\n(- path[^`]+)```/.exec(guide)?.[1] ?? '';
    const [deliverable] = parseJob(`version: 1\nid: guide\ndeliverables:\n${example}`, 'job-file.md').job.deliverables;
    expect(deliverable?.sheets?.[0]?.columns?.map(({ name }) => name)).toEqual(['customer', 'id', 'date', 'region', 'status', 'amount']);
    expect(deliverable?.cells).toHaveLength(3);
  });

  const commands = blocks('sh')
    .flatMap((block) => block.trim().split('\n'))
    .flatMap((line) => line.split(' && '))
    .map((line) => line.split(' '));

  it.each(
    commands
      .filter(([program]) => program === 'npx')
      .map(([, , verb = '', ...args]) => [verb, args.filter((arg) => arg.startsWith('--'))] as const),
  )('names a verb and flags that are there: %s %j', async (verb, flags) => {
    const { code, stdout } = await preflag([verb, '--help']);
    expect(code).toBe(0);
    expect(flags.filter((flag) => !stdout.includes(`  ${flag} `))).toEqual([]);
  });

  it('names npm scripts that are there', () => {
    const scripts = Object.keys((JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object }).scripts);
    const named = commands
      .filter(([program]) => program === 'npm')
      .map(([, first = '', second = '']) => (first === 'run' ? second : first));
    expect(named.filter((name) => name !== 'ci' && !scripts.includes(name))).toEqual([]);
    expect(new Set(commands.map(([program]) => program))).toEqual(new Set(['npm', 'npx']));
  });

  it('checks a folder as it says', async () => {
    const { code, stdout } = await preflag(['check', 'fixtures/jobs/q3-sales/inputs']);
    expect([code, stdout.includes('Verdict')]).toEqual([0, true]);
  });

  it.each([
    ['messages.de.po', ['translation/placeholder-changed', 'translation/unfinished-state']],
    ['app.fr.xlf', ['translation/tag-changed', 'translation/too-long', 'translation/unfinished-state']],
    ['pl.json', ['translation/placeholder-changed', 'translation/plural-forms']],
  ])('checks %s as it says', async (file, rules) => {
    const command = commands.find((words) => words.some((word) => word.endsWith(file))) ?? [];
    const comment = command.indexOf('#');
    const args = command.slice(2, comment < 0 ? undefined : comment).filter((word) => word !== '');
    const { code, stdout } = await preflag([...args, '--format', 'json']);
    const { reports } = JSON.parse(stdout) as { reports: { findings: { rule: string }[] }[] };
    expect([code, [...new Set(reports[0]?.findings.map(({ rule }) => rule))].toSorted()]).toEqual([1, rules]);
  });

  it('shows a command in python that delivers', async (context) => {
    const obstacle = await requireCommandJail().then(() => undefined, messageOf);
    if (obstacle !== undefined) context.skip(obstacle);
    const [script = ''] = blocks('python');
    await using folder = await temporaryFolder({
      'agent.py': script,
      'names.csv': 'id,name\n1,Zoe\n2,Ada\n',
      'job.yaml': 'version: 1\nid: a\ninputs: [names.csv]\ndeliverables: [sorted.csv]\n',
    });
    const { code, stdout } = await preflag(['run', 'job.yaml', '--agent', 'cmd:python3 agent.py', '--out', 'out'], { cwd: folder.path });
    expect([code, stdout]).toEqual([0, expect.stringContaining('PASS')]);
    expect(readFileSync(join(folder.path, 'out/attempt-1/delivery/sorted.csv'), 'utf8')).toBe('id,name\r\n2,Ada\r\n1,Zoe\r\n');
  });

  it('names a gate that works', async () => {
    await using folder = await temporaryFolder({
      'out/report.md': '# A\n\nText.\n',
      'job.yaml': 'version: 1\nid: a\ndeliverables: [report.md]\ngate: { failOn: important, require: [source, before] }\n',
    });
    expect((await preflag(['check', 'out', '--job', 'job.yaml'], { cwd: folder.path })).code).toBe(0);
  });
});

it('the guide to outputs names every format, and flags that are there', async () => {
  const guide = readFileSync(join(ROOT, 'docs/outputs.md'), 'utf8');
  const { stdout } = await preflag(['check', '--help']);
  const formats = /--format NAME\[=FILE\]\s+([a-z, ]+):/.exec(stdout)?.[1]?.split(', ') ?? [];
  expect(formats.length).toBeGreaterThan(7);
  expect(formats.filter((name) => !guide.includes(`| \`${name}\` |`))).toEqual([]);
  const flags = [...guide.matchAll(/ (--[a-z-]+)/g)].map((match) => match[1] ?? '').filter((flag) => flag !== '--body-file');
  expect(flags.filter((flag) => !stdout.includes(`  ${flag} `))).toEqual([]);
});

describe.each(PAGES)('%s', (page) => {
  it('links to files that are there', () => {
    const text = readFileSync(join(ROOT, page), 'utf8');
    const links = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '').filter((link) => !/^[a-z]+:/.test(link));
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(page), link)))).toEqual([]);
  });

  it('names nothing of the machine that it was written on', () => {
    expect(readFileSync(join(ROOT, page), 'utf8')).not.toMatch(/\/(work|root|home|Users)\/|registry\.npmjs|localhost:\d/);
  });
});
