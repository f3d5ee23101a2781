import { defineRule, type ColumnType, type Rule } from '@preflag/core';
import { askedColumns, typeAsked, type AskedColumn } from '../../../contract/asked-columns.ts';
import { isOfType, KIND_WORDS } from '../../../contract/cell-values.ts';
import { dataColumns, valuesOf } from '../../../contract/data-columns.ts';
import { heldTable } from '../../../facts/held-table.ts';

/**
 * Looks at the data cells of columns whose type the job states, or bounds that only numbers or dates can have.
 * Does not catch: a value of the right type and the wrong meaning; texts in a csv, where everything is text. Errors are
 * spreadsheet/error-value.
 * Known false alarms: none; the job states the type. Durations that are shown as hours and minutes are times, not numbers.
 */
export const valueOfWrongType: Rule<'workbook' | 'table', unknown, readonly AskedColumn[]> = defineRule<
  'workbook' | 'table',
  unknown,
  readonly AskedColumn[]
>({
  id: 'spreadsheet/value-of-wrong-type',
  title: 'A value is not of the type that was asked for',
  severity: 'important',
  certainty: 'certain',
  reads: ['workbook', 'table'],
  facts: [heldTable],
  demands: ['columns.type'],
  why: 'It is left out of sums, filters and sorting, or stops the program that reads the file.',
  advice: 'Put {{expected}} there{{how}}.',
  messages: { wrong: "'{{column}}' holds {{what}}'{{found}}', and {{expected}} was asked for" },
  asks: (deliverable) => askedColumns(deliverable, (column) => typeAsked(column) !== undefined),
  *check({ model, facts, asked, looked, notChecked }) {
    for (const column of dataColumns({ model, facts, notChecked }, asked)) {
      const { table, header } = column;
      const type = typeAsked(column.asked) ?? 'text';
      for (const cell of valuesOf(column, { looked, notChecked })) {
        if (isOfType(table, cell, type)) continue;
        const { row, column: index, kind } = cell;
        const found = table.sheet.text(row, index);
        const data = {
          column: header,
          what: table.isText ? '' : KIND_WORDS[kind],
          found,
          expected: TYPE_WORDS[type],
          how: table.isText ? HOW[type] : '',
        };
        yield { messageId: 'wrong', data, at: table.at(row, index), group: header };
      }
    }
  },
});

const TYPE_WORDS: Readonly<Record<ColumnType, string>> = {
  text: 'a text',
  number: 'a number',
  integer: 'a whole number',
  date: 'a date',
  datetime: 'a date with or without a time',
  boolean: 'true or false',
};

/** How a csv writes them. */
const HOW: Readonly<Record<ColumnType, string>> = {
  text: '',
  number: ', in digits without grouping',
  integer: ', in digits without grouping',
  date: ', as YYYY-MM-DD',
  datetime: ', as YYYY-MM-DDThh:mm',
  boolean: '',
};
