import { cellAddress, defineRule, type Rule } from '@preflag/core';
import type { SheetTable } from '@preflag/readers';
import { columnStrays, type StrayColumn } from '../../../facts/column-strays.ts';
import { tableCells } from '../../../facts/table-cells.ts';
import { isNameLike } from '../../../id-like.ts';
import { TEXT } from '../../../table/cell-forms.ts';
import { numbersOf } from '../../../table/column-profile.ts';
import { tableCellAt, tableColumnName } from '../../../table-place.ts';
import { DATE_LIKE, NUMBER_LIKE, traitsOf } from '../../../text-traits.ts';

/**
 * Looks at columns of at least 20 cells of which 95 % are numbers, or dates.
 * Does not catch: texts in columns of texts, whatever they say.
 * Known false alarms: remarks in a column of numbers; words such as n/a, none and a dash are taken for blanks.
 */
export const mixedTypesInColumn: Rule<'workbook' | 'table'> = defineRule<'workbook' | 'table'>({
  id: 'spreadsheet/mixed-types-in-column',
  title: 'A column of numbers or dates holds something else',
  severity: 'important',
  certainty: 'likely',
  reads: ['workbook', 'table'],
  facts: [columnStrays, tableCells],
  why: 'Sums, sorting and whatever reads the column by its type leave the cell out or stop at it.',
  advice: "Put a value of the column's kind there, or leave the cell empty and say why beside it.",
  messages: {
    undated: {
      text: "{{found}} in '{{column}}' is shown as a plain number, and the other {{count}} cells are dates",
      advice: "Show the cell as a date as the others of '{{column}}' are, or correct its value.",
    },
    text: {
      text: "'{{found}}' in '{{column}}' is text, and the other {{count}} cells are {{kind}}",
      severity: 'minor',
      certainty: 'hint',
    },
  },
  *check({ model, facts, looked }) {
    if (model.kind === 'table') {
      const { columns, rows } = facts(tableCells);
      looked({ rows });
      for (const [column, forms] of columns.entries()) {
        const name = tableColumnName(model, column);
        const numbers = numbersOf(forms);
        if (!isMinority(forms.filled - numbers, forms.filled) || isNameLike(name)) continue;
        for (const { row, text } of forms.cellsOf(TEXT))
          if (isText(text))
            yield {
              messageId: 'text',
              data: { found: text, column: name, count: numbers, kind: 'numbers' },
              at: tableCellAt(model, row, column),
              group: name,
            };
      }
      return;
    }
    for (const sheet of model.sheets) looked({ cells: sheet.cellCount });
    for (const stray of facts(columnStrays)) yield* strays(stray);
  },
});

function* strays({ table, column, filled, texts, undated }: StrayColumn): ReturnType<Rule['check']> & Generator {
  const { sheet } = table;
  const { name } = column;
  if (!isMinority(texts.length + undated.length, filled) || name === '' || isNameLike(name)) return;
  const count = filled - texts.length - undated.length;
  const place = (row: number) =>
    ({ at: { kind: 'cell', sheet: sheet.name, range: cellAddress(row, column.index) }, group: `${sheet.name} ${name}` }) as const;
  for (const row of undated)
    if (!table.totalRows.includes(row))
      yield { messageId: 'undated', data: { found: sheet.text(row, column.index), column: name, count }, ...place(row) };
  for (const row of texts) {
    const text = sheet.text(row, column.index);
    const isOurs = isText(text) && sheet.formulaId(row, column.index) === 0 && !table.totalRows.includes(row);
    // Numbers and dates that are stored as text are spreadsheet/number-stored-as-text and spreadsheet/text-date.
    if (!isOurs || !hasOtherNumber(table, row, column.index) || (traitsOf(text) & (NUMBER_LIKE | DATE_LIKE)) !== 0) continue;
    yield {
      messageId: 'text',
      data: { found: text, column: name, count, kind: column.majority === 'date' ? 'dates' : 'numbers' },
      ...place(row),
    };
  }
}

/** A row of texts only is a header in between, or a remark. */
function hasOtherNumber({ sheet, columns }: SheetTable, row: number, column: number): boolean {
  const numeric = columns.filter(({ index, majority }) => index !== column && (majority === 'number' || majority === 'date'));
  return numeric.length === 0 || numeric.some(({ index }) => sheet.kind(row, index) === 'number');
}

const FEWEST = 20;

function isMinority(strange: number, filled: number): boolean {
  return filled >= FEWEST && strange > 0 && strange <= filled * 0.05;
}

/** More than a mark for a missing value. */
function isText(text: string): boolean {
  return !/^\s*(?:[-–—.?*x/]+|n\.?\s?\/?\s?a\.?|#n\/a|nan|nil|null|none|unknown|total|sum|missing|blank|inf(?:inity)?|na|k\.?\s?a\.?)?\s*$/i.test(
    text,
  );
}
