import { defineRule, type Deliverable, type Problem, type Rule, type SortStep } from '@preflag/core';
import { askedTables, columnNamed, type AskedTable } from '../../../contract/asked-columns.ts';
import { columnIn, type Counting, type DataColumn } from '../../../contract/data-columns.ts';
import { dataTables } from '../../../contract/data-tables.ts';
import { TEXT_ORDERS } from '../../../contract/text-orders.ts';
import { sortKeys, type SortKey } from '../../../contract/sort-keys.ts';
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
  const keys = sortKeys(columns, counting);
  let best: Descents | undefined;
  for (const compareTexts of TEXT_ORDERS) {
    const descents = findDescents(keys, steps, compareTexts);
    if (!best || descents.count < best.count) best = descents;
    if (best.count === 0) return;
  }
  const [main] = columns;
  if (!best?.first || !main) return;
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

/** Rows that belong before the row above them. */
interface Descents {
  readonly count: number;
  readonly first?: { readonly key: SortKey; readonly before: SortKey; readonly step: number };
}

function findDescents(keys: readonly SortKey[], steps: readonly SortStep[], compareTexts: (a: string, b: string) => number): Descents {
  let count = 0;
  let first: Descents['first'];
  for (const [index, key] of keys.entries()) {
    const before = keys[index - 1];
    // Blocks of a table are each sorted by themselves.
    if (!before || before.part !== key.part) continue;
    const step = steps.findIndex((_, at) => compareValues(before.values[at], key.values[at], compareTexts) !== 0);
    const order = step < 0 ? 0 : compareValues(before.values[step], key.values[step], compareTexts);
    if (order === 0 || order < 0 !== steps[step]?.descending) continue;
    count += 1;
    first ??= { key, before, step };
  }
  return { count, ...(first && { first }) };
}

/** Numbers go before texts, as spreadsheets have it. */
function compareValues(
  a: number | string | undefined,
  b: number | string | undefined,
  compareTexts: (a: string, b: string) => number,
): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  return typeof a === 'number' ? -1 : 1;
}
