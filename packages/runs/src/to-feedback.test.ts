import { describe, expect, it } from 'vitest';
import type { Check, Finding, Report } from '@preflag/core';
import { toFeedback } from './to-feedback.ts';

const finding = (name: string, more: Partial<Finding> = {}): Finding => ({
  rule: 'test/rule',
  messageId: 'm',
  data: {},
  severity: 'important',
  certainty: 'certain',
  message: `${name} is wrong`,
  file: 'a.md',
  location: { kind: 'file' },
  place: `a.md › ${name}`,
  evidence: { excerpt: '', hash: '' },
  origin: 'unknown',
  why: 'It harms.',
  advice: `Mend ${name}.`,
  inputs: ['deliverable'],
  fingerprint: name,
  ...more,
});

const checkOf = (file: string, outcome: Check['outcome'] = 'failed', rule: Check['rule'] = 'test/rule'): Check => ({
  rule,
  file,
  outcome,
  durationMs: 1,
});

const report = (
  findings: readonly Finding[],
  files: readonly string[] = ['a.md'],
  checks: readonly Check[] = files.map((file) => checkOf(file)),
): Report => ({
  job: 'j',
  root: 'out',
  verdict: 'fail',
  reason: '',
  gate: { failOn: 'important', require: [] },
  summary: {
    findings: { critical: 0, important: 0, minor: 0 },
    certainty: { certain: 0, likely: 0, hint: 0 },
    checks: { passed: 0, failed: 0, notChecked: 0, errored: 0 },
    files: 0,
    bytes: 0,
    durationMs: 0,
  },
  manifest: files.map((path) => ({ path, type: 'markdown', bytes: 1, sha256: '' })),
  findings,
  checks,
});

const messages = (of: Report, options?: Parameters<typeof toFeedback>[1]): readonly string[] =>
  toFeedback(of, options).items.map(({ message }) => message);

describe('what is told', () => {
  it('puts what fails the delivery before what does not, also when that is more severe', () => {
    const findings = [
      finding('likely', { severity: 'critical', certainty: 'likely' }),
      finding('certain'),
      finding('minor', { severity: 'minor' }),
    ];
    expect(messages(report(findings))).toEqual(['certain is wrong', 'likely is wrong', 'minor is wrong']);
  });

  it('leaves out hints, what is ignored and what was there before', () => {
    const findings = [
      finding('hint', { certainty: 'hint' }),
      finding('ignored', { ignored: { reason: 'r', from: 'job' } }),
      finding('inherited', { origin: 'inherited' }),
      finding('told'),
    ];
    expect(messages(report(findings))).toEqual(['told is wrong']);
  });

  it.each<[string, Partial<Finding>, Partial<Finding>, number]>([
    ['the same message in one file is one thing', {}, {}, 1],
    ['another file is another thing', {}, { file: 'b.md' }, 2],
    ['another rule is another thing', {}, { rule: 'test/other' }, 2],
    ['another message id is another thing', {}, { messageId: 'n' }, 2],
    ['another text is another thing', {}, { message: 'else' }, 2],
    ['but not in one group', { group: 'g' }, { group: 'g', message: 'else' }, 1],
  ])('%s', (_, one, other, count) => {
    const message = 'same';
    const { items } = toFeedback(report([finding('1', { message, ...one }), finding('2', { message, ...other })], ['a.md', 'b.md']));
    expect(items.map((item) => item.count)).toEqual(count === 1 ? [2] : [1, 1]);
  });

  it('lists five places and counts the others', () => {
    const findings = Array.from({ length: 8 }, (_, index) => finding(String(index), { message: 'm', place: `row ${index}` }));
    const { items, text } = toFeedback(report(findings));
    expect(items[0]).toMatchObject({
      count: 8,
      places: ['row 0', 'row 1', 'row 2', 'row 3', 'row 4'],
      fingerprints: findings.map(({ fingerprint }) => fingerprint),
    });
    expect(text).toContain('   Where: row 0; row 1; row 2; row 3; row 4, and 3 more\n');
  });

  it('says what is new, what remains and what was mended once', () => {
    const previous = [report([finding('back'), finding('stays')]), report([finding('stays')])];
    const { items, text } = toFeedback(report([finding('stays'), finding('back'), finding('fresh')]), { previous });
    expect(items.map(({ message, state }) => `${message}: ${state}`)).toEqual([
      'stays is wrong: remaining',
      'back is wrong: reopened',
      'fresh is wrong: new',
    ]);
    expect(text.match(/\*\*.*/g)).toEqual([
      '**stays is wrong** (still there)',
      '**back is wrong** (it was fixed once and is back)',
      '**fresh is wrong**',
    ]);
  });

  it('calls a file clean only where a rule looked at it', () => {
    const checks = [checkOf('clean.md', 'passed'), checkOf('unread.md', 'not-checked'), checkOf('crashed.md', 'error'), checkOf('a.md')];
    const { text } = toFeedback(report([finding('x')], ['a.md', 'clean.md', 'unread.md', 'crashed.md'], checks));
    expect(text).toMatch(/\n\nNothing was found in: clean\.md\.\n$/);
  });
});

