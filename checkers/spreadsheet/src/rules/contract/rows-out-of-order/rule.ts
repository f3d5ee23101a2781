import { defineRule, type Deliverable, type Problem, type Rule, type SortStep } from '@preflag/core';
import { askedTables, columnNamed, type AskedTable } from '../../../contract/asked-columns.ts';
import { columnIn, type Counting, type DataColumn } from '../../../contract/data-columns.ts';
import { dataTables } from '../../../contract/data-tables.ts';
import { fewestDescents } from '../../../contract/find-descents.ts';
import { sortKeys } from '../../../contract/sort-keys.ts';
import { heldTable } from '../../../facts/held-table.ts';

/** The order that a table should have. */
interface AskedOrder {
  readonly table: AskedTable;
  readonly steps: readonly SortStep[];
}

/**
 * Numbers and dates go by value, texts by any of the orders in which programs sort them: letter by letter, without regard to case, or
 * numbers in texts by value. One place is reported for a table, with how many there are. Rows with a blank or an error in these columns
 * are left out. Does not catch: rows with equal values in another order.
 * Known false alarms: alphabets that sort by rules of their own.
 */
export const rowsOutOfOrder: Rule<'workbook' | 'table', unknown, readonly AskedOrder[]> = defineRule<
  'workbook' | 'table',
  unknown,
  readonly AskedOrder[]
>({
  id: 'spreadsheet/rows-out-of-order',
  title: 'Rows are not in the order that was asked for',
  severity: 'important',
  certainty: 'certain',
  reads: ['workbook', 'table'],
  facts: [heldTable],
  demands: ['sortedBy'],
  why: 'Readers who rely on the order overlook rows, and look-ups that need sorted data return wrong ones.',
  advice: 'Sort the rows by {{order}}.',
  messages: { order: "'{{found}}' stands after '{{before}}' in '{{column}}'{{more}}, and the rows were to be sorted by {{order}}" },
  asks: askedOrders,
  *check({ model, facts, asked, looked, notChecked }) {
    for (const { table, steps } of asked)
      for (const found of dataTables({ model, facts, notChecked }, table)) {
        const columns = steps.map(({ column }) => columnIn(found, columnNamed(table.expectation, column)));
        const own = columns.filter((column) => column !== undefined);
        if (own.length === steps.length) yield* findOutOfOrder(own, steps, { looked, notChecked });
      }
  },
});

function askedOrders(deliverable: Deliverable): readonly AskedOrder[] | undefined {
  const orders = askedTables(deliverable).flatMap((table) =>
    table.expectation.sortedBy ? [{ table, steps: table.expectation.sortedBy }] : [],
  );
  return orders.length > 0 ? orders : undefined;
}

function* findOutOfOrder(columns: readonly DataColumn[], steps: readonly SortStep[], counting: Counting): Generator<Problem> {
  const best = fewestDescents(sortKeys(columns, counting), steps);
  const [main] = columns;
  if (!best.first || !main) return;
  const { key, before, step } = best.first;
  const column = columns[step] ?? main;
  const { table } = column;
  const [index, beforeIndex] = [column.blocks[key.part]?.index ?? -1, column.blocks[before.part]?.index ?? -1];
  yield {
    messageId: 'order',
    data: {
      column: column.header,
      found: table.sheet.text(key.row, index),
      before: table.sheet.text(before.row, beforeIndex),
      more: best.count > 1 ? `, as the first of ${best.count.toLocaleString('en-US')} such places` : '',
      order: steps.map(({ column: name, descending }) => `'${name}'${descending ? ' from the highest down' : ''}`).join(', then '),
    },
    at: table.at(key.row, index),
    related: [{ at: table.at(before.row, beforeIndex), label: 'the row before' }],
    key: `${table.where} ${steps.map(({ column: name }) => name).join(' ')}`,
  };
}
