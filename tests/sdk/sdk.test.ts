import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertPasses, check, compare, defineChecker, defineRule, PreflagError, toFeedback, type Checker, type Report } from 'preflag';
import { temporaryFolder } from '../lib/cli.ts';

const GOOD = '# Report\n\nAll is well.\n';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const rulesOf = ({ findings }: Report): readonly string[] => findings.map(({ rule, messageId, file }) => `${rule} ${messageId} ${file}`);
const passedOn = ({ checks }: Report): readonly string[] =>
  [...new Set(checks.filter(({ outcome }) => outcome === 'passed').map(({ file }) => file))].toSorted();

/** The folder for temporary files of these tests alone, so that what is left behind shows. */
let temporary = '';
const before = process.env['TMPDIR'];

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'preflag-sdk-'));
  process.env['TMPDIR'] = temporary;
});

afterAll(async () => {
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  await rm(temporary, { recursive: true, force: true });
});

describe('check', () => {
  it('a folder', async () => {
    await using folder = await temporaryFolder({ 'out/report.md': GOOD, 'out/sub/empty.csv': '' });
    const report = await check(join(folder.path, 'out'));
    expect([report.verdict, report.job, report.root]).toEqual(['fail', null, join(folder.path, 'out')]);
    expect(rulesOf(report)).toEqual(['integrity/empty-file empty sub/empty.csv']);
    expect(report.manifest.map(({ path, type, bytes }) => `${path} ${type} ${bytes}`)).toEqual([
      'report.md markdown 23',
      'sub/empty.csv empty 0',
    ]);
    expect(passedOn(report)).toEqual(['.', 'report.md']);
  });

  it('a file, of whose siblings nothing is said', async () => {
    await using folder = await temporaryFolder({ 'out/report.md': GOOD, 'out/empty.csv': '' });
    const job = { version: 1, id: 'j', deliverables: ['report.md', 'other.md'] };
    const report = await check(join(folder.path, 'out/report.md'), { job });
    expect([report.verdict, rulesOf(report), report.manifest.length]).toEqual(['pass', [], 1]);
    expect(report.checks.find(({ rule }) => rule === 'integrity/missing-deliverable')).toMatchObject({
      outcome: 'not-checked',
      reason: { code: 'partial' },
    });
  });

  it('files in memory', async () => {
    const files = { 'report.md': bytes(GOOD), 'in/empty.csv': new Blob([]), 'in/a.csv': new Blob(['id,name\n1,North\n']) };
    const report = await check({ files, message: 'Done.' });
    expect([report.root, report.verdict, rulesOf(report)]).toEqual([
      'files in memory',
      'fail',
      ['integrity/empty-file empty in/empty.csv'],
    ]);
    expect(report.manifest.map(({ path, type }) => `${path} ${type}`)).toEqual([
      'in/a.csv csv',
      'in/empty.csv empty',
      'report.md markdown',
    ]);
    expect(passedOn(report)).toEqual(['.', 'in/a.csv', 'report.md']);
  });

  it('files in memory against a job that is an object, with its inputs', async () => {
    const job = {
      version: 1,
      id: 'update',
      deliverables: [
        { path: 'a.csv', update: { before: 'in/a.csv', key: 'id', allow: [], require: [{ where: { id: '2' }, set: { name: 'West' } }] } },
      ],
    };
    const inputs = { 'in/a.csv': bytes('id,name\n1,North\n2,South\n3,East\n') };
    const delivered = { files: { 'a.csv': bytes('id,name\n1,Nord\n2,West\n') } };
    const report = await check(delivered, { job, inputs });
    expect([report.job, report.verdict]).toEqual(['update', 'fail']);
    expect(rulesOf(report).toSorted()).toEqual(['data-update/changed-outside-scope cell a.csv', 'data-update/row-lost lost a.csv']);
  });

  it('with the gate of the caller', async () => {
    const files = { 'a.md': bytes('') };
    const reports = await Promise.all([
      check({ files }),
      check({ files }, { gate: { failOn: 'never' } }),
      check({ files: { 'a.md': bytes(GOOD) } }, { gate: { require: ['source'] } }),
    ]);
    expect(reports.map(({ verdict, gate }) => [verdict, gate.failOn, gate.require])).toEqual([
      ['fail', 'important', []],
      ['pass', 'never', []],
      ['incomplete', 'important', ['source']],
    ]);
    const job = { version: 1, id: 'j', deliverables: ['a.md'], gate: { failOn: 'never' } };
    const [own, over] = await Promise.all([check({ files }, { job }), check({ files }, { job, gate: { failOn: 'critical' } })]);
    expect([own.verdict, over.verdict]).toEqual(['pass', 'fail']);
  });

  it('with some rules only', async () => {
    const report = await check({ files: { 'a.md': bytes('') } }, { only: ['integrity/*'], skip: ['integrity/empty-file'] });
    expect([...new Set(report.checks.map(({ rule }) => rule.split('/')[0]))]).toEqual(['integrity']);
    expect(report.checks.some(({ rule }) => rule === 'integrity/empty-file')).toBe(false);
  });
});

