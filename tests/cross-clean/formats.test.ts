import type { Checker, Rule } from '@preflag/core';
import { addRelationship, docxOf, editParts, odtOf, pptxOf, rtfOf, runExample, type DocxBlock } from '@preflag/testing';
import { describe, expect, test } from 'vitest';
import { CHECKERS } from '../lib/all-checkers.ts';

const rules: readonly Rule[] = CHECKERS.flatMap((checker: Checker) => checker.rules);

const WRITERS: Readonly<Record<string, (blocks: readonly DocxBlock[]) => Uint8Array | Promise<Uint8Array>>> = {
  docx: docxOf,
  odt: (blocks) => odtOf(blocks),
  pptx: (blocks) => pptxOf(blocks),
  rtf: (blocks) => rtfOf(blocks),
};

const REPORT: readonly DocxBlock[] = [
  '# Sales in spring',
  'Sales rose by a tenth in March, and the shop in the south sold the most of all.',
  '## Regions',
  'The table shows what each region sold.',
  [
    ['Region', 'Sold'],
    ['North', '10'],
    ['South', '20'],
    ['West', '12'],
    ['Total', '42'],
  ],
  '## Next steps',
  '- Ask the shop in the north for its plan.',
  '- Look at the prices again in June.',
];

/** The report with one block in the place of another. */
function replacing(at: number, ...blocks: readonly DocxBlock[]): readonly DocxBlock[] {
  return REPORT.toSpliced(at, 1, ...blocks);
}

async function findingsIn(format: string, bytes: Uint8Array): Promise<readonly string[]> {
  const { findings, checks, mutations } = await runExample(rules, { files: { [`report.${format}`]: bytes } });
  expect(checks.filter(({ outcome }) => outcome === 'error').map(({ rule, reason }) => `${rule}: ${reason?.text}`)).toEqual([]);
  expect(mutations).toEqual([]);
  return findings.map(({ rule, place }) => `${rule} at ${place}`);
}

describe.each(Object.entries(WRITERS))('%s', (format, write) => {
  test('a clean report is clean for all rules, and most look at something', async () => {
    const { findings, checks } = await runExample(rules, { files: { [`report.${format}`]: await write(REPORT) } });
    expect(findings.map(({ rule, place, message }) => `${rule} at ${place}: ${message}`)).toEqual([]);
    expect(checks.filter(({ outcome }) => outcome === 'passed').length).toBeGreaterThan(40);
  });

  test.each<[rule: string, blocks: readonly DocxBlock[]]>([
    ['report-structure/duplicate-section', [...REPORT, '## Regions', 'They sold less than in autumn, as they do each year.']],
    [
      'report-structure/total-mismatch',
      replacing(4, [
        ['Region', 'Sold'],
        ['North', '10'],
        ['South', '20'],
        ['West', '12'],
        ['Total', '52'],
      ]),
    ],
    ['report-structure/process-chatter', ['I will now search for the sales figures and then write the report.', ...REPORT]],
    ['formatting/placeholder-text', replacing(3, 'The table shows what [insert name here] sold.')],
    ['formatting/repeated-word', replacing(3, 'The table shows what the the regions sold.')],
    ['formatting/citation-token-left', replacing(3, 'The table shows what each region sold :contentReference[oaicite:0]{index=0}.')],
    ['formatting/raw-markdown-in-document', replacing(3, '**The table** shows what `each` region sold.', '### What else')],
    ['formatting/mojibake', replacing(3, 'The table shows what the cafÃ© sold.')],
  ])('%s is found', async (rule, blocks) => {
    expect((await findingsIn(format, await write(blocks))).some((finding) => finding.startsWith(`${rule} at report.${format}`))).toBe(true);
  });
});

test.each(['docx', 'odt', 'rtf'])('report-structure/heading-skip is found in %s', async (format) => {
  const bytes = await WRITERS[format]?.(replacing(5, '#### Next steps'));
  expect(await findingsIn(format, bytes ?? new Uint8Array())).toEqual([`report-structure/heading-skip at report.${format} › Next steps`]);
});

