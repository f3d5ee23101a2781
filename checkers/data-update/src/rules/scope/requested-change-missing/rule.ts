import { cellAddress, defineRule, type CellMatch, type RequiredChange, type Rule } from '@preflag/core';
import type { Sheet } from '@preflag/readers';
import type { RowPair, SheetDiff } from '../../../diff/sheet-diff.ts';
import { updateDiff } from '../../../facts/update-diff.ts';
import { isSameValue } from '../../../match-value.ts';
import { columnOf, isSheet, matches } from '../../../scope.ts';

/**
 * Looks up the rows in the file before, and their partners in the file after.
 * Does not catch: a change that was made right and in further places wrong (see data-update/changed-outside-scope).
 * Known false alarms: none; the job names the rows and the values. Values compare typed.
 */
export const requestedChangeMissing: Rule<'update', unknown, readonly RequiredChange[]> = defineRule<
  'update',
  unknown,
  readonly RequiredChange[]
>({
  id: 'data-update/requested-change-missing',
  title: 'A change that was asked for was not made',
  severity: 'critical',
  certainty: 'certain',
  reads: 'update',
  needs: ['before'],
  facts: [updateDiff],
  demands: ['update.require'],
  why: 'The client asked for just this change, and does not get it.',
  advice: "Set '{{column}}' of '{{key}}' to '{{expected}}'.",
  messages: {
    missing: "'{{column}}' of '{{key}}' is '{{found}}' and should be '{{expected}}'",
    type: "'{{column}}' of '{{key}}' is {{expected}} as text and should be a number",
    column: {
      text: "The column '{{column}}' that should change is not there",
      advice: "Put the column '{{column}}' back, and set its values as asked.",
    },
    row: { text: "The row '{{key}}' that should change is gone", advice: "Put the row '{{key}}' back, with the change that was asked." },
  },
  asks: ({ update }) => (update && update.require.length > 0 ? update.require : undefined),
  *check({ asked, facts, looked, jobError }) {
    const { sheets } = facts(updateDiff);
    for (const [index, { sheet, where, set }] of asked.entries()) {
      let found = 0;
      for (const diff of sheets.filter((one) => isSheet(sheet, one))) {
        for (const { key, row } of diff.lost.filter((mark) => matches(diff, diff.before, mark.row, 'before', where))) {
          found += 1;
          yield { messageId: 'row', data: { key }, at: { kind: 'row', sheet: diff.name, key }, key: `${diff.name} ${key} ${row}` };
        }
        for (const pair of diff.rows.filter((one) => matches(diff, diff.before, one.before, 'before', where))) {
          found += 1;
          looked({ cells: Object.keys(set).length });
          yield* compareRow(diff, pair, set);
        }
      }
      if (found === 0) jobError(`/update/require/${index}/where`, whyNothing(sheets, where, sheet));
    }
  },
});

function* compareRow(diff: SheetDiff, pair: RowPair, set: CellMatch): ReturnType<Rule<'update'>['check']> & Generator {
  for (const [name, value] of Object.entries(set)) {
    const column = columnOf(diff, name, 'after');
    const key = `${diff.name} ${pair.key} ${name}`;
    if (column === undefined) {
      yield { messageId: 'column', data: { column: name }, at: { kind: 'row', sheet: diff.name, key: pair.key }, key };
      continue;
    }
    if (isSameValue(diff.after, pair.after, column, value, diff.typed)) continue;
    const found = diff.after.text(pair.after, column);
    const isText = typeof value === 'number' && diff.after.kind(pair.after, column) === 'string' && Number(found) === value;
    yield {
      messageId: isText ? 'type' : 'missing',
      data: { column: name, key: pair.key, found, expected: String(value ?? '') },
      at: { kind: 'cell', sheet: diff.name, range: cellAddress(pair.after, column) },
      key,
    };
  }
}

/** What is wrong with a `where` that matches no row of the file before. */
function whyNothing(sheets: readonly SheetDiff[], where: CellMatch, sheet: string | undefined): string {
  const shown = Object.entries(where)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join(', ');
  const ofSheet = sheets.filter((diff) => isSheet(sheet, diff));
  if (ofSheet.length === 0)
    return `The file before has no sheet '${sheet}'. It has: ${sheets.map(({ before }) => `'${before.name}'`).join(', ')}.`;
  for (const diff of ofSheet) {
    for (const [name, value] of Object.entries(where)) {
      const column = columnOf(diff, name, 'before');
      if (column === undefined)
        return `The file before has no column '${name}'. It has: ${diff.columns.map((one) => `'${one.name}'`).join(', ')}.`;
      if (typeof value === 'number' && hasText(diff.before, column, String(value)))
        return `No row of the file before has ${shown}: the column '${name}' holds text. Put the value in quotes: "${value}".`;
      if (typeof value === 'string' && value.trim() !== '' && hasNumber(diff.before, column, Number(value)))
        return `No row of the file before has ${shown}: the column '${name}' holds numbers. Write the value without quotes: ${value}.`;
    }
  }
  return `No row of the file before has ${shown}. Mend the values, or leave the entry out.`;
}

function hasText(sheet: Sheet, column: number, digits: string): boolean {
  return rowsOf(sheet).some(
    (row) =>
      sheet.kind(row, column) === 'string' &&
      sheet
        .text(row, column)
        .trim()
        .replace(/^0+(?=\d)/, '') === digits,
  );
}

function hasNumber(sheet: Sheet, column: number, number: number): boolean {
  return rowsOf(sheet).some((row) => sheet.kind(row, column) === 'number' && sheet.number(row, column) === number);
}

function rowsOf(sheet: Sheet): readonly number[] {
  return Array.from({ length: sheet.rowCount }, (_, row) => row);
}
