import { execFileSync } from 'node:child_process';
import { symlink, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ReportFile } from 'preflag';
import { docxOf, workbookOf } from '@preflag/testing';
import { preflag, temporaryFolder, type TemporaryFolder } from '../lib/cli.ts';

const GOOD = '# Report\n\nAll is well.\n';

/** Checks a folder and returns its findings and the exit code; a good file beside the bad one must still be checked. */
async function findingsIn(
  folder: TemporaryFolder,
  args: readonly string[] = [],
): Promise<{ code: number | null; findings: readonly string[]; goodWasChecked: boolean }> {
  const { code, stdout, stderr } = await preflag(['check', 'out', '--format', 'json', ...args], { cwd: folder.path });
  if (stdout === '') throw new Error(stderr);
  const [report] = (JSON.parse(stdout) as ReportFile).reports;
  return {
    code,
    findings: (report?.findings ?? []).map(({ rule, messageId, file }) => `${rule} ${messageId} ${file}`),
    goodWasChecked: report?.checks.some(({ file, outcome }) => file === 'good.md' && outcome === 'passed') ?? false,
  };
}

async function withGood(files: Readonly<Record<string, string | Uint8Array>>): Promise<TemporaryFolder> {
  return temporaryFolder({ 'out/good.md': GOOD, ...files });
}

const utf16 = (text: string): Uint8Array =>
  new Uint8Array([0xff, 0xfe, ...new Uint8Array(new Uint16Array(Array.from(text, (letter) => letter.charCodeAt(0))).buffer)]);

/** A workbook whose sheet is small in the package and 150 MB outside of it. */
async function bomb(): Promise<Uint8Array> {
  const parts = unzipSync(await workbookOf({ A: [['x']] }));
  const sheet = Buffer.alloc(150_000_000, ' ');
  sheet.write('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>');
  return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': sheet }, { level: 6 });
}

describe('a bad file is a finding that names it, and everything else is still checked', () => {
  it.each([
    ['0 bytes', async () => withGood({ 'out/a.xlsx': '' }), ['integrity/empty-file empty a.xlsx']],
    [
      'a workbook cut off',
      async () => withGood({ 'out/a.xlsx': (await workbookOf({ A: [['x', 1]] })).subarray(0, 900) }),
      ['integrity/corrupt-file corrupt a.xlsx'],
    ],
    [
      'a document cut off',
      async () => withGood({ 'out/a.docx': (await docxOf(['# Title', 'Text'])).subarray(0, 2_000) }),
      ['integrity/corrupt-file corrupt a.docx'],
    ],
    [
      'a csv in windows-1252',
      async () => withGood({ 'out/a.csv': new Uint8Array([...Buffer.from('id,name\n1,M'), 0xfc, ...Buffer.from('ller\n')]) }),
      ['integrity/corrupt-file encoding a.csv'],
    ],
    ['a csv in UTF-16 is read', async () => withGood({ 'out/a.csv': utf16('id,name\n1,Müller\n') }), []],
    [
      'a web page named like a workbook',
      async () => withGood({ 'out/a.xlsx': '<!doctype html><html><body>502 Bad Gateway</body></html>' }),
      ['integrity/wrong-type name a.xlsx'],
    ],
    [
      'markdown that hangs a parser',
      async () => withGood({ 'out/a.md': `${'*a_'.repeat(7_000)}\n` }),
      ['integrity/limit-exceeded file a.md'],
    ],
    [
      'quotes that overflow a stack',
      async () => withGood({ 'out/a.md': `${'>'.repeat(10_000)} x\n` }),
      ['integrity/limit-exceeded file a.md'],
    ],
    ['json that goes too deep', async () => withGood({ 'out/a.json': '['.repeat(100_000) }), ['integrity/limit-exceeded file a.json']],
  ])('%s', async (_, make, expected) => {
    await using folder = await make();
    const { findings, goodWasChecked } = await findingsIn(folder);
    expect(findings).toEqual(expected);
    expect(goodWasChecked).toBe(true);
  });

  it('a csv in windows-1252 is read when the encoding is declared, and an unknown name is refused', async () => {
    await using folder = await withGood({ 'out/a.csv': new Uint8Array([...Buffer.from('id,name\n1,M'), 0xfc, ...Buffer.from('ller\n')]) });
    expect((await findingsIn(folder, ['--encoding', 'windows-1252'])).findings).toEqual([]);
    const { code, stderr } = await preflag(['check', 'out', '--encoding', 'latin-99'], { cwd: folder.path });
    expect([code, stderr]).toEqual([
      2,
      "preflag: The encoding 'latin-99' is not known. Use a name such as windows-1252, iso-8859-2 or shift_jis.\n",
    ]);
  });

  it('an archive that explodes', async () => {
    await using folder = await withGood({ 'out/a.xlsx': await bomb() });
    const { findings, goodWasChecked, code } = await findingsIn(folder);
    expect(findings).toEqual(['integrity/limit-exceeded file a.xlsx']);
    expect([goodWasChecked, code]).toEqual([true, 1]);
  });

  it('links, pipes and folders in the place of files', async () => {
    await using folder = await withGood({
      'job.yaml': 'version: 1\nid: j\ndeliverables: [good.md, link.md, pipe.md, folder.md, "*.xlsx"]\n',
      'out/folder.md/inner.md': GOOD,
      'secret.txt': 'secret',
    });
    await symlink('../secret.txt', join(folder.path, 'out/link.md'));
    execFileSync('mkfifo', [join(folder.path, 'out/pipe.md')]);
    const { findings, code } = await findingsIn(folder, ['--job', 'job.yaml']);
    expect(findings).toEqual([
      'integrity/missing-deliverable link .',
      'integrity/missing-deliverable link .',
      'integrity/missing-deliverable folder .',
      'integrity/missing-deliverable missing .',
      'integrity/unexpected-file unexpected folder.md/inner.md',
    ]);
    expect(code).toBe(1);
  });

  it('an empty delivery', async () => {
    await using folder = await temporaryFolder({ 'job.yaml': 'version: 1\nid: j\ndeliverables: [a.md]\n' });
    await mkdir(join(folder.path, 'out'));
    expect(await findingsIn(folder, ['--job', 'job.yaml'])).toEqual({
      code: 1,
      findings: ['integrity/missing-deliverable missing .'],
      goodWasChecked: false,
    });
  });

  it('a file alone is a partial delivery: what is absent says nothing', async () => {
    await using folder = await temporaryFolder({ 'out/a.md': GOOD, 'job.yaml': 'version: 1\nid: j\ndeliverables: [a.md, b.md]\n' });
    const { code, stdout } = await preflag(['check', 'out/a.md', '--job', 'job.yaml'], { cwd: folder.path });
    expect(code).toBe(0);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('3 need the whole delivery: give the folder');
  });
});

