import type { Checker, Rule } from '@preflag/core';
import { runExample, writeIn, type ExampleResult, type WrittenFormat } from '@preflag/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { CHECKERS } from '../lib/all-checkers.ts';

/** A report with a fault of structure of each kind, and the same findings wherever it is read from. */

const rules: readonly Rule[] = CHECKERS.flatMap((checker: Checker) => checker.rules).filter(({ id }) => id.startsWith('report-structure/'));

const TWICE =
  'Rents rose in every region of the country, since fewer homes were built than in any of the ten years before, and wages rose faster than prices.';
const REPORT = `# Rents in the regions

- [Causes](#causes)
- [Effects](#effects)
- [Advice](#advice)
- [Outlook](#outlook)

${TWICE}

## Causes

Homes are few [1],[^1] and the law is old [2, 3, 7]. See [the measures](#measures) and [the figures](https://example.com/data).

Rents rose for three reasons:

- Homes are few.
- Wages rose.

## Effects

Table 1: Homes by region

| Region | Homes |
| --- | --- |
| North | 1,210 |
| South | 830 |
| West | 415 |
| Total | 2,355 |

Table 1 shows it. The chart of Figure 3 shows more.

Table 1: Wages by region

| Region | Wages | Jobs |
| --- | --- | --- |
| North | 80 | 12 |
| South | 90 | 13 |
| North | 80 | 12 |

#### Towns

Towns grew most, as is written in [^towns].

![](towns.png)

## Method

## Causes

The causes are told once more, in other words than above.

${TWICE}

## Outlook

Rents rose from 80 to 100 euros, an increase of 20 %.

## References

[1] Miller, A. (2020). Rents. https://one.org/a

[2] Meyer, B. (2021). Homes. https://one.org/b

[3] Moore, C. (2022). Wages. https://one.org/c

## Closing

Wages rose in most regions of the country as well, which led to the

[^1]: As the office says.
`;

/** What is found in markdown, in words that say nothing of the format. */
const FOUND: readonly string[] = [
  'broken-anchor: Advice → #advice',
  'broken-anchor: the measures → #measures',
  'caption-number-broken: 1',
  'change-mismatch: 20 %',
  'citation-without-entry: 7',
  'contents-outdated: Advice',
  'contents-outdated: Closing',
  'contents-outdated: Method',
  'contents-outdated: References',
  'count-not-met: three reasons',
  'duplicate-section: Causes',
  'empty-section: Method',
  'footnote-broken: [^towns]',
  'heading-skip: Towns',
  'image-without-text: a picture',
  'placeholder-link: the figures → https://example.com/data',
  'repeated-paragraph: a paragraph',
  'table-row-repeated: North',
  'total-mismatch: 2,355',
  'truncated-ending: led to the',
  'unresolved-reference: Figure 3',
];

type Medium = 'markdown' | WrittenFormat | 'pdf without tags' | 'pdf without tags and outline';

/** What a format keeps from being found; the rule then says that it did not look, but for what is marked. */
const FORCED: Readonly<Partial<Record<Medium, readonly (readonly [rule: string, isSilent?: string])[]>>> = {
  pdf: [['unresolved-reference']],
  'pdf without tags': [
    ['caption-number-broken'],
    ['contents-outdated'],
    ['heading-skip'],
    ['image-without-text'],
    ['table-row-repeated'],
    ['total-mismatch'],
    ['truncated-ending', 'the footnote on the last page is a paragraph like others, so that the text goes on'],
    ['unresolved-reference'],
  ],
  'pdf without tags and outline': [
    ['caption-number-broken'],
    ['contents-outdated'],
    ['duplicate-section'],
    ['empty-section'],
    ['heading-skip'],
    ['image-without-text'],
    ['table-row-repeated'],
    ['total-mismatch'],
    ['truncated-ending', 'the footnote on the last page is a paragraph like others, so that the text goes on'],
    ['unresolved-reference'],
  ],
};

const results = new Map<Medium, ExampleResult>();
const MEDIA: readonly Medium[] = ['markdown', 'docx', 'html', 'odt', 'rtf', 'pdf', 'pdf without tags', 'pdf without tags and outline'];

beforeAll(async () => {
  for (const medium of MEDIA) {
    const [format] = medium.split(' ');
    const written =
      medium === 'markdown'
        ? ({ isWritten: true, bytes: new TextEncoder().encode(REPORT) } as const)
        : await writeIn(format as WrittenFormat, REPORT, { isTagged: medium === 'pdf', hasOutline: !medium.endsWith('outline') });
    if (!written.isWritten) throw new Error(`The report cannot be written: ${written.construct}.`);
    const name = `report.${medium === 'markdown' ? 'md' : format}`;
    results.set(medium, await runExample(rules, { files: { [name]: written.bytes, 'towns.png': new Uint8Array(70) } }));
  }
});

describe('the structure findings are the same in', () => {
  test.each(MEDIA)('%s', (medium) => {
    const { findings, checks } = results.get(medium)!;
    const forced = FORCED[medium] ?? [];
    expect(findings.map(wordsOf).toSorted()).toEqual(FOUND.filter((found) => !forced.some(([rule]) => found.startsWith(`${rule}:`))));
    const silent = forced.filter(([, why]) => why === undefined).map(([rule]): string => `report-structure/${rule}`);
    const told = new Set(
      checks.flatMap(({ outcome, reason, rule }): string[] => (outcome === 'not-checked' && reason?.code === 'format' ? [rule] : [])),
    );
    expect(silent.filter((rule) => !told.has(rule))).toEqual([]);
    expect(checks.filter(({ outcome }) => outcome === 'error')).toEqual([]);
  });
});

/** The rule, and the heading or the words that it is about: pages, places and names of parts differ by format. */
function wordsOf({ rule, data, evidence, message }: ExampleResult['findings'][number]): string {
  const name = rule.replace('report-structure/', '');
  const said = (key: string): string => textOf(data?.[key]);
  if (name === 'image-without-text') return `${name}: a picture`;
  if (name === 'repeated-paragraph') return `${name}: a paragraph`;
  if (name === 'citation-without-entry') return `${name}: ${/no entry (\d+)/.exec(message)?.[1]}`;
  if (name === 'table-row-repeated') return `${name}: ${evidence.excerpt}`;
  if (name === 'truncated-ending') return `${name}: ${said('found').slice(-10)}`;
  // Lines of a table of contents show a page.
  if (data?.['target'] !== undefined) return `${name}: ${said('text').replace(/[\s.]+\d+$/, '')} → ${said('target')}`;
  return `${name}: ${said('mark') || said('title') || said('found') || evidence.excerpt}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
