import { describe, expect, it } from 'vitest';
import { FileError } from '../file/problem.ts';
import { parseDecisions } from './parse-decisions.ts';
import type { FindingDecision } from './types.ts';

const FINDING: FindingDecision = {
  fingerprint: 'a'.repeat(64),
  rule: 'test/rule',
  file: 'a.csv',
  place: 'a.csv › B4',
  decision: 'must-fix',
};

const file = (finding: object, more: object = {}): string =>
  JSON.stringify(
    {
      version: 1,
      at: '2026-11-26T21:00:00.000Z',
      seconds: 90,
      reports: [
        { job: null, root: 'out', hash: 'b'.repeat(64), findings: [{ ...FINDING, ...finding }], criteria: [{ id: 'c', verdict: 'pass' }] },
      ],
      ...more,
    },
    null,
    1,
  );

function problemOf(text: string): string {
  try {
    parseDecisions(text, 'decisions.json');
    return 'none';
  } catch (error) {
    return error instanceof FileError ? error.message : String(error);
  }
}

describe('parseDecisions', () => {
  it.each([
    ['a decision', {}],
    ['a dismissal with its reason', { decision: 'not-a-problem', reason: 'false-alarm' }],
    ['a decision with a note', { note: 'see the brief' }],
    ['a note alone', { decision: undefined, note: 'ask the client' }],
  ])('takes %s', (_, finding) => {
    expect(problemOf(file(finding))).toBe('none');
  });

  it.each([
    [
      'a dismissal without a reason',
      file({ decision: 'not-a-problem' }),
      /^decisions\.json:\d+:\d+ The key 'reason' is missing in reports\[0\]/,
    ],
    ['a reason without a dismissal', file({ reason: 'duplicate' }), /Unknown key 'reason' in reports\[0\]\.findings\[0\]/],
    ['neither decision nor note', file({ decision: undefined }), /The key 'note' is missing/],
    ['an unknown reason', file({ decision: 'not-a-problem', reason: 'dupe' }), /reason is "dupe"\. .*Allowed: false-alarm, acceptable/],
    ['another version', file({}, { version: 2 }), /^decisions\.json:2:13 version is 2; the only known value is 1\.$/],
    ['a short hash', file({ fingerprint: 'abc' }), /fingerprint is "abc"; it must be a sha256, 64 hex digits\./],
    ['no mapping', '[]', /Decisions are a mapping with version and reports, as the html report saves them/],
    ['no JSON', '{"version": 1', /This is not valid YAML/],
  ])('refuses %s', (_, text, problem) => {
    expect(problemOf(text)).toMatch(problem);
  });
});