describe('a bad job is an error that names its place', () => {
  const check = async (job: string, more: Readonly<Record<string, string>> = {}): Promise<string> => {
    await using folder = await temporaryFolder({ 'out/good.md': GOOD, 'out/a.csv': 'id,status\n00017,open\n', 'job.yaml': job, ...more });
    const { code, stderr, stdout } = await preflag(['check', 'out', '--job', 'job.yaml'], { cwd: folder.path });
    expect([code, stdout]).toEqual([2, '']);
    return stderr;
  };
  const update = (where: string): string =>
    `version: 1\nid: j\ndeliverables:\n  - good.md\n  - path: a.csv\n    update: { before: b.csv, key: id, require: [{ where: ${where}, set: { status: closed } }] }\n`;

  it.each([
    ['an unknown key', 'version: 1\nid: j\ndelivrables: [a]\n', "job.yaml:3:1 Unknown key 'delivrables'. Did you mean 'deliverables'?"],
    [
      'a file that is not there',
      'version: 1\nid: j\ninputs: [in.xlsx]\ndeliverables: [good.md]\n',
      "job.yaml:3:10 The file 'in.xlsx' is not beside the job",
    ],
    [
      'a folder for a file',
      'version: 1\nid: j\ninputs: [out]\ndeliverables: [good.md]\n',
      "job.yaml:3:10 'out' is a folder. Name the files in it, one by one.",
    ],
    [
      'an unquoted id',
      update('{ id: 00017 }'),
      'job.yaml:6:64 00017 is read as the number 17. Put it in quotes to keep it as it is written: "00017".',
    ],
    [
      'a number for a column of text',
      update('{ id: 17 }'),
      'job.yaml:6:58 No row of the file before has id: 17: the column \'id\' holds text. Put the value in quotes: "17".',
    ],
    [
      'a row that is not there',
      update('{ id: "99" }'),
      'job.yaml:6:58 No row of the file before has id: "99". Mend the values, or leave the entry out.',
    ],
    [
      'a path out of the folder',
      'version: 1\nid: j\ndeliverables: [/etc/passwd]\n',
      "job.yaml:3:16 The path '/etc/passwd' leaves its folder.",
    ],
  ])('%s', async (_, job, expected) => {
    expect(await check(job, { 'b.csv': 'id,status\n00017,open\n' })).toContain(`preflag: ${expected}`);
  });

  it('a job inside the delivery is not believed', async () => {
    await using folder = await temporaryFolder({ 'out/good.md': GOOD, 'out/job.yaml': 'version: 1\nid: j\ndeliverables: [good.md]\n' });
    const { code, stderr } = await preflag(['check', 'out', '--job', 'out/job.yaml'], { cwd: folder.path });
    expect([code, stderr]).toEqual([
      2,
      'preflag: The job file out/job.yaml stands inside the delivered folder, where the agent could have written it. Keep the job beside the delivery.\n',
    ]);
  });
});
