import { parseJob } from '@preflag/core/job';
import { describe, expect, it } from 'vitest';
import { plainOf, switchOff, type Entry, type Item } from './draft.ts';
import { writeDraft } from './write-draft.ts';

const column = (name: string, ...entries: readonly Entry[]): Item => ({
  name,
  isFlow: true,
  note: 'in 2 of 2 files',
  entries: [{ key: 'name', value: name }, ...entries],
});

const draftOf = (...columns: readonly Item[]): readonly Entry[] => [
  { key: 'version', value: 1 },
  { key: 'id', value: 'x' },
  {
    key: 'deliverables',
    items: [
      {
        name: 'a.csv',
        isFlow: false,
        entries: [
          { key: 'path', value: 'a.csv' },
          { key: 'type', value: 'table' },
          { key: 'columns', items: columns },
          { key: 'key', value: ['id'], note: 'never blank, never twice' },
        ],
      },
    ],
  },
];

const DRAFT = draftOf(
  column('id', { key: 'pattern', value: String.raw`\d{5}` }),
  column('amount', { key: 'type', value: 'number' }, { key: 'min', value: 0, isOff: true }),
);

describe('a draft as a job file', () => {
  it('says what each line was seen in, and what is not asked', () => {
    expect(writeDraft(DRAFT)).toMatchInlineSnapshot(`
      "version: 1
      id: x
      deliverables:
        - path: a.csv
          type: table
          columns:
            - { name: id, pattern: '\\d{5}' }                                   # in 2 of 2 files
            - { name: amount, type: number }                                   # in 2 of 2 files; not asked: min: 0
          key: [id]                                                            # never blank, never twice
      "
    `);
  });

  it.each([
    ['a key', (path: readonly string[]) => path.at(-1) === 'key', '    # key: [id]'],
    ['an item', (path: readonly string[]) => path.at(-1) === 'amount', '      # - { name: amount, type: number }'],
    ['a key of an item', (path: readonly string[]) => path.at(-1) === 'type' && path.includes('amount'), '      - amount'],
    ['a list with all in it', (path: readonly string[]) => path.at(-1) === 'columns', '    #   - { name: id,'],
  ])('comments out %s', (_, isMeant, line) => {
    const off = switchOff(DRAFT, 'not met', isMeant);
    const text = writeDraft(off);
    expect(text).toContain(line);
    expect(text).toContain('not met');
    expect(parseJob(text, 'job.yaml').job).toEqual(parseJob(JSON.stringify(plainOf(off)), 'job.yaml').job);
  });

  it.each([
    'a\nkey: [injected]',
    'a # no comment',
    '- item',
    'yes',
    '1e3',
    '00017',
    '2024-01-01',
    "it's",
    '{ flow: [',
    '*alias',
    'tab\there',
    'bidi \u202e end\u2028of line',
    String.raw`back\slash 'and quote'`,
    ' spaces ',
    'Größe & Länge: 5 %',
    '\ud800',
  ])('holds the name %j as it is', (name) => {
    const draft = draftOf(column('id'), column(name, { key: 'values', value: [name, 'other'] }));
    expect(parseJob(writeDraft(draft), 'job.yaml').job).toEqual(parseJob(JSON.stringify(plainOf(draft)), 'job.yaml').job);
  });
});
