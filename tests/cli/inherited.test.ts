import { describe, expect, it } from 'vitest';
import { docxOf, workbookOf } from '@preflag/testing';
import type { ReportFile } from 'preflag';
import { preflag, temporaryFolder } from '../lib/cli.ts';

/** A left-over of a chat that fails a delivery, in two places. */
const TOKEN = 'Rents rose in the north :contentReference[oaicite:0]{index=0}.';
const NEW_TOKEN = 'Wages fell in the south :contentReference[oaicite:1]{index=1}.';

const markdown = (...blocks: readonly string[]): Promise<Uint8Array> =>
  Promise.resolve(new TextEncoder().encode(`${blocks.join('\n\n')}\n`));
const docx = (...blocks: readonly string[]): Promise<Uint8Array> => docxOf(blocks);
const xlsx = (...blocks: readonly string[]): Promise<Uint8Array> =>
  workbookOf({
    Data: [['id', 'text'], ...blocks.map((text, at) => [`A${at}`, text === TOKEN || text === NEW_TOKEN ? { error: '#REF!' } : text])],
  });

interface Outcome {
  readonly code: number | null;
  readonly pretty: string;
  readonly origins: readonly string[];
}

async function check(files: Readonly<Record<string, string | Uint8Array>>, args: readonly string[], rule: string): Promise<Outcome> {
  await using folder = await temporaryFolder(files);
  const { code, stdout } = await preflag(['check', 'out', ...args, '--format', 'json'], { cwd: folder.path });
  const pretty = await preflag(['check', 'out', ...args, '--no-color'], { cwd: folder.path });
  const findings = (JSON.parse(stdout) as ReportFile).reports[0]?.findings ?? [];
  return { code, pretty: pretty.stdout, origins: findings.filter((finding) => finding.rule === rule).map(({ origin }) => origin) };
}

const FORMATS = [
  ['md', markdown, 'formatting/citation-token-left'],
  ['docx', docx, 'formatting/citation-token-left'],
  ['xlsx', xlsx, 'spreadsheet/error-value'],
] as const;

describe.each(FORMATS)('what a %s had before', (extension, make, rule) => {
  const file = `report.${extension}`;

  it('is shown apart, and does not fail the delivery', async () => {
    const before = await make('# Rents', 'A text.', TOKEN);
    const after = await make('# Rents', 'A text that was changed.', TOKEN);
    const { code, pretty, origins } = await check({ [`old/${file}`]: before, [`out/${file}`]: after }, ['--before', 'old'], rule);
    expect(origins).toEqual(['inherited']);
    expect(code).toBe(0);
    expect(pretty).toContain(`Was there before, listed by --format json: ${rule} × 1`);
    expect(pretty).toContain('1 there before');
  });

  it('does not hide what is new', async () => {
    const before = await make('# Rents', 'A text.', TOKEN);
    const after = await make('# Rents', NEW_TOKEN, TOKEN);
    const { code, origins } = await check({ [`old/${file}`]: before, [`out/${file}`]: after }, ['--before', 'old'], rule);
    expect(origins.toSorted()).toEqual(['inherited', 'introduced']);
    expect(code).toBe(1);
  });

  it('counts for a template too', async () => {
    const job = `version: 1\nid: x\ndeliverables: [{ path: ${file}, template: old.${extension} }]\n`;
    const files = {
      'job.yaml': job,
      [`old.${extension}`]: await make('# Rents', 'A text.', TOKEN),
      [`out/${file}`]: await make('# Rents', 'Filled in.', TOKEN),
    };
    const { code, origins, pretty } = await check(files, ['--job', 'job.yaml'], rule);
    expect(origins).toEqual(['inherited']);
    expect(code).toBe(0);
    expect(pretty).not.toContain('data-update');
  });
});

describe('what a template leaves to be filled in', () => {
  const JOB = 'version: 1\nid: x\ndeliverables: [{ path: report.docx, template: template.docx }]\n';
  const template = docx('# Report template', 'For [Client Name]', 'On [Date]', '## Findings', 'The rents of the year.');

  it.each([
    [
      'is a finding where it stands there still',
      ['# Report template', 'For [Client Name]', 'On 3 May 2026', '## Findings', 'They rose.'],
      1,
      ['unknown'],
    ],
    ['is none where it was filled in', ['# Report template', 'For Acme', 'On 3 May 2026', '## Findings', 'They rose.'], 0, []],
    [
      'is told from a new gap',
      ['# Report template', 'For [Client Name]', 'On [Date]', '## Findings', 'By [Your Name].'],
      1,
      ['unknown', 'unknown', 'introduced'],
    ],
  ])('%s', async (_, blocks, code, origins) => {
    const files = { 'job.yaml': JOB, 'template.docx': await template, 'out/report.docx': await docx(...blocks) };
    const found = await check(files, ['--job', 'job.yaml'], 'formatting/placeholder-text');
    expect([found.code, found.origins.toSorted().toReversed()], found.pretty).toEqual([code, origins]);
    expect(found.pretty).not.toContain('Was there before');
  });

  it('is inherited in a draft that was there before', async () => {
    const files = {
      'old/report.docx': await docx('# Rents', 'By [Your Name].'),
      'out/report.docx': await docx('# Rents', 'By [Your Name].', 'More.'),
    };
    expect((await check(files, ['--before', 'old'], 'formatting/placeholder-text')).origins).toEqual(['inherited']);
  });

  it('a template that is not beside the job is a mistake of the job', async () => {
    await using folder = await temporaryFolder({ 'job.yaml': JOB, 'out/report.docx': await template });
    const { code, stderr } = await preflag(['check', 'out', '--job', 'job.yaml'], { cwd: folder.path });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/job\.yaml:3:\d+ The file 'template\.docx' is not beside the job/)]);
  });
});

it('a kept result is that of the same comparison: a before-file is no source', async () => {
  const text = await markdown('# Rents', TOKEN);
  await using folder = await temporaryFolder({ 'old.md': text, 'report.md': text });
  const codes = [];
  for (const role of ['--before', '--source', '--before']) {
    const { code } = await preflag(['check', 'report.md', role, 'old.md', '--cache'], {
      cwd: folder.path,
      env: { XDG_CACHE_HOME: folder.path },
    });
    codes.push(code);
  }
  expect(codes).toEqual([0, 1, 0]);
});
