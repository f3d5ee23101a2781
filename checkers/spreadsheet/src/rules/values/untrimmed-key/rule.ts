import { cellAddress, cellText, columnName, defineRule, type Location, type Problem, type ProposedFix, type Rule } from '@preflag/core';
import type { SheetTable } from '@preflag/readers';
import { tableCells } from '../../../facts/table-cells.ts';
import { textCells, type TextCell } from '../../../facts/text-cells.ts';
import { isNameLike } from '../../../id-like.ts';
import { tableCellAt, tableColumnName } from '../../../table-place.ts';
import { filledCells, textColumns } from '../../../text-columns.ts';
import { PADDED } from '../../../text-traits.ts';

/**
 * Looks at columns of ids and codes, and in workbooks at texts that stand in the same column with and without the white space.
 * Does not catch: white space inside of texts, and twins in different columns.
 * Known false alarms: columns in which one cell in five or more is padded were written so, and are left out.
 */
export const untrimmedKey: Rule<'workbook' | 'table'> = defineRule<'workbook' | 'table'>({
  id: 'spreadsheet/untrimmed-key',
  title: 'An id or name has white space at its ends',
  severity: 'important',
  certainty: 'likely',
  reads: ['workbook', 'table'],
  facts: [textCells, tableCells],
  why: 'The eye does not see it, but lookups, joins and groups take the value for another one.',
  advice: 'Take the white space off the value.',
  messages: {
    key: "'{{found}}' in '{{column}}' has white space at its ends",
    twin: {
      text: "'{{found}}' in '{{column}}' has white space at its ends, and stands in the column without it too",
      severity: 'minor',
    },
  },
  *check({ model, facts, looked }) {
    if (model.kind === 'table') {
      const { cells, columns, rows } = facts(tableCells);
      looked({ rows });
      const padded = Map.groupBy(
        cells.filter(({ traits }) => (traits & PADDED) !== 0),
        ({ column }) => column,
      );
      for (const [column, found] of padded) {
        const name = tableColumnName(model, column);
        if (!isNameLike(name) || found.length > (columns[column]?.filled ?? 0) * MOST) continue;
        for (const { row, text } of found) {
          const at = tableCellAt(model, row, column);
          yield { messageId: 'key', data: { found: text, column: name }, at, group: name, fixes: [trimmed(at, text, bare(text))] };
        }
      }
      return;
    }
    const { cells, count } = facts(textCells);
    looked({ cells: count });
    for (const found of textColumns(cells, PADDED)) {
      const { table, column } = found;
      const isKey = isNameLike(column.name);
      const padded = found.cells.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
      if ((!isKey && column.name === '') || padded.length > filledCells(found) * MOST) continue;
      const others = isKey ? undefined : textsOf(table, column.index);
      for (const cell of padded.filter(({ text }) => !others || others.has(text.trim())))
        yield { ...problem(cell, column.name || `column ${columnName(column.index)}`), messageId: isKey ? 'key' : 'twin' };
    }
  },
});

const MOST = 0.2;

function problem({ sheet, row, column, text }: TextCell, name: string): Omit<Problem, 'messageId'> {
  const at = { kind: 'cell', sheet: sheet.name, range: cellAddress(row, column) } as const;
  const asText = (value: string): string => cellText({ kind: 'text', text: value });
  return {
    data: { found: text, column: name },
    at,
    group: `${sheet.name} ${name}`,
    fixes: [trimmed(at, asText(text), asText(bare(text)))],
  };
}

function trimmed(at: Location, from: string, to: string): ProposedFix {
  return { label: 'take the white space off', safety: 'safe', edits: [{ at, from, to }] };
}

/** Without what {@link PADDED} finds at the ends, the characters without width included. */
function bare(text: string): string {
  return text.replaceAll(/^[\s\u200B]+|[\s\u200B]+$/g, '');
}

/** The different texts of a column's data. */
function textsOf({ sheet, firstRow, lastRow }: SheetTable, column: number): ReadonlySet<string> {
  const ids = new Set<number>();
  const texts = new Set<string>();
  for (let row = firstRow; row <= lastRow; row += 1) {
    const id = sheet.stringId(row, column);
    if (id === 0 || ids.has(id)) continue;
    ids.add(id);
    texts.add(sheet.text(row, column));
  }
  return texts;
}
