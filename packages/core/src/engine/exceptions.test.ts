import { describe, expect, it } from 'vitest';
import type { BaselineEntry } from '../baseline/types.ts';
import type { Check } from '../report/types.ts';
import { ExceptionList } from './exceptions.ts';

const FINDING = { rule: 'test/broken', file: 'a/report.md', fingerprint: 'ab'.repeat(32) } as const;
const ENTRY: BaselineEntry = {
  fingerprint: FINDING.fingerprint,
  job: 'j',
  rule: 'test/broken',
  file: 'a/report.md',
  place: 'a/report.md › 1',
  message: 'It is broken',
  reason: 'known',
  by: 'Ana',
  at: '2026-11-01',
};
const check = (outcome: Check['outcome']): Check => ({ rule: 'test/broken', file: 'a/report.md', outcome, durationMs: 1 });

describe('ExceptionList', () => {
  it.each([
    ['the rule', { rule: 'test/broken' }, true],
    ['a glob on rules', { rule: 'test/*' }, true],
    ['another rule', { rule: 'test/other' }, false],
    ['the file name in any folder', { rule: '*/*', path: 'report.md' }, true],
    ['the path', { rule: '*/*', path: 'a/*.md' }, true],
    ['the file name as a path', { rule: '*/*', path: 'b/report.md' }, false],
    ['the beginning of the fingerprint', { rule: '*/*', fingerprint: 'abab' }, true],
    ['another fingerprint', { rule: '*/*', fingerprint: 'abac' }, false],
  ])('matches %s', (_, ignore, isMatch) => {
    const found = new ExceptionList({ config: [{ ...ignore, reason: 'r' }] }).of(FINDING);
    expect(found).toEqual(isMatch ? { reason: 'r', from: 'config' } : undefined);
  });

  it('says who accepted what the baseline accepts, until it expires', () => {
    const until = (expires: string | undefined, today: string): unknown =>
      new ExceptionList({ baseline: [expires === undefined ? ENTRY : { ...ENTRY, expires }], today }).of(FINDING);
    expect(until(undefined, '2030-01-01')).toEqual({ reason: 'known', from: 'baseline', by: 'Ana', at: '2026-11-01' });
    expect(until('2026-12-01', '2026-12-01')).toMatchObject({ expires: '2026-12-01' });
    expect(until('2026-12-01', '2026-12-02')).toBeUndefined();
  });

  it.each([
    ['matched', 'passed', true, 0],
    ['not matched, and the rule looked again', 'passed', false, 1],
    ['not matched, and the rule found other things', 'failed', false, 1],
    ['not matched, and nobody looked', 'not-checked', false, 0],
    ['not matched, and the rule crashed', 'error', false, 0],
  ] as const)('tells of exceptions that are stale: %s', (_, outcome, isMatched, count) => {
    for (const exceptions of [{ job: [{ rule: 'test/*', path: 'report.md', reason: 'r' }] }, { baseline: [ENTRY] }]) {
      const list = new ExceptionList(exceptions);
      if (isMatched) list.of(FINDING);
      expect(list.notices([check(outcome)])).toHaveLength(count);
    }
  });

  it('tells of an entry that has expired and would still match', () => {
    const list = new ExceptionList({ baseline: [{ ...ENTRY, expires: '2026-11-02' }], today: '2026-11-03' });
    expect([list.of(FINDING), list.notices([check('failed')])]).toEqual([
      undefined,
      [
        {
          code: 'expired-baseline',
          text: 'The baseline accepts test/broken in a/report.md (known) until 2026-11-02, which is over: it counts again.',
        },
      ],
    ]);
  });
});
