import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { decideVerdict, summarise, type Check, type Finding, type Gate, type Report } from '@preflag/core';
import { renderPretty } from './pretty.ts';

const GATE: Gate = { failOn: 'important', require: [] };

const finding = (more: Partial<Finding>): Finding => ({
  rule: 'spreadsheet/error-value',
  messageId: 'error',
  data: {},
  severity: 'important',
  certainty: 'certain',
  message: 'The cell shows #REF!',
  file: 'sales.xlsx',
  location: { kind: 'file' },
  place: 'sales.xlsx',
  evidence: { excerpt: '', hash: '' },
  origin: 'unknown',
  why: 'The client sees an error where a result should be.',
  advice: 'Mend the formula.',
  inputs: ['deliverable'],
  fingerprint: '',
  ...more,
});

const cell = (range: string, more: Partial<Finding> = {}): Finding =>
  finding({
    severity: 'critical',
    location: { kind: 'cell', sheet: 'Summary', range },
    place: `sales.xlsx › Summary!${range}`,
    evidence: { excerpt: '#REF!', found: '#REF!', hash: '' },
    group: 'errors',
    ...more,
  });

const check = (outcome: Check['outcome'], reason?: Check['reason'], more: Partial<Check> = {}): Check => ({
  rule: 'spreadsheet/error-value',
  file: 'sales.xlsx',
  outcome,
  ...(reason && { reason }),
  durationMs: 1,
  ...more,
});

const reportOf = (findings: readonly Finding[], checks: readonly Check[], more: Partial<Report> = {}): Report => ({
  job: 'q3-sales',
  root: 'out',
  ...decideVerdict(findings, checks, GATE, []),
  gate: GATE,
  summary: summarise(findings, checks, [{ bytes: 10 }], 12),
  manifest: [{ path: 'sales.xlsx', type: 'xlsx', bytes: 10, sha256: 'a'.repeat(64) }],
  findings,
  checks,
  ...more,
});

const FINDINGS: readonly Finding[] = [
  ...['B2', 'B3', 'B4', 'B5', 'B6'].map((range) => cell(range)),
  finding({
    rule: 'integrity/missing-deliverable',
    severity: 'critical',
    message: 'The file report.docx was not handed in',
    file: '.',
    place: 'the delivery',
    why: 'The client does not get what was ordered.',
    advice: 'Hand in report.docx under just this name.',
  }),
  finding({
    rule: 'translation/number-changed',
    severity: 'important',
    certainty: 'likely',
    message: 'A number differs from the source',
    file: 'report.de.md',
    location: { kind: 'segment', id: '3' },
    place: 'report.de.md › Ergebnisse › paragraph 3',
    evidence: { prefix: 'Der Umsatz betrug ', excerpt: '629.308', suffix: ' Euro.', found: '629.308', expected: '62,930.8', hash: '' },
    related: [{ file: 'report.md', location: { kind: 'segment', id: '3' }, label: 'Revenue was 62,930.8 euros.' }],
    why: 'A client who acts on the translated figure acts on a wrong one.',
    advice: 'Write the number of the source.',
  }),
  ...['1', '2'].map((index) =>
    finding({
      rule: 'formatting/placeholder-text',
      severity: 'minor',
      certainty: 'hint',
      file: 'report.de.md',
      place: `report.de.md › line ${index}`,
      message: "'TODO' says that something is still to be done",
    }),
  ),
  cell('C9', { origin: 'inherited' }),
  cell('C10', { ignored: { reason: 'kept on request', from: 'job' } }),
];

const CHECKS: readonly Check[] = [
  check('failed'),
  check('passed'),
  check('error', { code: 'timeout', text: 'The rule was stopped: it took longer than 10 s.' }, { rule: 'spreadsheet/slow' }),
  check('not-checked', { code: 'no-source', text: '' }),
  check(
    'not-checked',
    { code: 'needs-person', text: 'highest: Names the region with the highest revenue' },
    { rule: 'job/criterion', file: '.' },
  ),
  check('not-checked', { code: 'not-asked', text: '' }),
  check('not-checked', { code: 'not-asked', text: '' }),
];

