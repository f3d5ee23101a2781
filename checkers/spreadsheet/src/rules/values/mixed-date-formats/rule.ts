import { defineRule, type Problem, type Rule } from '@preflag/core';
import type { Table } from '@preflag/readers';
import { tableCells } from '../../../facts/table-cells.ts';
import { FORMS, isDateForm, MISSING } from '../../../table/cell-forms.ts';
import type { ColumnForms } from '../../../table/column-profile.ts';
import { tableCellAt, tableColumnName } from '../../../table-place.ts';

/**
 * Looks at columns of a csv in which four of five cells are dates.
 * Does not catch: days and months that were swapped where both are 12 or less, and names of months in other languages than English and German.
 * Known false alarms: columns in which dates of different sources stand as they were; where more than one in five differ, it is a hint.
 */
export const mixedDateFormats: Rule<'table'> = defineRule({
  id: 'spreadsheet/mixed-date-formats',
  title: 'Dates of a column are written in different ways',
  severity: 'important',
  certainty: 'likely',
  reads: 'table',
  facts: [tableCells],
  why: 'Programs read some of the dates as text, or take the day for the month, and sort and group them wrongly.',
  advice: "Write all dates in '{{column}}' in one way, best as 2024-01-31.",
  messages: {
    date: "{{found}} in '{{column}}' is written in another way than the other dates, such as {{expected}}",
    mixed: { text: "The dates in '{{column}}' are written in different ways, such as {{expected}} and {{found}}", certainty: 'hint' },
    order: "{{found}} in '{{column}}' can only have the {{first}} first, and {{expected}} only the {{second}}",
  },
  *check({ model, facts, looked }) {
    const { columns, rows } = facts(tableCells);
    looked({ rows });
    for (const [column, forms] of columns.entries()) {
      const used = DATE_FORMS.filter((form) => forms.counts[form]! > 0).toSorted((a, b) => forms.counts[b]! - forms.counts[a]!);
      const dates = used.reduce((sum, form) => sum + forms.counts[form]!, 0);
      if (dates < FEWEST || dates < (forms.filled - forms.counts[MISSING]!) * MOST) continue;
      yield* compareForms(model, column, forms, used, dates);
      yield* compareOrder(model, column, forms);
    }
  },
});

const FEWEST = 5;
const MOST = 0.8;
const FEW = 0.2;
const DATE_FORMS: readonly number[] = Array.from({ length: FORMS }, (_, form) => form).filter(isDateForm);

function* compareForms(table: Table, column: number, forms: ColumnForms, used: readonly number[], dates: number): Generator<Problem> {
  const [most = 0, ...others] = used;
  const cells = others.flatMap((form) => forms.cellsOf(form)).toSorted((a, b) => a.row - b.row);
  const isMixed = dates - forms.counts[most]! > dates * FEW;
  const name = tableColumnName(table, column);
  for (const { row, text } of isMixed ? cells.slice(0, 1) : cells)
    yield {
      messageId: isMixed ? 'mixed' : 'date',
      data: { found: text, column: name, expected: forms.cellsOf(most)[0]?.text ?? '' },
      at: tableCellAt(table, row, column),
      group: name,
    };
}

/** Dates of one form in which a part above 12 can only be the day, once first and once second. */
function* compareOrder(table: Table, column: number, { dayFirst, monthFirst }: ColumnForms): Generator<Problem> {
  if (dayFirst.length === 0 || monthFirst.length === 0) return;
  const isDayRare = dayFirst.length < monthFirst.length;
  const [few, many] = isDayRare ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  const [first, second] = isDayRare ? ['day', 'month'] : ['month', 'day'];
  const name = tableColumnName(table, column);
  for (const { row, text } of few)
    yield {
      messageId: 'order',
      data: { found: text, column: name, first, expected: many[0]?.text ?? '', second },
      at: tableCellAt(table, row, column),
      group: name,
    };
}
