import { defineFact, type Fact } from '@preflag/core';
import type { Table, TableRow } from '@preflag/readers';
import { IS_QUOTED } from '@preflag/readers/tables';
import { isKeyLike } from '../id-like.ts';
import { KeyCounter, type KeyColumn } from '../key-counter.ts';
import { formOf, MISSING } from '../table/cell-forms.ts';
import { cellTraitsOf } from '../table/cell-traits.ts';
import { ColumnProfile, type ColumnForms } from '../table/column-profile.ts';
import { RowShapes, type TableShape } from '../table/row-shapes.ts';
import { CONTROL, GARBLED, PLACEHOLDER } from '../text-traits.ts';

/** A cell of a csv that has traits. `row` counts as the rows of the file do, header included; 0-based. */
interface TableCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Bits of text-traits.ts; those of number, date and formula are not looked for, since a csv has only text. */
  readonly traits: number;
}

/** What one walk over a csv gathers. */
export interface TableCells extends TableShape {
  /** The first cell of the file, and those of the header row, as they stand. */
  readonly firstText: string;
  readonly headerCells: readonly string[];
  readonly cells: readonly TableCell[];
  readonly keys: readonly KeyColumn[];
  readonly columns: readonly ColumnForms[];
}

/** Cells with traits, rows of another shape, keys and forms of columns; each list is capped. */
export const tableCells: Fact<'table', TableCells> = defineFact({
  id: 'spreadsheet/table-cells',
  reads: 'table',
  item: 'row',
  start: (table) => {
    const { headerRow } = table;
    const keys = keyCounters(table);
    const shapes = new RowShapes(table);
    const columns: ColumnProfile[] = [];
    const cells: TableCell[] = [];
    const headerCells: string[] = [];
    let firstText = '';
    const keep = (row: TableRow, column: number, traits: number): void => {
      if (cells.length < MOST_CELLS) cells.push({ row: row.index, column, text: row.text(column), traits });
    };
    return {
      visit(row: TableRow) {
        const { index, length, characters } = row;
        if (index === 0) firstText = row.text(0);
        if (index === headerRow)
          for (let column = 0; column < length; column += 1) {
            headerCells.push(row.text(column));
            const traits = cellTraitsOf(row, column) & TRAITS_OF_HEADERS;
            if (traits !== 0) keep(row, column, traits);
          }
        shapes.add(row);
        if (!row.isData) return;
        for (let column = 0; column < length; column += 1) {
          if ((characters[column]! & ~IS_QUOTED) === 0) continue;
          (columns[column] ??= new ColumnProfile()).add(row, column, formOf(row, column));
          const traits = cellTraitsOf(row, column);
          if (traits !== 0) keep(row, column, traits);
        }
        for (const { index: column, counter } of keys)
          if (column < length && formOf(row, column) !== MISSING)
            counter.addBytes(row.bytes, row.starts[column]!, row.ends[column]!, index);
      },
      end: () => ({
        ...shapes.end(),
        firstText,
        headerCells,
        cells,
        keys: keys.map(({ counter }) => counter.end()),
        columns: Array.from(columns, (profile) => profile ?? new ColumnProfile()),
      }),
    };
  },
});

const MOST_CELLS = 100_000;
const TRAITS_OF_HEADERS = GARBLED | CONTROL | PLACEHOLDER;

function keyCounters({ header }: Table): readonly { readonly index: number; readonly counter: KeyCounter }[] {
  return header.flatMap((name, index) => (isKeyLike(name) ? [{ index, counter: new KeyCounter(name, index) }] : []));
}