describe('a report for a person', () => {
  it('that fails', () => {
    expect(renderPretty([reportOf(FINDINGS, CHECKS)])).toMatchInlineSnapshot(`
      "preflag out · job q3-sales

      sales.xlsx
        ✖ critical The cell shows #REF!
          at       Summary!B2; Summary!B3; Summary!B4 and 2 more places
          why      The client sees an error where a result should be.
          do       Mend the formula.
          rule     spreadsheet/error-value · certain

      The delivery
        ✖ critical The file report.docx was not handed in
          why      The client does not get what was ordered.
          do       Hand in report.docx under just this name.
          rule     integrity/missing-deliverable · certain

      report.de.md
        ▲ important A number differs from the source
          at       Ergebnisse › paragraph 3
          found    “629.308”
          expected “62,930.8”
          text     Der Umsatz betrug 629.308 Euro.
          see      Revenue was 62,930.8 euros. (report.md)
          why      A client who acts on the translated figure acts on a wrong one.
          do       Write the number of the source.
          rule     translation/number-changed · likely (does not fail the delivery)

      Hints, listed by --format json: formatting/placeholder-text × 2

      Was there before, listed by --format json: spreadsheet/error-value × 1

      Checks that could not be finished
        · spreadsheet/slow on sales.xlsx: The rule was stopped: it took longer than 10 s.

      Left for a person
        · highest: Names the region with the highest revenue

      Findings 6 critical · 1 important · 2 minor (6 certain, 1 likely, 2 hints) · 1 accepted by the job ·
               1 there before
      Checks   2 of 7 checks ran. 1 could not be finished. 1 needs a source: --source FILE. 1 needs a
               person. 2 were not asked for by the job.
      Verdict  FAIL · 6 certain findings of severity important or worse
      "
    `);
  });

  it('that fails, quietly', () => {
    expect(renderPretty([reportOf(FINDINGS.slice(0, 4), [check('failed')])], { quiet: true })).toMatchInlineSnapshot(`
      "sales.xlsx
        ✖ critical The cell shows #REF!
          at       Summary!B2; Summary!B3; Summary!B4 and 1 more place
          why      The client sees an error where a result should be.
          do       Mend the formula.
          rule     spreadsheet/error-value · certain

      Verdict  FAIL · 4 certain findings of severity important or worse
      "
    `);
  });

  it('that is incomplete', () => {
    const report = reportOf([], [check('error', { code: 'crash', text: 'The rule was stopped: it crashed.' }), check('passed')]);
    expect(renderPretty([report])).toMatchInlineSnapshot(`
      "preflag out · job q3-sales

      Checks that could not be finished
        · spreadsheet/error-value on sales.xlsx: The rule was stopped: it crashed.

      Findings none in what was checked
      Checks   1 of 2 checks ran. 1 could not be finished.
      Verdict  INCOMPLETE · 1 check could not be finished
      "
    `);
  });

  it('in which nothing was checked', () => {
    const report = reportOf([], [check('not-checked', { code: 'format', text: '' })], { job: null });
    expect(renderPretty([report])).toMatchInlineSnapshot(`
      "preflag out · no job

      Findings none in what was checked
      Checks   0 of 1 checks ran. 1 needs something of its format that preflag does not read or compute.
      Verdict  INCOMPLETE · nothing was checked
      "
    `);
  });

  it('that passes with checks that did not run', () => {
    const text = renderPretty([reportOf([], [check('passed'), check('not-checked', { code: 'no-job', text: '' })], { job: null })]);
    expect(text).toMatchInlineSnapshot(`
      "preflag out · no job

      Findings none in what was checked
      Checks   1 of 2 checks ran. 1 needs a job: --job FILE, or write one with preflag init.
      Verdict  PASS · no certain finding of severity important or worse
      "
    `);
    expect(text).not.toMatch(/no (issues|findings|errors|problems)/i);
  });

  it('of two deliveries', () => {
    const pass = reportOf([], [check('passed')]);
    expect(renderPretty([pass, { ...pass, root: 'other' }])).toMatchInlineSnapshot(`
      "preflag out · job q3-sales

      Findings none in what was checked
      Checks   1 of 1 checks ran.
      Verdict  PASS · no certain finding of severity important or worse

      preflag other · job q3-sales

      Findings none in what was checked
      Checks   1 of 1 checks ran.
      Verdict  PASS · no certain finding of severity important or worse
      "
    `);
  });
});

