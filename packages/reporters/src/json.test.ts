import { describe, expect, it } from 'vitest';
import { decideVerdict, summarise, type Check, type Finding, type Gate, type Location, type Report } from '@preflag/core';
import { validateReport } from '@preflag/core/report';
import { renderJson } from './json.ts';

const GATE: Gate = { failOn: 'important', require: ['source'] };
const SHA256 = 'a'.repeat(64);

const LOCATIONS: readonly Location[] = [
  { kind: 'cell', sheet: 'Summary', range: 'B2:B9' },
  { kind: 'column', sheet: 'Summary', name: 'Revenue' },
  { kind: 'row', key: '00017 · North' },
  { kind: 'text', start: { line: 1, column: 1 }, end: { line: 1, column: 4 } },
  { kind: 'block', index: 0, heading: 'Findings', offset: 3, length: 4 },
  { kind: 'page', page: 0, box: [0, 0, 10, 10] },
  { kind: 'segment', id: '3', offset: 0, length: 2 },
  { kind: 'pointer', path: '/a/0' },
  { kind: 'part', name: 'xl/workbook.xml' },
  { kind: 'file' },
];

const finding = (location: Location, more: Partial<Finding> = {}): Finding => ({
  rule: 'test/rule',
  messageId: 'm',
  data: { found: 'x', count: 3, nested: { list: [1, null, true] } },
  severity: 'important',
  certainty: 'certain',
  message: 'Something is wrong',
  file: 'a.md',
  location,
  place: 'a.md',
  evidence: { excerpt: 'e', prefix: 'p', suffix: 's', expected: 'x', found: 'y', hash: '0123456789abcdef' },
  related: [{ file: 'b.md', location, label: 'the cause' }],
  origin: 'introduced',
  why: 'w',
  advice: 'a',
  fixes: [{ label: 'Mend it', safety: 'safe', edits: [{ file: 'a.md', location, from: 'x', to: 'y' }] }],
  inputs: ['deliverable', 'source'],
  fingerprint: SHA256,
  group: 'g',
  ignored: { reason: 'r', from: 'job' },
  ...more,
});

const CHECKS: readonly Check[] = [
  { rule: 'test/rule', file: 'a.md', outcome: 'failed', looked: { blocks: 3 }, durationMs: 0.4 },
  { rule: 'test/other', file: '.', outcome: 'not-checked', reason: { code: 'no-source', text: 't' }, durationMs: 0 },
  { rule: 'test/crash', file: 'a.md', outcome: 'error', reason: { code: 'crash', text: 't' }, durationMs: 0 },
  { rule: 'test/own', file: 'a.md', outcome: 'passed', looked: { blocks: 3 }, durationMs: 0, isolated: false },
];

const reportOf = (findings: readonly Finding[], checks: readonly Check[]): Report => ({
  job: null,
  root: 'out',
  ...decideVerdict(findings, checks, GATE, []),
  gate: GATE,
  summary: summarise(findings, checks, [{ bytes: 3 }], 12.3),
  manifest: [{ path: 'a.md', type: 'markdown', bytes: 3, sha256: SHA256, deliverable: '*.md' }],
  findings,
  checks,
});

describe('the json report', () => {
  it.each<[string, readonly Report[]]>([
    ['of nothing', []],
    [
      'of a delivery with every kind of place',
      [
        reportOf(
          LOCATIONS.map((location) => finding(location)),
          CHECKS,
        ),
      ],
    ],
    ['of several deliveries', [reportOf([], [CHECKS[3]!]), { ...reportOf([finding({ kind: 'file' })], CHECKS), job: 'q3' }]],
  ])('%s is what its schema says, and loses nothing', (_, reports) => {
    const text = renderJson(reports, '1.2.3');
    const parsed: unknown = JSON.parse(text);
    expect(validateReport(parsed)).toEqual([]);
    expect(parsed).toMatchObject({ schemaVersion: 1, tool: { name: 'preflag', version: '1.2.3' }, reports });
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('counts the verdicts', () => {
    const [pass, incomplete] = [reportOf([], [CHECKS[3]!]), reportOf([], CHECKS)];
    const fail = reportOf([{ ...finding({ kind: 'file' }), ignored: undefined } as unknown as Finding], CHECKS);
    expect(JSON.parse(renderJson([fail, pass, incomplete, pass], '1.2.3'))).toMatchObject({
      summary: { deliveries: 4, verdicts: { pass: 2, fail: 1, incomplete: 1 } },
    });
  });

  it.each<[string, (report: Record<string, unknown>) => void]>([
    ['an unknown key', (report) => (report['extra'] = 1)],
    ['a missing key', (report) => delete report['verdict']],
    ['another word', (report) => (report['verdict'] = 'ok')],
  ])('is refused by its schema with %s', (_, edit) => {
    const file = JSON.parse(renderJson([reportOf([], CHECKS)], '1.2.3')) as { reports: [Record<string, unknown>] };
    edit(file.reports[0]);
    expect(validateReport(file).length).toBeGreaterThan(0);
  });
});
