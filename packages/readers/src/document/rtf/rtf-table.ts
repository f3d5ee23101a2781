import type { StoryCell, StoryEntry, StoryRow } from '../story/story.ts';

interface CellEdge {
  /** The right edge, in twentieths of a point. */
  readonly at: number;
  readonly isContinued: boolean;
  readonly isMerged: boolean;
}

interface Row {
  readonly edges: readonly CellEdge[];
  readonly cells: readonly (readonly StoryEntry[])[];
  readonly isHeader: boolean;
}

/** Edges that are closer are the same, in twentieths of a point. */
const SAME_EDGE = 60;
const MOST_CELLS = 1_000;

/** Puts a table together: rich text has rows of cells with their right edges, and no tables. */
export class RtfTable {
  #rows: Row[] = [];
  #edges: CellEdge[] = [];
  #cells: StoryEntry[][] = [];
  #cell: StoryEntry[] = [];
  #isHeader = false;
  #next = { isContinued: false, isMerged: false };

  beginRow(): void {
    this.#edges = [];
    this.#isHeader = false;
    this.#next = { isContinued: false, isMerged: false };
  }

  markHeader(): void {
    this.#isHeader = true;
  }

  /** The next cell goes on from the row above. */
  markContinued(): void {
    this.#next.isContinued = true;
  }

  /** The next cell is a part of the one before. */
  markMerged(): void {
    this.#next.isMerged = true;
  }

  addEdge(at: number): void {
    if (this.#edges.length < MOST_CELLS) this.#edges.push({ at, ...this.#next });
    this.#next = { isContinued: false, isMerged: false };
  }

  add(entry: StoryEntry): void {
    this.#cell.push(entry);
  }

  endCell(): void {
    if (this.#cells.length < MOST_CELLS) this.#cells.push(this.#cell);
    this.#cell = [];
  }

  /** What a row says of its cells may stand before or behind them. */
  endRow(): void {
    if (this.#cells.length > 0) this.#rows.push({ edges: this.#edges, cells: this.#cells, isHeader: this.#isHeader });
    this.#cells = [];
  }

  /** Adds the table that was open, if any. */
  end(entries: StoryEntry[]): void {
    if (this.#cells.length > 0 || this.#cell.length > 0) {
      if (this.#cell.length > 0) this.endCell();
      this.endRow();
    }
    const rows = this.#rows;
    this.#rows = [];
    if (rows.length === 0) return;
    const columns = columnsOf(rows);
    entries.push({ kind: 'table', rows: rows.map((row) => rowOf(row, columns)) });
  }
}

/** The right edges of all columns, each at the first of those that are the same. */
function columnsOf(rows: readonly Row[]): readonly number[] {
  const edges = [...new Set(rows.flatMap((row) => row.edges.map(({ at }) => at)))].toSorted((a, b) => a - b);
  return edges.filter((at, index) => index === 0 || at - (edges[index - 1] ?? 0) > SAME_EDGE);
}

function rowOf({ edges, cells, isHeader }: Row, columns: readonly number[]): StoryRow {
  const made: StoryCell[] = [];
  let column = 0;
  for (const [index, entries] of cells.entries()) {
    const edge = edges[index];
    const end = edge ? lastColumn(columns, edge.at) + 1 : column + 1;
    const span = Math.max(1, end - column);
    const before = made.at(-1);
    if (edge?.isMerged && before) made[made.length - 1] = { ...before, span: before.span + span, entries: [...before.entries, ...entries] };
    else made.push({ column, continued: edge?.isContinued ?? false, span, entries });
    column += span;
  }
  return { header: isHeader, cells: made };
}

/** The column whose right edge is at, or nearest before, a place. */
function lastColumn(columns: readonly number[], at: number): number {
  let [low, high] = [0, columns.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((columns[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
