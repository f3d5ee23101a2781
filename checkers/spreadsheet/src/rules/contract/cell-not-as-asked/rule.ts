import { cellAddress, compilePattern, defineRule, type CellExpectation, type Problem, type Rule } from '@preflag/core';
import { dateOf, KIND_WORDS, kindOfCell, LAST_DIGITS, numberOf, serialOf, shownText } from '../../../contract/cell-values.ts';
import type { DataSheet } from '../../../contract/data-tables.ts';
import { cellsIn, findCells, selectorWords } from '../../../contract/find-cells.ts';
import { heldTable } from '../../../facts/held-table.ts';

/**
 * Compares cached values: numbers within the tolerance, texts exactly, dates by day and time.
 * Does not catch: a value that is right and was typed in; see spreadsheet/cell-not-computed.
 * Known false alarms: none; the job states the value.
 */
export const cellNotAsAsked: Rule<'workbook' | 'table', unknown, readonly CellExpectation[]> = defineRule<
  'workbook' | 'table',
  unknown,
  readonly CellExpectation[]
>({
  id: 'spreadsheet/cell-not-as-asked',
  title: 'A cell does not hold what was asked for',
  severity: 'critical',
  certainty: 'certain',
  reads: ['workbook', 'table'],
  facts: [heldTable],
  demands: ['cells.value'],
  why: 'It is a figure or a label that the client named, and can look up at once.',
  advice: 'Find out which step made another value, and correct it there.',
  messages: {
    value: "{{cell}} holds {{what}}'{{found}}', and {{expected}} was asked for",
    pattern: "{{cell}} holds '{{found}}', which does not match {{expected}}",
    blank: { text: '{{cell}} is blank, and {{expected}} was asked for', advice: 'Fill in {{cell}}.' },
    unfound: { text: '{{cell}} cannot be looked at: {{missing}} is not there', advice: 'Put {{missing}} where the job expects it.' },
  },
  asks: ({ cells = [] }) => {
    const asked = cells.filter(({ value, matches }) => value !== undefined || matches !== undefined);
    return asked.length > 0 ? asked : undefined;
  },
  *check({ model, facts, asked, looked, notChecked }) {
    for (const expectation of asked) {
      const found = findCells({ model, facts, notChecked }, expectation.at);
      const cell = selectorWords(expectation.at);
      if (!found) continue;
      if ('missing' in found) {
        yield { messageId: 'unfound', data: { cell, missing: found.missing }, at: { kind: 'file' }, key: cell };
        continue;
      }
      const matches = expectation.matches === undefined ? undefined : compilePattern(expectation.matches);
      for (const { row, column } of cellsIn(found.range)) {
        looked({ cells: 1 });
        if (kindOfCell(found.data, row, column) === 'uncalculated')
          notChecked('nothing-to-check', `${cell} is a formula without a cached value; write the file with its values calculated.`);
        else yield* compare(found.data, row, column, expectation, matches);
      }
    }
  },
});

function* compare(
  data: DataSheet,
  row: number,
  column: number,
  { value, tolerance, matches }: CellExpectation,
  isMatch: ((text: string) => boolean) | undefined,
): Generator<Problem> {
  const kind = kindOfCell(data, row, column);
  const cell = `${cellAddress(row, column)}${data.where}`;
  const at = data.at(row, column);
  const key = cell;
  if (kind === 'blank') {
    yield { messageId: 'blank', data: { cell, expected: value === undefined ? 'a value' : inWords(value) }, at, key };
    return;
  }
  const found = data.sheet.text(row, column);
  if (value !== undefined && !isValue(data, row, column, value, tolerance)) {
    yield { messageId: 'value', data: { cell, what: data.isText ? '' : KIND_WORDS[kind], found, expected: inWords(value) }, at, key };
  }
  if (matches !== undefined && isMatch && !isMatch(shownText(data, row, column)))
    yield { messageId: 'pattern', data: { cell, found, expected: matches }, at, key };
}

function isValue(data: DataSheet, row: number, column: number, value: string | number | boolean, tolerance: number): boolean {
  const text = data.sheet.text(row, column);
  // Sums of binary fractions are off in their last digits.
  if (typeof value === 'number') return Math.abs(numberOf(data, row, column) - value) <= tolerance + Math.abs(value) * LAST_DIGITS;
  const kind = kindOfCell(data, row, column);
  if (typeof value === 'boolean') return (kind === 'boolean' || data.isText) && text.trim().toLowerCase() === String(value);
  if (kind === 'date') return text === value || dateOf(data, row, column) === serialOf(value, data.date1904);
  return kind === 'text' && text === value;
}

function inWords(value: string | number | boolean): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}
