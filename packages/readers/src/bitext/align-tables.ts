import type { Block } from '../document/model.ts';
import type { Link } from './align-sequence.ts';
import { alignSequence } from './align-sequence.ts';
import { NAMING_MARGIN, reachOf } from './gap-reach.ts';
import type { CostModel } from './pair-costs.ts';
import type { Anchors } from './anchors.ts';
import { anchorsOf, joinAnchors } from './anchors.ts';
import { lengthCost, weightOf } from './length-model.ts';
import type { Unit } from './units.ts';

/** Cells of two tables that belong together. */
export interface CellPair {
  readonly source?: Block;
  readonly target?: Block;
  /** The tables have the same shape, or only whole rows or columns are missing on one side. */
  readonly isExact: boolean;
  /** Of a cell in a row without a partner: a cell of each row that could be the one. */
  readonly candidates?: readonly Block[];
}

/** Aligns two tables by rows and columns, in the order of the source; cells of rows that only the target has follow theirs. */
export function alignTables(source: Unit, target: Unit, model: CostModel): CellPair[] {
  const [rows, rowCost] = alignLines(source, target, 'row', model);
  const [columns] = alignLines(source, target, 'column', model);
  const isExact = isOneSided(rows) && isOneSided(columns);
  const [sourceCells, targetCells] = [cellsOf(source), cellsOf(target)];
  const [sourceHeads, targetHeads] = [headsOf(source), headsOf(target)];
  return rows.flatMap((row, at) => {
    const candidates = isGap(row) ? candidatesOf(rows, at, rowCost, row.source < row.sourceEnd ? sourceHeads : targetHeads) : [];
    return columns.flatMap((column): CellPair[] => {
      const from =
        row.sourceEnd > row.source && column.sourceEnd > column.source ? sourceCells.get(keyOf(row.source, column.source)) : undefined;
      const to =
        row.targetEnd > row.target && column.targetEnd > column.target ? targetCells.get(keyOf(row.target, column.target)) : undefined;
      if (!from && !to) return [];
      return [{ ...(from && { source: from }), ...(to && { target: to }), isExact, ...(candidates.length > 1 && { candidates }) }];
    });
  });
}

function isGap({ source, sourceEnd, target, targetEnd }: Link): boolean {
  return source === sourceEnd || target === targetEnd;
}

function candidatesOf(rows: readonly Link[], at: number, cost: PairCost, heads: ReadonlyMap<number, Block>): Block[] {
  const [first, last] = reachOf(rows, at, NAMING_MARGIN, cost);
  return Array.from({ length: last - first + 1 }, (_, index) => heads.get(first + index)).filter((head) => head !== undefined);
}

/** The first cell with a text of each row. */
function headsOf({ blocks }: Unit): ReadonlyMap<number, Block> {
  const heads = new Map<number, Block>();
  for (const block of blocks) {
    const row = block.cell?.row ?? 0;
    if (!heads.has(row) && block.text.trim() !== '') heads.set(row, block);
  }
  return heads;
}

function isOneSided(links: readonly Link[]): boolean {
  const has = (side: 'source' | 'target'): boolean => links.some((link) => link[side] === link[`${side}End`]);
  return !has('source') || !has('target');
}

interface Line {
  readonly length: number;
  readonly anchors: Anchors;
  readonly cells: readonly Block[];
}

const GAP = 4;

type PairCost = (source: number, target: number) => number;

function alignLines(source: Unit, target: Unit, by: 'row' | 'column', model: CostModel): [Link[], PairCost] {
  const [from, to] = [linesOf(source, by), linesOf(target, by)];
  const pair: PairCost = (a, b) => lineCost(from[a], to[b], model);
  if (from.length === to.length)
    return [from.map((_, index) => ({ source: index, sourceEnd: index + 1, target: index, targetEnd: index + 1 })), pair];
  return [alignSequence(from.length, to.length, { pair, sourceGap: () => GAP, targetGap: () => GAP }), pair];
}

function lineCost(source: Line | undefined, target: Line | undefined, model: CostModel): number {
  if (!source || !target) return Infinity;
  const shape = source.cells.reduce(
    (sum, { text }, index) => sum + Number((text.trim() === '') !== ((target.cells[index]?.text ?? '').trim() === '')),
    0,
  );
  const header = Number(source.cells[0]?.cell?.header !== target.cells[0]?.cell?.header) * 3;
  return (
    Math.min(3, shape) +
    header +
    lengthCost(source.length, target.length, model.length) +
    model.anchors.cost(source.anchors, target.anchors)
  );
}

function linesOf({ blocks, rows, columns }: Unit, by: 'row' | 'column'): Line[] {
  const lines = Array.from({ length: by === 'row' ? rows : columns }, (): Block[] => []);
  for (const block of blocks) lines[block.cell?.[by] ?? 0]?.push(block);
  return lines.map((cells) => ({
    cells,
    length: cells.reduce((sum, { text }) => sum + weightOf(text), 0),
    anchors: joinAnchors(cells.map(anchorsOf)),
  }));
}

function cellsOf({ blocks }: Unit): Map<string, Block> {
  return new Map(blocks.map((block) => [keyOf(block.cell?.row ?? 0, block.cell?.column ?? 0), block]));
}

function keyOf(row: number, column: number): string {
  return `${row}:${column}`;
}