describe('a checker of the caller', () => {
  const shouting = defineRule({
    id: 'house/shouting',
    title: 'A heading shouts',
    severity: 'minor',
    certainty: 'certain',
    reads: 'document',
    why: 'It reads badly.',
    advice: 'Write {{text}} in small letters.',
    messages: { shouting: 'The heading {{text}} is in capitals' },
    *check({ model, looked }) {
      for (const block of model.blocks) {
        looked({ blocks: 1 });
        if (block.type === 'heading' && block.text === block.text.toUpperCase())
          yield { messageId: 'shouting', data: { text: block.text }, at: model.locate(block) };
      }
    },
  });
  const house: Checker = defineChecker({ name: 'house', title: 'House style', rules: [shouting] });

  it('as an object runs in this process, and its checks say so', async () => {
    const report = await check({ files: { 'a.md': bytes('# LOUD\n\nText.\n') } }, { checkers: ['@preflag/checker-integrity', house] });
    expect(report.findings).toMatchObject([{ rule: 'house/shouting', message: 'The heading LOUD is in capitals', file: 'a.md' }]);
    expect(report.checks.filter(({ isolated }) => isolated === false).map(({ rule, outcome }) => `${rule} ${outcome}`)).toEqual([
      'house/shouting failed',
    ]);
    expect(report.checks.some(({ rule, isolated }) => rule.startsWith('integrity/') && isolated === undefined)).toBe(true);
  });

  it('with the rules of an object on the delivery as a whole, and by globs that name them', async () => {
    const whole = defineRule<'manifest'>({
      id: 'house/few-files',
      title: 'There are too few files',
      severity: 'minor',
      certainty: 'certain',
      reads: 'manifest',
      why: 'We always want three.',
      advice: 'Hand in three files.',
      messages: { few: 'There are {{found}} files' },
      *check({ model, looked }) {
        looked({ files: model.manifest.length });
        if (model.manifest.length < 3) yield { messageId: 'few', data: { found: model.manifest.length }, at: { kind: 'file' } };
      },
    });
    const house = defineChecker({ name: 'house', title: 'House', rules: [whole] });
    const files = { 'a.md': new TextEncoder().encode('# A\n\nText.\n') };
    const report = await check({ files }, { checkers: ['@preflag/checker-integrity', house], only: ['house/*', 'integrity/empty-file'] });
    expect(report.checks.map(({ rule, outcome, isolated }) => [rule, outcome, isolated])).toEqual([
      ['integrity/empty-file', 'passed', undefined],
      ['house/few-files', 'failed', false],
    ]);
    const overAll = defineChecker({ name: 'house', title: 'House', rules: [{ ...whole, reads: 'package' }] });
    await expect(check({ files }, { checkers: [overAll] })).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('name its checker by its module'),
    });
  });

  it('as a file runs in the check worker', async () => {
    await using folder = await temporaryFolder({
      'house.mjs': `export const checker = { name: 'house', title: 'House style', rules: [{
        id: 'house/blocks', title: 'Blocks', severity: 'minor', certainty: 'certain', reads: 'document', why: 'w', advice: 'a',
        messages: { many: 'There are {{count}} blocks in process {{pid}}' },
        *check({ model, looked }) { looked({ blocks: 1 }); yield { messageId: 'many', data: { count: model.blocks.length, pid: String(process.pid) }, at: { kind: 'file' } }; } }] };\n`,
    });
    const { findings, checks } = await check({ files: { 'a.md': bytes(GOOD) } }, { checkers: [join(folder.path, 'house.mjs')] });
    expect(findings.map(({ message }) => message)).toEqual([expect.stringMatching(/^There are 2 blocks in process \d+$/)]);
    expect(findings[0]?.data['pid']).not.toBe(String(process.pid));
    expect(checks.map(({ isolated }) => isolated)).toEqual([undefined]);
  });

  it('that throws costs its own outcome', async () => {
    const broken = defineRule({
      ...shouting,
      id: 'house/broken',
      check: () => {
        throw new Error('no');
      },
    });
    const checkers = ['@preflag/checker-integrity', defineChecker({ name: 'house', title: 'House', rules: [broken, shouting] })];
    const report = await check({ files: { 'a.md': bytes(GOOD) } }, { checkers });
    expect([report.verdict, report.reason]).toEqual(['incomplete', '1 check could not be finished']);
    expect(report.checks.filter(({ rule }) => rule.startsWith('house/')).map(({ rule, outcome }) => `${rule} ${outcome}`)).toEqual([
      'house/broken error',
      'house/shouting passed',
    ]);
  });
});

