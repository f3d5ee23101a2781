import { totalWord } from '@preflag/readers/sheets';
import type { TableCell, TextTable } from '../../../facts/tables.ts';
import type { Figure } from '../../../numbers/find-figures.ts';

/** A total that its parts do not add up to. */
export interface TotalGap {
  readonly cell: TableCell;
  readonly figure: Figure;
  readonly label: string;
  readonly column: string;
  readonly sum: number;
  readonly parts: number;
}

export interface TotalGaps {
  readonly gaps: readonly TotalGap[];
  /** Totals that were compared. */
  readonly count: number;
}

/** Columns of these do not add up. */
const NO_SUM =
  /%|\b(?:average|avg|mean|median|rate|ratio|share|growth|change|index|rank|score|year|price|margin|per|yield|unique|distinct|min|max|p\d\d|cagr|yoy|delta)\b|Ø|anteil|quote|durchschnitt|mittel|veränderung|wachstum|preis|jahr|rang|占比|比例|增长|平均|价格/iu;
const LEAST_PARTS = 2;

/** Rows that are called total, against the rows above since the last total, or all below where it is the first. */
export function columnTotals({ header, rows }: TextTable): TotalGaps {
  const kinds = rows.map((row) => totalWord(labelOf(row)));
  const isTotal = kinds.map((kind, row) => kind === 'is' || (kind === 'has' && (row === rows.length - 1 || row === 0)));
  const gaps: TotalGap[] = [];
  let count = 0;
  for (const [row, cells] of rows.entries()) {
    if (!isTotal[row] || kinds[row] !== 'is') continue;
    for (const [column, cell] of cells.entries()) {
      if (column === 0 || !cell?.figure || NO_SUM.test(header[column] ?? '') || cell.figure.unit === '%') continue;
      const sums = possibleSums(rows, isTotal, row, column, cell.figure);
      const [nearest] = sums;
      if (!nearest || sums.length === 0) continue;
      count += 1;
      if (sums.some((sum) => sum.isMet) || isOneOfMany(cell.figure.value, nearest.values)) continue;
      gaps.push({
        cell,
        figure: cell.figure,
        label: labelOf(cells),
        column: header[column] ?? '',
        sum: nearest.sum,
        parts: nearest.values.length,
      });
    }
  }
  return { gaps, count };
}

interface Sum {
  readonly sum: number;
  readonly values: readonly number[];
  readonly isMet: boolean;
}

/** What a total may add up: the rows since the last total, all rows that are none, the totals before it, or the rows below. */
function possibleSums(rows: TextTable['rows'], isTotal: readonly boolean[], row: number, column: number, total: Figure): readonly Sum[] {
  const above = Array.from({ length: row }, (_, index) => index);
  const below = Array.from({ length: rows.length - row - 1 }, (_, index) => row + 1 + index);
  const last = isTotal.lastIndexOf(true, row - 1);
  const lists =
    row === 0
      ? [below, below.filter((index) => !isTotal[index])]
      : [
          above.filter((index) => index > last || row === 0),
          above.filter((index) => !isTotal[index]),
          above.filter((index) => isTotal[index]),
          above.slice(Math.max(0, last)),
          above,
        ];
  return lists.flatMap(
    (list) =>
      sumOf(
        list.map((index) => rows[index]?.[column]),
        total,
      ) ?? [],
  );
}

/** `undefined` where a part is no figure, or of another unit. */
function sumOf(cells: readonly (TableCell | undefined)[], total: Figure): Sum | undefined {
  const parts: Figure[] = [];
  for (const cell of cells) {
    if (!cell || cell.isBlank) continue;
    const { figure } = cell;
    if (!figure || (figure.unit !== '' && total.unit !== '' && figure.unit !== total.unit) || figure.unit === '%') return undefined;
    parts.push(figure);
  }
  if (parts.length < LEAST_PARTS) return undefined;
  const values = parts.map(({ value }) => value);
  const sum = values.reduce((all, value) => all + value, 0);
  const tolerance = parts.reduce((all, { step }) => all + step / 2, total.step / 2);
  // Whole numbers are rarely rounded: many of them would forgive too much.
  const isExact = [...parts, total].every(({ step, scale }) => step === 1 && scale === 1);
  const forgiven = isExact ? Math.min(tolerance, Math.max(1, parts.length / 4)) : tolerance;
  return { sum, values, isMet: Math.abs(sum - total.value) <= forgiven + Math.abs(sum) * 1e-9 };
}

/** A value among its parts is an average, a maximum or a count of something else. */
function isOneOfMany(total: number, parts: readonly number[]): boolean {
  return total >= Math.min(...parts) && total <= Math.max(...parts) && parts.every((part) => part >= 0);
}

/** The column that is called total, where it is the sum of the columns before in most rows. */
export function rowTotals({ header, rows }: TextTable): TotalGaps {
  const column = header.findIndex((text, index) => index > 2 && totalWord(text) === 'is');
  if (column < 0) return { gaps: [], count: 0 };
  const parts = header.flatMap((text, index) =>
    index > 0 && index < column && !NO_SUM.test(text) && rows.some((row) => row[index]?.figure) ? [index] : [],
  );
  const sums = rows.flatMap((row) => {
    const cell = row[column];
    const sum =
      cell?.figure && cell.figure.unit !== '%'
        ? sumOf(
            parts.map((index) => row[index]),
            cell.figure,
          )
        : undefined;
    return cell?.figure && sum
      ? [{ cell, figure: cell.figure, label: header[column] ?? '', column: labelOf(row), ...sum, parts: sum.values.length }]
      : [];
  });
  const met = sums.filter(({ isMet }) => isMet).length;
  if (met < 2 || met * 2 <= sums.length) return { gaps: [], count: 0 };
  return { gaps: sums.filter(({ isMet }) => !isMet), count: sums.length };
}

function labelOf(row: readonly (TableCell | undefined)[]): string {
  return row.find((cell) => cell && cell.text !== '')?.text.replace(/[*_]/g, '') ?? '';
}
