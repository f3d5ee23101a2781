import { defineFact, type Fact } from '@preflag/core';
import type { TableRow } from '@preflag/readers';
import { isKeyLike } from '../id-like.ts';
import { csvTraitsOf } from '../text-traits.ts';
import { KeyCounter, type KeyColumn } from '../key-counter.ts';

/** A cell of a csv that has traits. `row` counts as the rows of the file do, header included; 0-based. */
interface TableCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Bits of text-traits.ts; those of number, date and formula are not looked for, since a csv has only text. */
  readonly traits: number;
}

/** A row with another number of cells than the header, or than the first row without one. */
interface RaggedRow {
  readonly row: number;
  readonly line: number;
  /** Empty cells at its end do not count. */
  readonly cells: number;
}

/** What one walk over a csv gathers. */
export interface TableCells {
  /** Data rows; lines without any content are none. */
  readonly rows: number;
  readonly width: number;
  /** The first row as it stands. */
  readonly firstCells: readonly string[];
  readonly cells: readonly TableCell[];
  readonly ragged: readonly RaggedRow[];
  readonly keys: readonly KeyColumn[];
  /** How many cells of each column are filled, are numbers, and the first that are not. */
  readonly columns: readonly ColumnCount[];
}

interface ColumnCount {
  readonly filled: number;
  readonly numbers: number;
  readonly others: readonly TableCell[];
}

/** Cells with traits, ragged rows, keys and kinds of columns; each list is capped. */
export const tableCells: Fact<'table', TableCells> = defineFact({
  id: 'spreadsheet/table-cells',
  reads: 'table',
  item: 'row',
  start: ({ header, firstRow }) => {
    const keys = header.flatMap((name, index) => (isKeyLike(name) ? [{ index, counter: new KeyCounter(name, index) }] : []));
    const cells: TableCell[] = [];
    const ragged: RaggedRow[] = [];
    const columns: { filled: number; numbers: number; others: TableCell[] }[] = [];
    let [rows, width] = [0, 0];
    let firstCells: readonly string[] = [];
    return {
      visit({ index, line, cells: own }: TableRow) {
        if (index === 0) [width, firstCells] = [own.length, [...own]];
        if (index < firstRow || own.every((cell) => cell === '')) return;
        rows += 1;
        if (own.length !== width && ragged.length < MOST_ROWS) {
          const filled = own.findLastIndex((cell) => cell.trim() !== '') + 1;
          if (own.length < width || filled > width) ragged.push({ row: index, line, cells: own.length < width ? own.length : filled });
        }
        for (let column = 0; column < own.length; column += 1) {
          const text = own[column]!;
          if (text === '') continue;
          const count = (columns[column] ??= { filled: 0, numbers: 0, others: [] });
          count.filled += 1;
          if (isNumber(text)) count.numbers += 1;
          else if (count.others.length < MOST_OTHERS) count.others.push({ row: index, column, text, traits: 0 });
          const traits = csvTraitsOf(text);
          if (traits !== 0 && cells.length < MOST_CELLS) cells.push({ row: index, column, text, traits });
        }
        for (const { index: at, counter } of keys) counter.add(own[at] ?? '', index);
      },
      end: () => ({
        rows,
        width,
        firstCells,
        cells,
        ragged,
        keys: keys.map(({ counter }) => counter.end()),
        columns: Array.from(columns, (count) => count ?? { filled: 0, numbers: 0, others: [] }),
      }),
    };
  },
});

const MOST_CELLS = 100_000;
const MOST_ROWS = 10_000;
const MOST_OTHERS = 200;

function isNumber(text: string): boolean {
  const first = text.charCodeAt(0);
  return ((first >= 48 && first <= 57) || first === 45 || first === 43 || first === 46) && !Number.isNaN(Number(text));
}