it('does not call passed what could not be checked', () => {
  const { text } = toFeedback(report([], ['a.md'], [checkOf('a.md', 'error'), checkOf('a.md', 'error', 'test/other')]));
  expect(text).toMatch(/^Nothing fails this delivery\. 2 checks could not be finished: what they look at is not known to be right\. /);
  expect(text).not.toContain('Nothing was found in');
});

describe('what does not fit', () => {
  const findings = [
    finding('first'),
    finding('second'),
    finding('third', { severity: 'minor' }),
    finding('long', { severity: 'minor', advice: 'x'.repeat(2_000) }),
  ];

  it.each([
    [2_000, ['first', 'second', 'third', 'long'], undefined],
    [200, ['first', 'second', 'third'], '1 more thing did not fit into this feedback.'],
    [80, ['first'], '3 more things did not fit into this feedback.'],
    [1, [], '4 more things did not fit into this feedback.'],
  ])('of %i tokens is the least important, and it is counted', (maxTokens, told, more) => {
    const { text, items } = toFeedback(report(findings), { maxTokens });
    expect([...text.matchAll(/\*\*(\w+) is wrong/g)].map((match) => match[1])).toEqual(told);
    expect(/\d+ more thing.*/.exec(text)?.[0]).toBe(more);
    expect(items.length).toBe(4);
  });
});

it('reads as a whole', () => {
  const previous = [report([finding('the total'), finding('mended', { file: 'sales.xlsx' })], ['sales.xlsx', 'report.md', 'notes.md'])];
  const findings = [
    finding('the total', {
      severity: 'critical',
      message: 'Revenue is not the sum of its rows',
      file: 'sales.xlsx',
      place: 'sales.xlsx › Summary › row Total, column Revenue',
      evidence: { excerpt: '62930.8', found: '62,930.8', expected: '62,980.8', hash: '' },
      related: [
        { file: 'sales.xlsx', location: { kind: 'column', sheet: 'Orders', name: 'revenue' }, label: '420\n rows of Orders › revenue' },
      ],
      advice: 'Write a formula.',
      fingerprint: 'the total',
    }),
    finding('1', {
      message: "The field '[Date]' was never filled in",
      file: 'report.md',
      place: 'report.md › Findings › paragraph 2',
      certainty: 'likely',
      advice: 'Fill it in.',
    }),
    finding('2', {
      message: "The field '[Date]' was never filled in",
      file: 'report.md',
      place: 'report.md › Findings › paragraph 4',
      certainty: 'likely',
      advice: 'Fill it in.',
    }),
  ];
  expect(toFeedback(report(findings, ['sales.xlsx', 'report.md', 'notes.md']), { previous }).text).toMatchInlineSnapshot(`
    "1 thing must be fixed before this delivery can be accepted. 1 thing should be looked at. 1 finding of the last attempt is fixed; keep it so. Change only what is listed. Everything else was not objected to and must stay as it is; hand in all files again.

    ## Must be fixed

    1. **Revenue is not the sum of its rows** (still there)
       Where: sales.xlsx › Summary › row Total, column Revenue
       Found: 62,930.8
       Expected: 62,980.8
       See: sales.xlsx: 420 rows of Orders › revenue
       Do: Write a formula.

    ## Should be looked at

    1. **The field '[Date]' was never filled in**
       Where: report.md › Findings › paragraph 2; report.md › Findings › paragraph 4
       Do: Fill it in.

    Nothing was found in: notes.md.
    "
  `);
});

it('says so when nothing is left to mend', () => {
  expect(toFeedback(report([], ['a.md'], [checkOf('a.md', 'passed')])).text).toMatchInlineSnapshot(`
    "Nothing fails this delivery. Change only what is listed. Everything else was not objected to and must stay as it is; hand in all files again.

    Nothing was found in: a.md.
    "
  `);
});
