import { defineRule, type ColumnExpectation, type Deliverable, type Problem, type Rule } from '@preflag/core';
import type { Sheet } from '@preflag/readers';
import { askedTables, columnNamed, type AskedTable } from '../../../contract/asked-columns.ts';
import { kindOfCell } from '../../../contract/cell-values.ts';
import { columnIn, rowsOf, sayUncalculated, type Counting, type DataColumn } from '../../../contract/data-columns.ts';
import { dataTables } from '../../../contract/data-tables.ts';
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

/** Rows whose key could be held. */
const MOST_KEYS = 2_000_000;

function* findRepeated(columns: readonly DataColumn[], isKey: boolean, { looked, notChecked }: Counting): Generator<Problem> {
  const [main] = columns;
  if (!main) return;
  const { table, header, blocks } = main;
  const seen = new Map<string | number, number>();
  let [rows, uncalculated, isCut] = [0, 0, false];
  for (const { row, index, part } of rowsOf(blocks)) {
    const at = columns.map((column) => column.blocks[part]?.index ?? -1);
    const kinds = at.map((column) => kindOfCell(table, row, column));
    if (kinds.includes('uncalculated')) uncalculated += 1;
    if (kinds.some((kind) => kind === 'blank' || kind === 'uncalculated' || kind === 'error')) continue;
    rows += 1;
    const id = at.length === 1 ? identityOf(table.sheet, row, index) : at.map((column) => identityOf(table.sheet, row, column)).join(' ');
    const first = seen.get(id);
    if (first !== undefined) {
      const key = {
        columns: inWords(columns.map((column) => column.header)),
        values: inWords(at.map((column) => table.sheet.text(row, column))),
      };
      yield {
        messageId: isKey ? 'key' : 'again',
        data: { ...(isKey ? key : { column: header, found: table.sheet.text(row, index) }), first: String(first + 1) },
        at: table.at(row, index),
        related: [{ at: table.at(first, index), label: 'the row that has it already' }],
        group: header,
      };
    } else if (seen.size < MOST_KEYS) seen.set(id, row);
    else isCut = true;
  }
  looked({ rows });
  sayUncalculated({ header }, uncalculated, { notChecked });
  if (isCut) notChecked('limit', `Only the first ${MOST_KEYS.toLocaleString('en-US')} different values of '${header}' were compared.`);
}

/** Equal for equal values and for no others; texts by their number, so that they are not read. */
function identityOf(sheet: Sheet, row: number, column: number): string | number {
  const id = sheet.stringId(row, column);
  if (id !== 0) return `s${id}`;
  const number = sheet.number(row, column);
  return sheet.kind(row, column) === 'boolean' ? `b${number}` : number;
}

function inWords(texts: readonly string[]): string {
  return texts.map((text) => `'${text}'`).join(', ');
}
