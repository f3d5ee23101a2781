import { defineRule, type Problem, type Rule } from '@preflag/core';
import type { Table } from '@preflag/readers';
import { tableCells } from '../../../facts/table-cells.ts';
import { isNameLike } from '../../../id-like.ts';
import {
  COMMA,
  CURRENCY,
  GROUPED,
  LONG,
  LONG_FRACTION,
  MISSING,
  PERCENT,
  SCIENTIFIC,
  SHORT,
  SHORT_FRACTION,
} from '../../../table/cell-forms.ts';
import type { ColumnForms } from '../../../table/column-profile.ts';
import { tableCellAt, tableColumnName } from '../../../table-place.ts';

/**
 * Looks at columns of a csv in which four of five cells are numbers, whichever way they are written.
 * Does not catch: numbers that are all written in one wrong way, and points that part thousands (1.234).
 * Known false alarms: columns that hold figures of several kinds, with their units; where more than one in five differ, it is a hint.
 */
export const mixedNumberFormats: Rule<'table'> = defineRule({
  id: 'spreadsheet/mixed-number-formats',
  title: 'Numbers of a column are written in different ways',
  severity: 'important',
  certainty: 'likely',
  reads: 'table',
  facts: [tableCells],
  why: 'Programs read some of the numbers as text or as other amounts, and sums leave them out without saying so.',
  advice: "Write all numbers in '{{column}}' in one way, digits and a decimal point.",
  messages: {
    number: "{{found}} in '{{column}}' is written {{how}}, and {{count}} other numbers {{others}}",
    mixed: {
      text: "In '{{column}}' {{count}} numbers are written {{others}}, and {{fewer}} {{how}}, such as {{found}}",
      certainty: 'hint',
    },
  },
  *check({ model, facts, looked }) {
    const { columns, rows } = facts(tableCells);
    looked({ rows });
    for (const [column, forms] of columns.entries()) {
      const numbers = count(forms, ALL);
      const name = tableColumnName(model, column);
      if (numbers < FEWEST || numbers < (forms.filled - count(forms, [MISSING])) * MOST || isNameLike(name) || ANYTHING.test(name))
        continue;
      for (const contrast of CONTRASTS) yield* compare(model, column, forms, contrast, numbers);
    }
  },
});

/** Headers over figures of whatever kind, one to a row. */
const ANYTHING = /^\s*(?:values?|figures?|results?|wert|valeur|valor)\s*$/i;
const FEWEST = 5;
const MOST = 0.8;
const FEW = 0.2;

const PLAIN = [SHORT, LONG, SHORT_FRACTION, LONG_FRACTION, SCIENTIFIC];
const ALL = [...PLAIN, GROUPED, COMMA, CURRENCY, PERCENT];

/** Two ways to write numbers that do not go together. */
interface Contrast {
  readonly ways: readonly [Way, Way];
}

interface Way {
  readonly forms: readonly number[];
  /** In a sentence, for the cells in question, and for the others. */
  readonly how: string;
  readonly others: string;
}

const CONTRASTS: readonly Contrast[] = [
  {
    ways: [
      { forms: [CURRENCY], how: 'with a currency sign', others: 'with one' },
      { forms: [...PLAIN, GROUPED, COMMA], how: 'without a currency sign', others: 'without one' },
    ],
  },
  {
    ways: [
      { forms: [PERCENT], how: 'with a percent sign', others: 'with one' },
      { forms: [...PLAIN, GROUPED, COMMA], how: 'without a percent sign', others: 'without one' },
    ],
  },
  {
    ways: [
      { forms: [GROUPED], how: 'with thousands parted', others: 'with thousands parted' },
      { forms: [LONG, LONG_FRACTION], how: 'without a mark between thousands', others: 'without a mark between thousands' },
    ],
  },
  {
    ways: [
      { forms: [COMMA], how: 'with a decimal comma', others: 'with a decimal comma' },
      { forms: [SHORT_FRACTION, LONG_FRACTION], how: 'with a decimal point', others: 'with a decimal point' },
    ],
  },
];

function* compare(table: Table, column: number, forms: ColumnForms, { ways }: Contrast, numbers: number): Generator<Problem> {
  const [first, second] = [count(forms, ways[0].forms), count(forms, ways[1].forms)];
  if (first === 0 || second === 0) return;
  const [few, many] = first <= second ? ways : ([ways[1], ways[0]] as const);
  const fewer = Math.min(first, second);
  const name = tableColumnName(table, column);
  const cells = few.forms.flatMap((form) => forms.cellsOf(form)).toSorted((a, b) => a.row - b.row);
  const isMixed = fewer > numbers * FEW;
  for (const { row, text } of isMixed ? cells.slice(0, 1) : cells)
    yield {
      messageId: isMixed ? 'mixed' : 'number',
      data: { found: text, column: name, how: few.how, count: Math.max(first, second), others: many.others, ...(isMixed && { fewer }) },
      at: tableCellAt(table, row, column),
      group: name,
    };
}

function count({ counts }: ColumnForms, forms: readonly number[]): number {
  return forms.reduce((sum, form) => sum + (counts[form] ?? 0), 0);
}
