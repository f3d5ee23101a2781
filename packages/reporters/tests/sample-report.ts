import { decideVerdict, summarise, type Check, type Finding, type Gate, type Report } from '@preflag/core';

const GATE: Gate = { failOn: 'important', require: [] };

/** A certain finding in a cell, with whatever else. */
export function sampleFinding(more: Partial<Finding> = {}): Finding {
  return {
    rule: 'spreadsheet/error-value',
    messageId: 'error',
    data: { cell: 'B4', found: '#REF!' },
    severity: 'critical',
    certainty: 'certain',
    message: 'B4 shows #REF!',
    file: 'sales.xlsx',
    location: { kind: 'cell', sheet: 'Summary', range: 'B4' },
    place: 'sales.xlsx › Summary › Revenue › North (B4)',
    evidence: { excerpt: '#REF!', found: '#REF!', hash: '0123456789abcdef' },
    origin: 'introduced',
    why: 'The client sees an error where a result should be.',
    advice: 'Mend the formula.',
    inputs: ['deliverable'],
    fingerprint: 'a'.repeat(64),
    ...more,
  };
}

export function sampleCheck(outcome: Check['outcome'], more: Partial<Check> = {}): Check {
  return { rule: 'spreadsheet/error-value', file: 'sales.xlsx', outcome, durationMs: 1.5, ...more };
}

const NUMBER = sampleFinding({
  rule: 'translation/number-changed',
  messageId: 'changed',
  data: { found: '629.308', expected: '62,930.8' },
  severity: 'important',
  certainty: 'likely',
  message: 'The translation says 629.308 where the source says 62,930.8',
  file: 'report.de.md',
  location: { kind: 'text', start: { line: 7, column: 20 }, end: { line: 7, column: 27 } },
  place: 'report.de.md › Ergebnisse › paragraph 3',
  evidence: { prefix: 'Der Umsatz betrug ', excerpt: '629.308', suffix: ' Euro.', found: '629.308', expected: '62,930.8', hash: '0' },
  related: [
    {
      file: 'report.md',
      location: { kind: 'text', start: { line: 5, column: 1 }, end: { line: 5, column: 30 } },
      label: "the source: 'Revenue was 62,930.8 euros.'",
    },
  ],
  why: 'A client who acts on the translated figure acts on a wrong one.',
  advice: 'Put the number of the source into the translation: 62,930.8.',
  fingerprint: 'b'.repeat(64),
});

const MISSING = sampleFinding({
  rule: 'integrity/missing-deliverable',
  messageId: 'missing',
  data: { path: 'report.docx' },
  message: 'The file report.docx was not handed in',
  file: '.',
  location: { kind: 'file' },
  place: 'the delivery',
  evidence: { excerpt: '', hash: '' },
  why: 'The client does not get what was ordered.',
  advice: 'Hand in report.docx under just this name.',
  fingerprint: 'c'.repeat(64),
});

const HINT = sampleFinding({
  rule: 'formatting/placeholder-text',
  messageId: 'todo',
  data: { text: 'TODO' },
  severity: 'minor',
  certainty: 'hint',
  message: "'TODO' says that something is still to be done",
  file: 'report.de.md',
  location: { kind: 'block', index: 2, heading: 'Ergebnisse' },
  place: 'report.de.md › Ergebnisse › paragraph 2',
  evidence: { excerpt: 'TODO', hash: '1' },
  why: 'The client reads a note that was meant for the writer.',
  advice: 'Write what is missing, or delete the note.',
  fingerprint: 'd'.repeat(64),
});

const SAMPLE_FINDINGS: readonly Finding[] = [
  sampleFinding(),
  MISSING,
  sampleFinding({
    location: { kind: 'cell', sheet: 'Summary', range: 'C9' },
    place: 'sales.xlsx › Summary › Cost › South (C9)',
    data: { cell: 'C9', found: '#REF!' },
    message: 'C9 shows #REF!',
    ignored: { reason: 'kept on request', from: 'baseline', by: 'Ada', at: '2026-11-01' },
    fingerprint: 'e'.repeat(64),
  }),
  sampleFinding({
    location: { kind: 'cell', sheet: 'Summary', range: 'C10:C12' },
    place: 'sales.xlsx › Summary › Cost › East (C10:C12)',
    message: 'C10 shows #REF!',
    origin: 'inherited',
    fingerprint: 'f'.repeat(64),
  }),
  NUMBER,
  HINT,
];

const SAMPLE_CHECKS: readonly Check[] = [
  sampleCheck('failed', { looked: { cells: 398 } }),
  sampleCheck('passed', { rule: 'spreadsheet/duplicate-key', looked: { rows: 398 } }),
  sampleCheck('error', { rule: 'spreadsheet/slow', reason: { code: 'timeout', text: 'The rule was stopped: it took longer than 20 s.' } }),
  sampleCheck('failed', { rule: 'translation/number-changed', file: 'report.de.md' }),
  sampleCheck('failed', { rule: 'formatting/placeholder-text', file: 'report.de.md' }),
  sampleCheck('failed', { rule: 'integrity/missing-deliverable', file: '.' }),
  sampleCheck('not-checked', {
    rule: 'translation/segment-missing',
    file: 'report.de.md',
    reason: { code: 'no-source', text: 'It needs a source file.' },
  }),
  sampleCheck('not-checked', {
    rule: 'job/criterion',
    file: '.',
    reason: { code: 'needs-person', text: 'highest: Names the region with the highest revenue' },
  }),
  sampleCheck('not-checked', {
    rule: 'spreadsheet/row-count-off',
    reason: { code: 'not-asked', text: 'The job does not ask for it.' },
  }),
];

/** A report of a delivery `out` for the job `q3-sales`, with the verdict and the counts that follow from its findings and checks. */
export function sampleReport(
  findings: readonly Finding[] = SAMPLE_FINDINGS,
  checks: readonly Check[] = SAMPLE_CHECKS,
  more: Partial<Report> = {},
): Report {
  const manifest: Report['manifest'] = [
    { path: 'report.de.md', type: 'markdown', bytes: 900, sha256: '1'.repeat(64) },
    { path: 'sales.xlsx', type: 'xlsx', bytes: 9_000, sha256: '2'.repeat(64), deliverable: 'sales.xlsx' },
  ];
  return {
    job: 'q3-sales',
    root: 'out',
    ...decideVerdict(findings, checks, GATE, []),
    gate: GATE,
    summary: summarise(findings, checks, manifest, 1_234),
    manifest,
    findings,
    checks,
    rules: {
      'spreadsheet/error-value': {
        title: 'A cell shows an error',
        severity: 'critical',
        certainty: 'certain',
        messages: { error: { text: '{{cell}} shows {{found}}', advice: 'Mend the formula.' } },
      },
      'integrity/missing-deliverable': {
        title: 'A file is missing',
        severity: 'critical',
        certainty: 'certain',
        messages: { missing: { text: 'The file {{path}} was not handed in', advice: 'Hand in {{path}} under just this name.' } },
      },
      'translation/number-changed': {
        title: 'A number differs between source and target',
        severity: 'critical',
        certainty: 'likely',
        messages: {
          changed: {
            text: 'The translation says {{found}} where the source says {{expected}}',
            advice: 'Put the number of the source into the translation: {{expected}}.',
          },
        },
      },
      'formatting/placeholder-text': {
        title: 'A placeholder was left',
        severity: 'important',
        certainty: 'certain',
        messages: {
          todo: { text: "'{{text}}' says that something is still to be done", advice: 'Write what is missing, or delete the note.' },
        },
      },
    },
    ...more,
  };
}
