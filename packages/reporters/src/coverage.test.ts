import { describe, expect, it } from 'vitest';
import { NOT_CHECKED_CODES, type Check, type NotCheckedCode } from '@preflag/core';
import { coverageText, gapsOf } from './coverage.ts';

const ran = (count: number, outcome: 'passed' | 'failed' | 'error' = 'passed'): readonly Check[] =>
  Array.from({ length: count }, () => ({ rule: 'test/rule', file: 'a.md', outcome, durationMs: 1 }));
const gaps = (code: NotCheckedCode, count: number): readonly Check[] =>
  Array.from({ length: count }, () => ({
    rule: 'test/rule',
    file: 'a.md',
    outcome: 'not-checked',
    reason: { code, text: '' },
    durationMs: 0,
  }));

describe('coverageText', () => {
  it.each<[readonly Check[], string]>([
    [[], '0 of 0 checks ran.'],
    [ran(3), '3 of 3 checks ran.'],
    [[...ran(1), ...ran(1, 'failed'), ...ran(1, 'error')], '2 of 3 checks ran. 1 could not be finished.'],
    [
      [...ran(2), ...gaps('no-source', 9), ...gaps('no-job', 3), ...gaps('not-asked', 5)],
      '2 of 19 checks ran. 3 need a job: --job FILE, or write one with preflag init. 9 need a source: --source FILE. 5 were not asked for by the job.',
    ],
    [[...ran(1), ...gaps('no-before', 1)], '1 of 2 checks ran. 1 needs the file as it was before: --before FILE.'],
  ])('%#', (checks, text) => {
    expect(coverageText(checks)).toBe(text);
  });

  it('counts every check once: those that ran, had an error or were not checked', () => {
    const checks = [...ran(2), ...ran(3, 'error'), ...NOT_CHECKED_CODES.flatMap((code, index) => gaps(code, index + 1))];
    const counted = gapsOf(checks).reduce((sum, { count }) => sum + count, 0);
    expect(2 + 3 + counted).toBe(checks.length);
    expect(gapsOf(checks).length).toBe(NOT_CHECKED_CODES.length);
  });
});

it('has a sentence for one and for many of every reason, and names what was not asked for last', () => {
  expect(
    NOT_CHECKED_CODES.map((code) =>
      gapsOf([...gaps(code, 1)])
        .concat(gapsOf(gaps(code, 2)))
        .map(({ count, text }) => `${count} ${text}`)
        .join(' | '),
    ),
  ).toMatchInlineSnapshot(`
    [
      "1 needs a job: --job FILE, or write one with preflag init | 2 need a job: --job FILE, or write one with preflag init",
      "1 was not asked for by the job | 2 were not asked for by the job",
      "1 needs the file as it was before: --before FILE | 2 need the file as it was before: --before FILE",
      "1 needs a source: --source FILE | 2 need a source: --source FILE",
      "1 needs data that the job does not give: data, glossary or memory | 2 need data that the job does not give: data, glossary or memory",
      "1 needs the whole delivery: give the folder | 2 need the whole delivery: give the folder",
      "1 does not know the language | 2 do not know the language",
      "1 needs something of its format that preflag does not read or compute | 2 need something of its format that preflag does not read or compute",
      "1 reads a file that could not be read | 2 read a file that could not be read",
      "1 met a limit | 2 met a limit",
      "1 finds nothing to look at in its file | 2 find nothing to look at in its file",
      "1 needs a person | 2 need a person",
    ]
  `);
  const all = gapsOf(NOT_CHECKED_CODES.toReversed().flatMap((code) => gaps(code, 1)));
  expect(all.at(-1)?.code).toBe('not-asked');
});
