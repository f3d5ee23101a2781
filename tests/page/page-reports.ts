import { decideVerdict, summarise, type Check, type Finding, type Gate, type Report } from '@preflag/core';

const GATE: Gate = { failOn: 'important', require: [] };

/** What somebody who wants to run code, or to mislead, writes into a delivery. */
export const HOSTILE: readonly string[] = [
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(2)>',
  '"><svg onload=alert(3)>',
  "javascript:alert(4)'`${alert(5)}",
  '<!--<script>',
  '<style>*{display:none}</style><base href="https://example.com/"><meta http-equiv="refresh" content="0;url=https://example.com/">',
  'abc\u202etxt.exe\u2066\u0000\u001b[31m\ud800',
  '{{constructor.constructor("alert(6)")()}}',
];

/** A finding in a cell of a file, with the grid around it. */
export function pageFinding(number: number, more: Partial<Finding> = {}): Finding {
  const file = more.file ?? 'sales.xlsx';
  return {
    rule: 'spreadsheet/error-value',
    messageId: 'error',
    data: {},
    severity: 'critical',
    certainty: 'certain',
    message: `B${number} shows #REF!`,
    file,
    location: { kind: 'cell', sheet: 'Summary', range: `B${number}` },
    place: `${file} › Summary › Revenue › Region ${number} (B${number})`,
    evidence: { excerpt: '#REF!', found: '#REF!', expected: 'a number', hash: '0'.repeat(16) },
    related: [{ file, location: { kind: 'file' }, label: `the cell A${number} that it refers to` }],
    surroundings: {
      kind: 'grid',
      sheet: 'Summary',
      columns: ['A', 'B'],
      rows: [
        { number: 1, isHeader: true, cells: ['Region', 'Revenue'] },
        { number, isHeader: false, cells: [`Region ${number}`, '#REF!'] },
      ],
      hit: { rows: [1, 1], columns: [1, 1] },
    },
    origin: 'introduced',
    why: 'The client sees an error where a result should be.',
    advice: `Mend the formula in B${number}.`,
    inputs: ['deliverable'],
    fingerprint: number.toString(16).padStart(64, '0'),
    ...more,
  };
}

/** A report with the verdict and the counts that follow from its findings and checks. */
export function pageReport(findings: readonly Finding[], more: Partial<Report> = {}): Report {
  const checks: readonly Check[] = [
    { rule: 'spreadsheet/error-value', file: 'sales.xlsx', outcome: findings.length > 0 ? 'failed' : 'passed', durationMs: 1 },
    {
      rule: 'translation/segment-missing',
      file: 'report.de.md',
      outcome: 'not-checked',
      reason: { code: 'no-source', text: 'It needs a source.' },
      durationMs: 0,
    },
  ];
  const manifest = [{ path: 'sales.xlsx', type: 'xlsx', bytes: 9_000, sha256: '1'.repeat(64) }] as const;
  return {
    job: 'q3-sales',
    root: 'out',
    ...decideVerdict(findings, checks, GATE, []),
    gate: GATE,
    summary: summarise(findings, checks, manifest, 10),
    manifest,
    findings,
    checks,
    asked: [
      { deliverable: 'sales.xlsx', demand: 'file', text: 'A file: sales.xlsx', state: 'proved', rules: [] },
      {
        deliverable: '.',
        demand: 'criterion',
        criterion: 'highest',
        level: 'essential',
        text: 'Names the region with the highest revenue',
        state: 'open',
        reason: 'Yours to judge.',
        rules: [],
      },
    ],
    ...more,
  };
}
