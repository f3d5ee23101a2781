import type { Block } from '@preflag/readers';
import type { BlockFigures } from './figures.ts';
import type { TextTable } from './tables.ts';
import type { Figure } from '../numbers/find-figures.ts';
import type { AmountColumn } from '../numbers/grid.ts';
import type { GridNames, NamedLabel } from '../numbers/grid-names.ts';
import { isQuote, namedValues } from '../numbers/named-values.ts';
import { readChanges } from '../numbers/read-changes.ts';
import { readClaims, type Claim } from '../numbers/read-claims.ts';

/** A figure of a report of which the report names row and column of the data, with what follows from there. */
export interface DataClaim {
  readonly kind: 'cell' | 'prose' | 'share' | 'change';
  readonly block: Block;
  readonly figure: Figure;
  readonly amount: AmountColumn;
  readonly labels: readonly NamedLabel[];
  /** Rows of the data that it is about; those of the likeliest reading. */
  readonly rows: readonly number[];
  /** What the figure may be: the value; or the sum, the mean, the extremes and the count of several rows. Never empty; the likeliest first. */
  readonly values: readonly number[];
  /** None of the values is the figure, in any scale. */
  readonly isContradicted: boolean;
}

/** What the tables and the prose of a report say of a grid. */
export function* dataClaims(tables: readonly TextTable[], blocks: readonly BlockFigures[], names: GridNames): Generator<DataClaim> {
  for (const table of tables) yield* ofTable(table, names);
  for (const { block, figures } of blocks) {
    for (const claim of readClaims(block.prose, figures, block.path, names)) {
      const { amount, readings, isShare } = claim;
      const values = isShare ? sharesOf(claim) : readings.flatMap(({ rows }) => namedValues(amount, rows));
      const counts = isShare ? [] : readings.map(({ rows }) => rows.length);
      yield* claimed({ ...claim, kind: isShare ? 'share' : 'prose', block, values, rows: readings[0]?.rows ?? [] }, counts);
    }
    for (const claim of readChanges(block.prose, figures, block.path, names))
      yield* claimed({ ...claim, kind: 'change', block, values: changesOf(claim), rows: [...claim.from, ...claim.to] });
  }
}

function* ofTable({ header, rows }: TextTable, names: GridNames): Generator<DataClaim> {
  const amounts = header.map((text) => names.amount(text));
  if (amounts.every((amount) => amount === undefined)) return;
  for (const cells of rows) {
    const named = cells.flatMap((cell) =>
      cell && !cell.figure ? names.label(cell.text) : names.label(cell?.text ?? '').filter(() => cell === cells[0]),
    );
    const found = names.rowsWith(named);
    if (found.rows.length === 0) continue;
    for (const [column, cell] of cells.entries()) {
      const amount = amounts[column];
      if (cell?.figure && amount)
        yield* claimed(
          { kind: 'cell', block: cell.block, figure: cell.figure, amount, ...found, values: namedValues(amount, found.rows) },
          [found.rows.length],
        );
    }
  }
}

/** @param counts how many rows there are, which a whole number may say in place of the value */
function* claimed(claim: Omit<DataClaim, 'isContradicted'>, counts: readonly number[] = []): Generator<DataClaim> {
  const { figure, values } = claim;
  const isCount = figure.isPlain && counts.includes(figure.value);
  if (values.length > 0) yield { ...claim, isContradicted: !isCount && !values.some((value) => isQuote(figure, value)) };
}

/** Parts of all rows and of the rows that are named as the whole, by the column and by their number, in per cent. */
function sharesOf({ amount, readings }: Claim): readonly number[] {
  const all = Array.from(amount.values.keys());
  return readings.flatMap(({ rows, whole }) =>
    [all, ...(whole ? [whole] : [])].flatMap((of) => [
      ...percentOf(sumOf(amount, rows), sumOf(amount, of)),
      ...percentOf(rows.length, of.length),
    ]),
  );
}

/** The change of the sum, of the mean and of the number of rows, in per cent. */
function changesOf({
  amount,
  from,
  to,
}: {
  readonly amount: AmountColumn;
  readonly from: readonly number[];
  readonly to: readonly number[];
}): readonly number[] {
  const sums = [sumOf(amount, from), sumOf(amount, to)] as const;
  const pairs = [sums, [sums[0] / from.length, sums[1] / to.length], [from.length, to.length]] as const;
  return pairs.flatMap(([before, after]) => percentOf(after - before, Math.abs(before)));
}

function percentOf(part: number, whole: number): readonly number[] {
  return whole === 0 || !Number.isFinite(part / whole) ? [] : [(part / whole) * 100];
}

function sumOf({ values }: AmountColumn, rows: readonly number[]): number {
  return rows.reduce((sum, row) => sum + (Number.isNaN(values[row] ?? Number.NaN) ? 0 : (values[row] ?? 0)), 0);
}