describe('a signal', () => {
  const files = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`${index}.md`, bytes(GOOD)]));

  it('that aborted before', async () => {
    await expect(check({ files }, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('that aborts while files are checked', async () => {
    const controller = new AbortController();
    const checked: string[] = [];
    const onProgress = ({ file }: { readonly file: string }): void => {
      checked.push(file);
      controller.abort();
    };
    await expect(check({ files }, { signal: controller.signal, onProgress })).rejects.toMatchObject({ code: 'cancelled' });
    expect(checked.length).toBeLessThan(60);
  });

  it('that aborts at once after the call', async () => {
    const controller = new AbortController();
    const report = check({ files }, { signal: controller.signal });
    controller.abort();
    await expect(report).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('two reports', () => {
  let [first, second]: readonly [Report?, Report?] = [];

  beforeAll(async () => {
    const checkOne = (files: Readonly<Record<string, string>>): Promise<Report> =>
      check({ files: Object.fromEntries(Object.entries(files).map(([path, text]) => [path, bytes(text)])) });
    const [mended, stays] = ['# Mended\n\nSee 【4†source】.\n', '# Stays\n\nSigned: [Your Name]\n'];
    first = await checkOne({ 'mended.md': mended, 'stays.md': stays, 'gone.md': stays });
    second = await checkOne({ 'mended.md': '# Mended\n\nSee the report.\n', 'stays.md': `\n\n${stays}`, 'fresh.csv': '' });
  });

  it('are compared by what they mean', () => {
    const comparison = compare(first!, second!);
    expect(
      Object.fromEntries(
        Object.entries(comparison).map(([state, findings]) => [state, (findings as Report['findings']).map(({ file }) => file)]),
      ),
    ).toEqual({
      fixed: ['mended.md'],
      removed: ['gone.md'],
      unchecked: [],
      remaining: ['stays.md'],
      new: ['fresh.csv'],
      reopened: [],
    });
  });

  it('become feedback', () => {
    const { items, text } = toFeedback(second!, { previous: [first!] });
    expect(items.map(({ file, state, severity }) => `${file} ${state} ${severity}`)).toEqual([
      'fresh.csv new critical',
      'stays.md remaining important',
    ]);
    expect(text).toMatch(
      /^2 things must be fixed before this delivery can be accepted\. 1 finding of the last attempt is fixed; keep it so\. /,
    );
    expect(text).toMatch(/\n\nNothing was found in: mended\.md\.\n$/);
  });

  it('are asserted', () => {
    expect(() => assertPasses(second!)).toThrow(
      expect.objectContaining({
        name: 'PreflagError',
        code: 'checks-failed',
        message: expect.stringMatching(/^files in memory: fail, 2 certain findings.*\n- fresh\.csv: .*\n- stays\.md › /),
      }),
    );
    expect(() => assertPasses({ ...second!, verdict: 'pass' })).not.toThrow();
  });
});

describe('wrong calls', () => {
  it.each<[string, () => Promise<unknown>, string, RegExp]>([
    ['nothing at the path', () => check('nowhere'), 'path', /^There is nothing at nowhere\./],
    ['a name that leaves the delivery', () => check({ files: { '../a.md': bytes(GOOD) } }), 'path', /'\.\.\/a\.md' leaves the delivery/],
    [
      'a checker that is not there',
      () => check({ files: {} }, { checkers: ['preflag-checker-nowhere'] }),
      'usage',
      /'preflag-checker-nowhere' is not installed/,
    ],
    ['a job with a mistake', () => check({ files: {} }, { job: { version: 1, id: 'j' } }), 'job', /deliverables/],
    ['a rule that is not there', () => check({ files: { 'a.md': bytes(GOOD) } }, { only: ['nothing/at-all'] }), 'usage', /nothing\/at-all/],
  ])('%s', async (_, call, code, message) => {
    await expect(call()).rejects.toSatisfy((error) => PreflagError.isInstance(error));
    await expect(call()).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });
});

it('a link in the delivery is not followed', async () => {
  await using folder = await temporaryFolder({ 'secret.md': 'TODO: 【4†source】\n', 'out/report.md': GOOD });
  await mkdir(join(folder.path, 'elsewhere'));
  await writeFile(join(folder.path, 'elsewhere/b.md'), '【4†source】\n');
  await symlink('../secret.md', join(folder.path, 'out/a.md'));
  await symlink('../elsewhere', join(folder.path, 'out/more'));
  const report = await check(join(folder.path, 'out'));
  expect(report.manifest.map(({ path }) => path)).toEqual(['report.md']);
  expect(JSON.stringify(report)).not.toContain('4†source');
});

// Last, so that it sees what all of the others left.
it('nothing is left in the folder for temporary files', async () => {
  expect(await readdir(temporary)).toEqual([]);
});
