import type { Block } from '@preflag/readers';
import type { BlockFigures } from './figures.ts';
import type { TextTable } from './tables.ts';
import type { Figure } from '../numbers/find-figures.ts';
import type { GridNames } from '../numbers/grid-names.ts';
import { isQuote, namedValues } from '../numbers/named-values.ts';
import { readClaims, type Claim } from '../numbers/read-claims.ts';

/** A figure of a report of which the report names row and column of the data, with what stands there. */
export interface DataClaim extends Claim {
  readonly block: Block;
  readonly isProse: boolean;
  /** The value; or the sum, the mean, the extremes and the count of several rows. Never empty. */
  readonly values: readonly number[];
  /** None of the values is the figure, in any scale. */
  readonly isContradicted: boolean;
}

/** What the tables and the prose of a report say of a grid. */
export function* dataClaims(tables: readonly TextTable[], blocks: readonly BlockFigures[], names: GridNames): Generator<DataClaim> {
  for (const table of tables) yield* ofTable(table, names);
  for (const { block, figures } of blocks) {
    for (const claim of readClaims(block.prose, figures, block.path, names)) {
      if (claim.figure.unit !== 'pp') yield* valued(claim, block, true);
    }
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
      if (cell?.figure && amount) yield* valued({ figure: cell.figure, amount, ...found }, cell.block, false);
    }
  }
}

function* valued(claim: Claim, block: Block, isProse: boolean): Generator<DataClaim> {
  const { figure, amount, rows } = claim;
  const values = namedValues(amount, rows);
  if (values.length === 0) return;
  yield { ...claim, block, isProse, values, isContradicted: !isStated(figure, values, rows.length) };
}

function isStated(figure: Figure, values: readonly number[], rows: number): boolean {
  return values.some((value) => isQuote(figure, value)) || (figure.isPlain && figure.value === rows);
}
