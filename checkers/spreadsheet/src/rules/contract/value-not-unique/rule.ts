import { defineRule, type ColumnExpectation, type Deliverable, type Problem, type Rule } from '@preflag/core';
import { askedTables, columnNamed, type AskedTable } from '../../../contract/asked-columns.ts';
import { kindOfCell, type DataKind } from '../../../contract/cell-values.ts';
import { columnIn, rowsOf, sayUncalculated, type Counting, type DataColumn } from '../../../contract/data-columns.ts';
import { dataTables } from '../../../contract/data-tables.ts';
import { FirstRows } from '../../../contract/first-rows.ts';
import { heldTable } from '../../../facts/held-table.ts';

/** Columns whose values together stand in one row only. */
interface AskedKey {
  readonly table: AskedTable;
  readonly columns: readonly Pick<ColumnExpectation, 'name' | 'unit'>[];
  readonly isKey: boolean;
}

/**
 * Compares values as they stand: texts with their case and white space, numbers by what they are, a text of digits never with a number.
 * Does not catch: two spellings of one thing. Rows with a blank in the key are spreadsheet/value-missing.
 * Known false alarms: none; the job says that the values name their rows.
 */
export const valueNotUnique: Rule<'workbook' | 'table', unknown, readonly AskedKey[]> = defineRule<
  'workbook' | 'table',
  unknown,
  readonly AskedKey[]
>({
  id: 'spreadsheet/value-not-unique',
  title: 'A value that may stand once stands in several rows',
  severity: 'important',
  certainty: 'certain',
  reads: ['workbook', 'table'],
  facts: [heldTable],
  demands: ['columns.unique', 'key'],
  why: 'Look-ups find the wrong one of the rows, and sums count the thing twice.',
  advice: 'Take out the row that was copied, or give it a value of its own.',
  messages: {
    again: "'{{column}}' holds '{{found}}' again; it stands in row {{first}} already",
    key: 'The key {{columns}} is {{values}} again; it stands in row {{first}} already',
  },
  asks: askedKeys,
  *check({ model, facts, asked, looked, notChecked }) {
    for (const { table, columns, isKey } of asked)
      for (const found of dataTables({ model, facts, notChecked }, table)) {
        const own = columns.map((column) => columnIn(found, column)).filter((column) => column !== undefined);
        // A key of which a column is missing names nothing: spreadsheet/missing-column says so.
        if (own.length === columns.length) yield* findRepeated(own, isKey, { looked, notChecked });
      }
  },
});

function askedKeys(deliverable: Deliverable): readonly AskedKey[] | undefined {
  const keys = askedTables(deliverable).flatMap((table) => {
    const { columns = [], key } = table.expectation;
    const unique = columns.filter((column) => column.unique).map((column) => ({ table, columns: [column], isKey: false }));
    return key ? [...unique, { table, columns: key.map((name) => columnNamed(table.expectation, name)), isKey: true }] : unique;
  });
  return keys.length > 0 ? keys : undefined;
}

function* findRepeated(columns: readonly DataColumn[], isKey: boolean, { looked, notChecked }: Counting): Generator<Problem> {
  const [main] = columns;
  if (!main) return;
  const { table, header, blocks } = main;
  const { sheet } = table;
  const indexes = blocks.map((_, part) => columns.map((column) => column.blocks[part]?.index ?? -1));
  const seen = new FirstRows();
  let [rows, uncalculated] = [0, 0];
  for (const { row, index, part } of rowsOf(blocks)) {
    const at = indexes[part] ?? [];
    const gap = at.map((column) => kindOfCell(table, row, column)).find((kind) => GAPS.has(kind));
    if (gap === 'uncalculated') uncalculated += 1;
    if (gap !== undefined) continue;
    rows += 1;
    const first = seen.put(sheet, row, at);
    if (first === undefined) continue;
    const key = { columns: inWords(columns.map((column) => column.header)), values: inWords(at.map((column) => sheet.text(row, column))) };
    yield {
      messageId: isKey ? 'key' : 'again',
      data: { ...(isKey ? key : { column: header, found: sheet.text(row, index) }), first: String(first + 1) },
      at: table.at(row, index),
      related: [{ at: table.at(first, index), label: 'the row that has it already' }],
      group: header,
    };
  }
  looked({ rows });
  sayUncalculated({ header }, uncalculated, { notChecked });
  if (seen.isFull)
    notChecked('limit', `Only the first ${seen.size.toLocaleString('en-US')} different values of '${header}' were compared.`);
}

const GAPS: ReadonlySet<DataKind> = new Set(['blank', 'error', 'uncalculated']);

function inWords(texts: readonly string[]): string {
  return texts.map((text) => `'${text}'`).join(', ');
}