const CHANGE = '<office:change-info><dc:creator>Ada</dc:creator></office:change-info>';
const COMMENTED = '{\\*\\atnid A}{\\*\\atnauthor Ada}\\chatn{\\*\\annotation Is this right?}';

test.each<[rule: string, format: string, bytes: () => Uint8Array]>([
  [
    'formatting/comments-left',
    'odt',
    () =>
      odtOf(
        REPORT,
        '<text:p>Rents rose.<office:annotation><dc:creator>Ada</dc:creator><text:p>Is this right?</text:p></office:annotation></text:p>',
      ),
  ],
  ['formatting/comments-left', 'rtf', () => rtfOf(REPORT, `\\pard Rents rose.${COMMENTED}\\par`)],
  ['formatting/comments-left', 'pptx', () => withComment(pptxOf(REPORT))],
  [
    'formatting/tracked-changes-left',
    'odt',
    () =>
      odtOf(
        REPORT,
        '<text:p>Rents <text:change-start text:change-id="1"/>rose<text:change-end text:change-id="1"/></text:p>',
        `<text:tracked-changes><text:changed-region text:id="1"><text:insertion>${CHANGE}</text:insertion></text:changed-region></text:tracked-changes>`,
      ),
  ],
  ['formatting/tracked-changes-left', 'rtf', () => rtfOf(REPORT, '\\pard Rents {\\deleted fell}{\\revised rose}\\par')],
  [
    'formatting/hidden-text-left',
    'odt',
    () => odtOf(REPORT, '<text:section text:display="none"><text:p>Not for the client.</text:p></text:section>'),
  ],
  ['formatting/hidden-text-left', 'rtf', () => rtfOf(REPORT, '\\pard Rents rose.{\\v Not for the client.}\\par')],
  ['formatting/hidden-text-left', 'pptx', () => pptxOf(REPORT, 'Not for the client')],
  [
    'formatting/prompt-left',
    'odt',
    () =>
      odtOf(REPORT, '<text:p>Dear <text:placeholder text:placeholder-type="text">&lt;Name of the client&gt;</text:placeholder></text:p>'),
  ],
])('%s is found in %s', async (rule, format, bytes) => {
  expect((await findingsIn(format, bytes())).filter((finding) => finding.startsWith(`${rule} at report.${format}`)).length).toBeGreaterThan(
    0,
  );
});

test.each<[rule: string, formats: readonly string[]]>([
  ['formatting/tracked-changes-left', ['pptx']],
  ['formatting/too-many-fonts', ['pptx']],
  ['formatting/mixed-paragraph-look', ['pptx']],
  ['formatting/empty-paragraphs-as-spacing', ['pptx']],
  ['report-structure/heading-skip', ['pptx']],
  ['report-structure/several-titles', ['odt', 'pptx', 'rtf']],
])('%s says that it was not checked in %s', async (rule, formats) => {
  for (const format of formats) {
    const { checks } = await runExample(rules, { files: { [`report.${format}`]: (await WRITERS[format]?.(REPORT)) ?? '' } });
    const check = checks.find((one) => one.rule === rule);
    expect([format, check?.outcome, check?.reason?.code]).toEqual([format, 'not-checked', 'format']);
  }
});

function withComment(bytes: Uint8Array): Uint8Array {
  const edited = editParts(bytes, (parts) => {
    parts['ppt/comments/1.xml'] = '<p:cmLst xmlns:p="urn:p"><p:cm authorId="0"><p:text>Is this right?</p:text></p:cm></p:cmLst>';
    addRelationship(parts, 'ppt/slides/slide2.xml', 'comments', '../comments/1.xml');
    return true;
  });
  if (!edited) throw new Error('The presentation has no second slide.');
  return edited;
}
