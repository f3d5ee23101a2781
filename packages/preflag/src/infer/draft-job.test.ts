import type { DocumentTraits } from '@preflag/checker-formatting/traits';
import type { SectionTraits } from '@preflag/checker-report-structure/traits';
import type { ContentType } from '@preflag/core';
import { describe, expect, it } from 'vitest';
import { documentEntries } from './document-entries.ts';
import { draftJob } from './draft-job.ts';
import { plainOf } from './draft.ts';
import type { ExampleFile } from './file-traits.ts';
import { findDeliveries } from './find-deliveries.ts';
import { writeDraft } from './write-draft.ts';

const file = (path: string, delivery = 0, type: ContentType = 'markdown'): ExampleFile => ({
  path,
  delivery,
  type,
  traits: { kind: 'other' },
});

describe('paths', () => {
  it.each([
    ['names that differ in a date', ['sales-2026-01.md', 'sales-2026-02.md'], [{ path: 'sales-*.md', type: 'any', count: { min: 1 } }]],
    ['names that differ in a month', ['Jan report.md', 'February report.md'], [{ path: '* report.md', type: 'any', count: { min: 1 } }]],
    [
      'names that differ in a word',
      ['north.md', 'south.md'],
      [
        { path: 'north.md', type: 'any' },
        { path: 'south.md', type: 'any' },
      ],
    ],
    [
      'the same but for a language',
      ['report.md', 'report.de.md', 'report.fr-CA.md'],
      [
        { path: 'report.md', type: 'any' },
        { path: 'report.de.md', type: 'translation', source: 'report.md', language: 'de' },
        { path: 'report.fr-CA.md', type: 'translation', source: 'report.md', language: 'fr-CA' },
      ],
    ],
    [
      'folders of languages, of which English is the source',
      ['de/app.json', 'en/app.json'],
      [
        { path: 'de/app.json', type: 'translation', source: 'en/app.json', language: 'de' },
        { path: 'en/app.json', type: 'any' },
      ],
    ],
    [
      'letters that are no language',
      ['plan.v.md', 'plan.md'],
      [
        { path: 'plan.v.md', type: 'any' },
        { path: 'plan.md', type: 'any' },
      ],
    ],
    ['a name with signs of globs', ['[a] 1.md', '[a] 2.md'], [{ path: '?a? *.md', type: 'any', count: { min: 1 } }]],
  ])('%s', (_, paths, deliverables) => {
    expect(
      plainOf(
        draftJob(
          'x',
          paths.map((path) => file(path)),
          1,
        ),
      )['deliverables'],
    ).toEqual(deliverables);
  });

  it('what some deliveries have is optional, and one of a kind in each is one', () => {
    const files = [file('r-2026-01.md', 0), file('r-2026-02.md', 1), file('notes.md', 1)];
    expect(writeDraft(draftJob('x', files, 2))).toMatchInlineSnapshot(`
      "version: 1
      id: x
      deliverables:
        - path: "r-*.md"                                                       # in 2 of 2 deliveries
          type: any
        - path: notes.md                                                       # in 1 of 2 deliveries
          type: any
          optional: true
      "
    `);
  });
});

describe('folders', () => {
  it.each([
    ['files', ['a.md', 'b/c.md'], ['.']],
    ['folders that look alike', ['q1/report-1.md', 'q2/report-2.md', 'q2/more.md'], ['q1', 'q2']],
    ['folders that do not', ['inputs/a.md', 'outputs/b.md'], ['.']],
    ['languages', ['de/a.md', 'en/a.md'], ['.']],
    ['a single folder', ['out/a.md', 'out/b.md'], ['.']],
  ])('%s', (_, paths, folders) => {
    expect(findDeliveries(paths)).toEqual(folders);
  });
});

const TRAITS: DocumentTraits = {
  language: 'en',
  words: 1000,
  pageSizes: {},
  fonts: {},
  headings: {},
  dates: { count: 0, formats: {} },
  quotes: {},
  citations: {},
};
const section = (title: string, depth = 2, isEmpty = false): SectionTraits => ({ title, key: title.toLowerCase(), depth, isEmpty });
const demandsOf = (
  ...files: readonly { readonly sections?: readonly SectionTraits[]; readonly document?: Partial<DocumentTraits> }[]
): string =>
  writeDraft(
    documentEntries(
      files.map(({ sections = [], document = {} }) => ({ kind: 'document', sections, document: { ...TRAITS, ...document } })),
      false,
    ),
  );

describe('documents', () => {
  it('asks for the sections that all have, and shows the others', () => {
    const text = demandsOf(
      { sections: [section('Rents', 1), section('Summary'), section('Findings: March 2026'), section('Annex'), section('End')] },
      { sections: [section('Wages', 1), section('Summary'), section('Findings: April 2026'), section('End'), section('Q2 2026')] },
    );
    expect(text.replaceAll(/ {2,}#/g, '  #')).toMatchInlineSnapshot(`
      "language: en  # in 2 of 2 files
      length: { words: { min: 750, max: 1300 } }  # 1,000 words seen
      sections:
        - Summary  # in 2 of 2 files
        - Findings  # in 2 of 2 files
        # - Annex  # in 1 of 2 files
        - End  # in 2 of 2 files
        # - Q2 2026  # in 1 of 2 files; a date or number in it may differ
      order: relative  # this order in 2 of 2 files
      "
    `);
  });

  it('asks for no order where there is none, and for no title that is empty or comes again', () => {
    const text = demandsOf(
      { sections: [section('A'), section('B'), section('C', 2, true), section('D'), section('D')] },
      { sections: [section('B'), section('A'), section('C'), section('D')] },
    );
    expect(text).toContain('order: any');
    expect(text).toMatch(/# - C .*there is nothing in it/);
    expect(text).toMatch(/# - D .*several sections have this title/);
  });

  it('one example shows its length, and does not ask for it', () => {
    expect(demandsOf({})).toMatch(/^# length: /m);
  });

  it('asks for a style where one form rules', () => {
    const dates = (count: number, formats: Readonly<Record<string, number>>): DocumentTraits['dates'] => ({ count, formats });
    const style = { pageSizes: { A4: 2, 'A4 landscape': 1 }, fonts: { body: ['Calibri', 11] as const } };
    expect(
      demandsOf(
        {
          document: {
            ...style,
            quotes: { curly: 5 },
            headings: { sentence: 5, title: 1 },
            dates: dates(2, { 'D MMMM YYYY': 2, 'YYYY-MM-DD': 0 }),
          },
        },
        { document: { ...style, quotes: { curly: 3 }, citations: { apa: 2, numeric: 2 }, dates: dates(2, { 'D MMMM YYYY': 2 }) } },
      ).replaceAll(/ {2,}#/g, '  #'),
    ).toMatchInlineSnapshot(`
      "language: en  # in 2 of 2 files
      length: { words: { min: 750, max: 1300 } }  # 1,000 words seen
      style:
        page: A4  # in 2 of 2 files
        font: { body: [Calibri, 11] }  # in 2 of 2 files
        # headings: sentence  # 5 of 6 headings
        dates: D MMMM YYYY  # all 4 dates
        quotes: curly  # 8 of 8 marks
      "
    `);
  });

  it('does not say which of two figures is the day', () => {
    const formats = { 'DD/MM/YYYY': 3, 'MM/DD/YYYY': 3 };
    expect(demandsOf({ document: { dates: { count: 3, formats } } })).toMatch(/^# +dates: DD\/MM\/YYYY/m);
  });
});
