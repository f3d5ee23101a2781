import { execFile, type ExecFileException } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, type CliResult } from '../lib/cli.ts';

/** What `new:rule` needs of the repository, copied, so that nothing of the checkout changes. */
const PARTS = [
  'scripts',
  'checkers/formatting',
  'checkers/integrity',
  'checkers/spreadsheet',
  'docs',
  'packages/preflag/schema',
  'packages/preflag/src',
  'packages/reporters/src',
  'package.json',
  'LICENSE',
  'tsconfig.base.json',
  'tsconfig.json',
  'vitest.config.ts',
  '.oxfmtrc.json',
];

let copy = '';
/** Each start reads some thousand sources; what is made of them is kept for the next one. */
let compiled = '';

beforeAll(async () => {
  compiled = await mkdtemp(join(tmpdir(), 'preflag-new-rule-compiled-'));
  copy = await realpath(await mkdtemp(join(tmpdir(), 'preflag-new-rule-')));
  for (const part of PARTS)
    await cp(join(ROOT, part), join(copy, part), { recursive: true, filter: (path) => !/\/(node_modules|dist)$/.test(path) });
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
});

afterAll(async () => {
  await rm(copy, { recursive: true, force: true });
  await rm(compiled, { recursive: true, force: true });
});

function node(...args: readonly string[]): Promise<CliResult> {
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      [...args],
      { cwd: copy, env: { PATH: process.env['PATH'], NO_COLOR: '1', NODE_COMPILE_CACHE: compiled } },
      (error: ExecFileException | null, stdout, stderr) => resolve({ code: error ? Number(error.code ?? 130) : 0, stdout, stderr }),
    ),
  );
}

const newRule = (...args: readonly string[]): Promise<CliResult> => node('--conditions=@preflag/source', 'scripts/new-rule.ts', ...args);

describe('new:rule refuses, with one sentence,', () => {
  const there = 'There are: formatting, integrity, spreadsheet.';
  const usage = 'Usage: npm run new:rule <checker> <group>/<id>, for example: npm run new:rule spreadsheet values/date-typed-as-text';
  it.each([
    [[], usage],
    [['formatting'], usage],
    [['formating', 'links/link-dead'], `There is no checker 'formating'. ${there}`],
    [['..', 'links/link-dead'], `There is no checker '..'. ${there}`],
    [['formatting', 'link-dead'], `'link-dead' is not of the form <group>/<id>. ${usage}`],
    [['formatting', 'a/b/link-dead'], `'a/b/link-dead' is not of the form <group>/<id>. ${usage}`],
    [['formatting', 'links/link-dead', 'x'], `There is something too much: 'x'. ${usage}`],
    [['formatting', '../link-dead'], "The group '..' must be words in lower case that are joined by hyphens, such as values."],
    [
      ['formatting', 'links/LinkDead'],
      "The id 'LinkDead' must name the failure in two or more words in lower case that are joined by hyphens, such as row-lost.",
    ],
    [
      ['formatting', 'links/default'],
      "The id 'default' must name the failure in two or more words in lower case that are joined by hyphens, such as row-lost.",
    ],
    [
      ['spreadsheet', 'other/error-value'],
      'There is a rule spreadsheet/error-value already, in checkers/spreadsheet/src/rules/values/error-value.',
    ],
  ])('%j', async (args, stderr) => {
    expect(await newRule(...args)).toEqual({ code: 2, stdout: '', stderr: `${stderr}\n` });
  });
});

describe.each([
  ['formatting', 'paragraphs', 'paragraph-too-long', 'paragraphTooLong'],
  ['spreadsheet', 'sheets', 'sheet-not-named', 'sheetNotNamed'],
  ['integrity', 'names', 'path-too-long', 'pathTooLong'],
])('new:rule %s %s/%s', (checker, group, id, name) => {
  const folder = `checkers/${checker}/src/rules/${group}/${id}`;

  it('makes three files, and puts them into the registries and pages', async () => {
    expect(await newRule(checker, `${group}/${id}`)).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(`^Made ${checker}/${id} in ${folder}.`),
    });
    expect((await readdir(join(copy, folder))).toSorted()).toEqual(['plant.ts', 'rule.test.ts', 'rule.ts']);
    expect(await readFile(join(copy, `checkers/${checker}/src/rules.generated.ts`), 'utf8')).toContain(`  ${name},\n`);
    expect(await readFile(join(copy, `checkers/${checker}/src/plants.ts`), 'utf8')).toContain(`  ${name}Plant,\n`);
    expect(await readFile(join(copy, `docs/rules/${checker}/${id}.md`), 'utf8')).toContain(`# ${checker}/${id}\n`);
    expect((await node('--conditions=@preflag/source', 'scripts/generate.ts', '--check')).code).toBe(0);
  });

  it('that pass at once, are formatted and have no type errors', async () => {
    const tests = await node('node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', folder);
    expect(tests.code, tests.stdout + tests.stderr).toBe(0);
    expect(tests.stdout).toMatch(/Tests +5 passed/);
    const format = await node('node_modules/oxfmt/bin/oxfmt', '--check', folder);
    expect(format.code, format.stdout + format.stderr).toBe(0);
    const types = await node('node_modules/typescript/bin/tsc', '--noEmit');
    expect(types.stdout.split('\n').filter((line) => line.startsWith(folder))).toEqual([]);
  });

  it('and not a second time', async () => {
    expect(await newRule(checker, `${group}/${id}`)).toMatchObject({
      code: 2,
      stderr: `There is a rule ${checker}/${id} already, in ${folder}.\n`,
    });
  });
});
