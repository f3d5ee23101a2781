import { describe, expect, it } from 'vitest';
import { compare, decideVerdict, type Check, type Finding, type Gate, type Report } from '../index.ts';

const finding = (fingerprint: string, more: Partial<Finding> = {}): Finding => ({
  rule: 'test/rule',
  messageId: 'm',
  data: {},
  severity: 'important',
  certainty: 'certain',
  message: 'Something is wrong',
  file: 'a.csv',
  location: { kind: 'file' },
  place: 'a.csv',
  evidence: { excerpt: '', hash: '' },
  origin: 'unknown',
  why: 'w',
  advice: 'a',
  inputs: ['deliverable'],
  fingerprint,
  ...more,
});

const check = (outcome: Check['outcome'], file = 'a.csv'): Check => ({ rule: 'test/rule', file, outcome, durationMs: 1 });

const report = (findings: readonly Finding[], checks: readonly Check[], files: readonly string[] = ['a.csv', 'b.csv']): Report => ({
  job: null,
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
  manifest: files.map((path) => ({ path, type: 'csv', bytes: 1, sha256: '' })),
  findings,
  checks,
});

const ids = (findings: readonly Finding[]): string => findings.map(({ fingerprint }) => fingerprint).join(' ');

describe('compare', () => {
  it('tells fixed, removed, unchecked, remaining, new and reopened apart', () => {
    const first = report(
      [
        finding('fixed'),
        finding('stays'),
        finding('gone', { file: 'b.csv' }),
        finding('ignored', { ignored: { reason: 'r', from: 'job' } }),
      ],
      [check('failed'), check('failed', 'b.csv')],
    );
    const second = report([finding('stays'), finding('fresh'), finding('again')], [check('failed')], ['a.csv']);
    const result = compare(first, second, [report([finding('again')], [])]);
    expect(Object.fromEntries(Object.entries(result).map(([state, findings]) => [state, ids(findings)]))).toEqual({
      fixed: 'fixed',
      removed: 'gone',
      unchecked: '',
      remaining: 'stays',
      new: 'fresh',
      reopened: 'again',
    });
  });

  it('does not call fixed what was not looked at again', () => {
    const after = report([], [check('error')]);
    expect(ids(compare(report([finding('x')], [check('failed')]), after).unchecked)).toBe('x');
  });
});

const GATE: Gate = { failOn: 'important', require: ['source'] };

describe('decideVerdict', () => {
  it.each([
    ['fails on a certain finding, even beside errors', [finding('x')], [check('error')], [], 'fail'],
    ['does not fail on likely', [finding('x', { certainty: 'likely' })], [check('failed')], [], 'pass'],
    ['does not fail on minor', [finding('x', { severity: 'minor' })], [check('failed')], [], 'pass'],
    ['does not fail on inherited', [finding('x', { origin: 'inherited' })], [check('failed')], [], 'pass'],
    ['does not fail on ignored', [finding('x', { ignored: { reason: 'r', from: 'job' } })], [check('failed')], [], 'pass'],
    ['is incomplete after an error', [], [check('passed'), check('error')], [], 'incomplete'],
    ['is incomplete without a required input', [], [check('passed')], ['source'], 'incomplete'],
    ['is incomplete when nothing was checked', [], [check('not-checked')], [], 'incomplete'],
    ['passes', [], [check('passed')], [], 'pass'],
  ] as const)('%s', (_, findings, checks, absent, verdict) => {
    expect(decideVerdict(findings, checks, GATE, absent).verdict).toBe(verdict);
  });
});
