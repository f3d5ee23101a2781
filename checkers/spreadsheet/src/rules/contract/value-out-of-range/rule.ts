import { defineRule, type ColumnExpectation, type Problem, type Rule } from '@preflag/core';
import { askedColumns, type AskedColumn } from '../../../contract/asked-columns.ts';
import { dateOf, LAST_DIGITS, numberOf, serialOf } from '../../../contract/cell-values.ts';
import { dataColumns, valuesOf, type AskedDataColumn } from '../../../contract/data-columns.ts';
import { heldTable } from '../../../facts/held-table.ts';

/**
 * Compares numbers with numbers and dates with dates; both bounds are included, and a day as the upper bound includes all of that day.
 * Does not catch: values of another type, which are spreadsheet/value-of-wrong-type.
 * Known false alarms: none; the job states the bounds.
 */
export const valueOutOfRange: Rule<'workbook' | 'table', unknown, readonly AskedColumn[]> = defineRule<
  'workbook' | 'table',
  unknown,
  readonly AskedColumn[]
>({
  id: 'spreadsheet/value-out-of-range',
  title: 'A value is outside of the range that was asked for',
  severity: 'important',
  certainty: 'certain',
  reads: ['workbook', 'table'],
  facts: [heldTable],
  demands: ['columns.range'],
  why: 'The value is impossible by the terms of the job, and every figure that is made from it is wrong.',
  advice: 'Look up the value in its source, and correct it; the job allows {{range}}.',
  messages: {
    below: "'{{column}}' holds {{found}}, and at least {{expected}} was asked for",
    above: "'{{column}}' holds {{found}}, and at most {{expected}} was asked for",
  },
  asks: (deliverable) => askedColumns(deliverable, ({ min, max }) => min !== undefined || max !== undefined),
  *check({ model, facts, asked, looked, notChecked }) {
    for (const column of dataColumns({ model, facts, notChecked }, asked)) yield* compare(column, { looked, notChecked });
  },
});

function* compare(column: AskedDataColumn, counting: Parameters<typeof valuesOf>[1]): Generator<Problem> {
  const { table, header, asked } = column;
  const { min, max } = asked;
  const isOfDates = typeof (min ?? max) === 'string';
  const [least, most] = [boundOf(min, table.date1904) ?? -Infinity, boundOf(max, table.date1904) ?? Infinity];
  const isWholeDay = isOfDates && Number.isInteger(most);
  for (const { row, column: index } of valuesOf(column, counting)) {
    const value = isOfDates ? dateOf(table, row, index) : numberOf(table, row, index);
    const slack = Math.abs(value) * LAST_DIGITS;
    const isBelow = value < least - slack;
    const isAbove = (isWholeDay ? Math.floor(value) : value) > most + slack;
    // What is no number is neither below nor above.
    if (!isBelow && !isAbove) continue;
    const data = { column: header, found: table.sheet.text(row, index), expected: (isBelow ? min : max) ?? '', range: inWords(asked) };
    yield { messageId: isBelow ? 'below' : 'above', data, at: table.at(row, index), group: header };
  }
}

function boundOf(bound: number | string | undefined, date1904: boolean): number | undefined {
  return typeof bound === 'string' ? serialOf(bound, date1904) : bound;
}

function inWords({ min, max }: ColumnExpectation): string {
  if (min === undefined) return `at most ${max}`;
  return max === undefined ? `at least ${min}` : `${min} to ${max}`;
}