describe('the page', () => {
  const long = finding({
    message:
      'The control total Revenue is not the sum of what stands in the column revenue of the sheet Orders, by a hundred and more euros',
    place: `sales.xlsx › Summary › ${'a-very-long-name-without-any-space-in-it-'.repeat(4)}`,
  });
  const widest = (text: string): number =>
    Math.max(
      ...stripVTControlCharacters(text)
        .split('\n')
        .map((line) => line.length),
    );

  it.each([
    [10, 40],
    [40, 40],
    [100, 100],
    [300, 110],
  ])('of %i columns has no line above %i', (width, most) => {
    const findings = [...FINDINGS, long];
    for (const color of [false, true]) {
      const text = renderPretty([reportOf(findings, CHECKS, { root: 'out' })], { width, color });
      expect(widest(text)).toBeLessThanOrEqual(most);
      expect(widest(text)).toBeGreaterThan(most - 12);
    }
  });

  it('of 40 columns keeps words and their indent', () => {
    expect(renderPretty([reportOf([long], [check('failed')])], { width: 40 })).toMatchInlineSnapshot(`
      "preflag out · job q3-sales

      sales.xlsx
        ▲ important The control total Revenue
          is not the sum of what stands in the
          column revenue of the sheet Orders,
          by a hundred and more euros
          at       Summary › a-very-long-name-
                   without-any-space-in-it-a-v
                   ery-long-name-without-any-s
                   pace-in-it-a-very-long-name
                   -without-any-space-in-it-a-
                   very-long-name-without-any-
                   space-in-it-
          why      The client sees an error
                   where a result should be.
          do       Mend the formula.
          rule     spreadsheet/error-value ·
                   certain

      Findings 0 critical · 1 important · 0
               minor (1 certain, 0 likely, 0
               hints)
      Checks   1 of 1 checks ran.
      Verdict  FAIL · 1 certain finding of
               severity important or worse
      "
    `);
  });

  it('names things that have no place, and counts those of a rule that are many', () => {
    const names = ['Area', 'Base', 'Cost', 'Date', 'Edge'].map((name) =>
      finding({ message: `The name '${name}' refers to nothing`, advice: `Delete '${name}'.`, group: 'names' }),
    );
    const texts = Array.from({ length: 10 }, (_, index) =>
      cell(`B${index + 2}`, { rule: 'spreadsheet/number-stored-as-text', message: `${index} is stored as text`, group: `B${index}` }),
    );
    const text = renderPretty([reportOf([...names, ...texts], [check('failed')])], { quiet: true });
    expect(text).toContain(
      "also     The name 'Base' refers to nothing; The name 'Cost' refers to nothing; The name 'Date'\n             refers to nothing; and 1 more\n",
    );
    expect(text).toContain('7 is stored as text');
    expect(text).not.toContain('8 is stored as text');
    expect(text).toContain('and      2 more of this rule, listed by --format json\n');
  });

  it('has colours only when they are wanted, and says the same with them', () => {
    const report = reportOf(FINDINGS, CHECKS);
    const [plain, colored] = [renderPretty([report]), renderPretty([report], { color: true })];
    expect(plain).not.toContain('\u001b');
    expect(colored).toContain('\u001b[31mcritical\u001b[39m');
    expect(stripVTControlCharacters(colored)).toBe(plain);
  });

  it('is not steered by what a delivery says', () => {
    const nasty = 'x\u001b[2J\u001b]0;title\u0007\u202e\r\ny';
    const [file, message, place] = [`${nasty}.md`, nasty, `${nasty}.md › ${nasty}`];
    const evidence = { prefix: nasty, excerpt: nasty, suffix: nasty, found: `found ${nasty}`, expected: `expected ${nasty}`, hash: '' };
    const related = [{ file: nasty, location: { kind: 'file' } as const, label: nasty }];
    const wrong = finding({ file, message, place, evidence, related, advice: nasty });
    const checks = [check('failed', undefined, { file }), check('error', { code: 'crash', text: nasty }, { file })];
    const text = renderPretty([reportOf([wrong], checks, { root: nasty, job: nasty })]);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(text.split('\n').filter((line) => line.startsWith('y'))).toEqual([]);
  });
});
