import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docxOf, pdfOf } from '@preflag/testing';
import type { ReportFile } from 'preflag';
import { CHECKERS } from '../lib/all-checkers.ts';
import { preflag, ROOT, temporaryFolder, type TemporaryFolder } from '../lib/cli.ts';

/** The rules that check what a job can demand, whatever was made of the examples. */
const DEMANDS: ReadonlySet<string> = new Set(CHECKERS.flatMap(({ rules }) => rules.flatMap(({ id, demands }) => (demands ? [id] : []))));

const report = (month: string, findings: string): string =>
  `# Sales of ${month} 2026\n\n## Summary\n\nOn 3 ${month} 2026 the client’s “north” region grew most of all.\n\n## Findings: ${month}\n\n${findings}\n\n## Outlook\n\nFrom 4 ${month} 2026 to 30 ${month} 2026 it’ll go on, and it’s “likely” to.\n`;
const ORDERS = `id,date,region,amount (EUR)\n${Array.from({ length: 30 }, (_, at) => `A${String(at + 100)},2026-03-${String(at + 1).padStart(2, '0')},${['north', 'south'][at % 2]},${at}.5`).join('\n')}\n`;

const ACCEPTED = {
  'accepted/march/report-2026-03.md': report('March', 'Rents rose in all regions.'),
  'accepted/march/orders.csv': ORDERS,
  'accepted/april/report-2026-04.md': `${report('April', 'Rents fell in the north.')}\n## Annex\n\nMore.\n`,
  'accepted/april/orders.csv': ORDERS,
};

describe('init --like', () => {
  it('makes a job of several deliveries, and each of them meets it', async () => {
    await using folder = await temporaryFolder(ACCEPTED);
    const { code, stdout, stderr } = await preflag(['init', '--like', 'accepted'], { cwd: folder.path });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('made of 4 files in 2 deliveries, which meet all that it asks for.');
    expect(readFileSync(join(folder.path, 'job.yaml'), 'utf8').replace(/id: .*/, 'id: …')).toMatchInlineSnapshot(`
      "# Made by preflag init --like "accepted". All that counts here is met by what it was made of.
      # What is commented out was not seen everywhere, or may be by chance: take out the # where it was asked.
      # Other things to ask for: preflag init other.yaml

      version: 1
      id: …
      deliverables:
        - path: orders.csv                                                     # in 2 of 2 deliveries
          type: table
          columns:
            - { name: id, type: text, pattern: '[A-Z]\\d{3}' }                  # in 2 of 2 files
            - { name: date, type: date, required: true }                       # in 2 of 2 files
            - { name: region, type: text, required: true, values: [north, south] } # in 2 of 2 files
            - { name: amount (EUR), type: number, unit: EUR, required: true }  # in 2 of 2 files; not asked: min: 0.5, max: 29.5
          # rows: { min: 1 }                                                   # 30 rows seen
          key: [id]                                                            # never blank, never twice
          sortedBy:
            - date                                                             # in 2 of 2 files
        - path: "report-*.md"                                                  # in 2 of 2 deliveries
          type: document
          language: en                                                         # in 2 of 2 files
          length: { words: { min: 30, max: 53 } }                              # 40 to 42 words seen
          sections:
            - Summary                                                          # in 2 of 2 files
            - Findings                                                         # in 2 of 2 files
            - Outlook                                                          # in 2 of 2 files
            # - Annex                                                          # in 1 of 2 files
          order: relative                                                      # this order in 2 of 2 files
          style:
            dates: D MMMM YYYY                                                 # all 6 dates
            quotes: curly                                                      # 14 of 14 marks
      "
    `);
    expect(await demandFindings(folder, 'accepted/march')).toEqual([]);
    expect(await demandFindings(folder, 'accepted/april')).toEqual([]);
  });

  it('what differs from them is found', async () => {
    await using folder = await temporaryFolder({
      ...ACCEPTED,
      'out/report-2026-05.md': report('May', 'x').replace('## Outlook', '## Look out').replace('3 May 2026', '05/03/2026'),
      'out/orders.csv': ORDERS.replace('A101,', 'A100,').replace('north', 'nort'),
    });
    await preflag(['init', '--like', 'accepted'], { cwd: folder.path });
    expect(await demandFindings(folder, 'out')).toEqual([
      'orders.csv spreadsheet/value-not-allowed',
      'orders.csv spreadsheet/value-not-unique',
      'report-2026-05.md formatting/mixed-date-formats',
      'report-2026-05.md report-structure/section-missing',
    ]);
  });

  it('reads Word documents and pdf files, and pairs translations', async () => {
    await using folder = await temporaryFolder({
      'accepted/memo.docx': await docxOf([
        '# Memo',
        'A text that says what happened in the year.',
        '## Rents',
        'They rose.',
        '## Wages',
        'They fell.',
      ]),
      'accepted/scan.pdf': pdfOf({ pages: [{ lines: [['A page of text.', 72, 700]] }] }),
      'accepted/app.en.json': '{"hello": "Hello", "bye": "Goodbye"}',
      'accepted/app.de.json': '{"hello": "Hallo", "bye": "Tschüss"}',
    });
    const { code, stderr } = await preflag(['init', '--like', 'accepted', 'job.yaml'], { cwd: folder.path });
    expect([code, stderr]).toEqual([0, '']);
    const text = readFileSync(join(folder.path, 'job.yaml'), 'utf8');
    expect(text).toMatch(/- path: memo\.docx[\s\S]* {6}- Rents .*\n {6}- Wages/);
    expect(text).toMatch(/- path: app\.de\.json\n {4}type: translation\n {4}source: app\.en\.json/);
    expect(await demandFindings(folder, 'accepted')).toEqual([]);
  });

  it('asks only for the file where one cannot be read', async () => {
    await using folder = await temporaryFolder({
      'accepted/broken.docx': 'PK\u0003\u0004 no zip',
      'accepted/\u001b[31mred.xlsx': 'PK\u0003\u0004',
    });
    const { code, stdout } = await preflag(['init', '--like', 'accepted'], { cwd: folder.path });
    expect(code).toBe(0);
    expect(stdout).toContain(String.raw`\u001b[31mred.xlsx`);
    expect(readFileSync(join(folder.path, 'job.yaml'), 'utf8')).toMatch(/- path: broken\.docx +# could not be read/);
  });

  it.each([
    ['a file that is there', ['init', '--like', 'accepted', 'kept.yaml'], 'kept.yaml is there already, and was left as it is'],
    ['a file among the examples', ['init', '--like', 'accepted', 'accepted/job.yaml'], 'would stand among the examples'],
    ['nothing to read', ['init', '--like', 'absent'], 'There is nothing at absent'],
    ['an empty folder', ['init', '--like', 'empty'], 'There is no file in empty'],
  ])('refuses %s', async (_, args, message) => {
    await using folder = await temporaryFolder({ ...ACCEPTED, 'kept.yaml': 'mine', 'empty/.hidden': '' });
    const { code, stderr } = await preflag(args, { cwd: folder.path });
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(readFileSync(join(folder.path, 'kept.yaml'), 'utf8')).toBe('mine');
    expect(existsSync(join(folder.path, 'accepted/job.yaml'))).toBe(false);
  });

  it('names the schema where preflag is installed near the file, also without examples', async () => {
    await using folder = await temporaryFolder({ 'node_modules/preflag/schema/job-1.json': '{}', 'jobs/a/x.md': 'A text.' });
    for (const args of [['jobs/a/job.yaml'], ['--like', 'jobs/a/x.md', 'jobs/like.yaml']])
      expect((await preflag(['init', ...args], { cwd: folder.path })).code).toBe(0);
    const line = /^# yaml-language-server: \$schema=(.*)\n/;
    expect(line.exec(readFileSync(join(folder.path, 'jobs/a/job.yaml'), 'utf8'))?.[1]).toBe('../../node_modules/preflag/schema/job-1.json');
    expect(line.exec(readFileSync(join(folder.path, 'jobs/like.yaml'), 'utf8'))?.[1]).toBe('../node_modules/preflag/schema/job-1.json');
  });
});

const DATA = join(ROOT, '../../shared/data');
const hasData = existsSync(DATA);

describe.skipIf(!hasData)(`real files meet the job that is made of them${hasData ? '' : ` (skipped: there is no ${DATA})`}`, () => {
  it.each([
    'documents/docx/files',
    'documents/html/files',
    'documents/pdf/files',
    'documents/human-markdown/files',
    'documents/agent-reports/files',
    'spreadsheets/robustness/workbooks',
    'spreadsheets/robustness/csv',
    'spreadsheets/formula-errors/files',
  ])('%s', async (kind) => {
    for (const file of someOf(join(DATA, kind))) {
      await using folder = await temporaryFolder();
      const { code, stderr } = await preflag(['init', '--like', file], { cwd: folder.path });
      expect([code, stderr], file).toEqual([0, '']);
      expect(await demandFindings(folder, file), file).toEqual([]);
    }
  });
});

/** From the beginning, the middle and the end of a folder. */
function someOf(folder: string): readonly string[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  return [0.2, 0.5, 0.8].map((part) => join(folder, names[Math.floor(names.length * part)] ?? ''));
}

/** The findings of rules that look at the job's demands. */
async function demandFindings(folder: TemporaryFolder, path: string): Promise<readonly string[]> {
  const { stdout, stderr } = await preflag(['check', path, '--job', 'job.yaml', '--format', 'json'], { cwd: folder.path });
  const { reports } = JSON.parse(stdout === '' ? `{"reports": [], "error": ${JSON.stringify(stderr)}}` : stdout) as ReportFile;
  expect(reports, stderr).toHaveLength(1);
  return (
    reports
      .flatMap(({ findings }) => findings)
      // Of rules that look at a document's own habits as well, only what the job asks counts.
      .filter(({ rule, messageId }) => DEMANDS.has(rule) && !(rule.startsWith('formatting/mixed-') && messageId !== 'asked'))
      .map(({ rule, file }) => `${file} ${rule}`)
      .filter((text, at, all) => all.indexOf(text) === at)
      .toSorted()
  );
}
