import type { Workbook } from '@preflag/readers';
import type { CellAt } from './calculator.ts';
import { isSingle, keyOf, moves, rangeOf, type SheetRange } from './cell-ranges.ts';
import type { Obstacle } from './outcome.ts';
import { parseFormula, type ParsedFormula } from './parse-formula.ts';
import { resolveNames } from './resolve-names.ts';

/** A formula cell, what it uses and what stands in its way. */
export interface FormulaNode extends CellAt {
  readonly parsed: ParsedFormula;
  /** What it has in common with all formulas of its sheet that are equal in R1C1 terms. */
  readonly template: Template;
  readonly obstacle: Obstacle | undefined;
  /** Ranges that it uses, cut to what the sheets hold; indexes into `ranges`. */
  readonly uses: readonly number[];
  /** Those of them that must hold days that the engine counts as spreadsheets do. */
  readonly days: readonly number[];
}

/**
 * Which formula depends on which. Its vertices are the formulas, by their index, and behind them the ranges;
 * a range stands between the formulas in it and those that use it, so that a column used a thousand times is one vertex.
 */
export interface FormulaGraph {
  readonly nodes: readonly FormulaNode[];
  readonly ranges: readonly SheetRange[];
  /** The index of a sheet by the name that formulas have for it. */
  sheet(name: string): number | undefined;
  /** A range as far as its sheet reaches; `undefined` where nothing of it is left. */
  cut(range: SheetRange): SheetRange | undefined;
  /** The formula in a cell, or `undefined`. */
  nodeAt(cell: CellAt): number | undefined;
  /** Each vertex that depends on this one directly; a range may depend on a shorter one that begins with it. */
  dependents(vertex: number): readonly number[];
  /** True where the dependence may never come to bear: one branch of an IF. */
  isLazy(vertex: number, dependent: number): boolean;
}

/**
 * Draws the graph of the formulas that stand in these cells.
 *
 * @returns `undefined` when it has more edges than `mostEdges`
 */
export function drawGraph(workbook: Workbook, cells: readonly CellAt[], mostEdges: number): FormulaGraph | undefined {
  const drawing = new Drawing(workbook);
  for (const cell of cells) drawing.add(cell);
  return drawing.connect(mostEdges) ? drawing : undefined;
}

class Drawing implements FormulaGraph {
  readonly nodes: FormulaNode[] = [];
  readonly ranges: SheetRange[] = [];
  readonly #workbook: Workbook;
  readonly #sheets: ReadonlyMap<string, number>;
  readonly #templates = new Map<string, Template>();
  readonly #rangeIds = new Map<string, number>();
  /** Ranges of one cell, by the cell. */
  readonly #cellIds = new Map<number, number>();
  readonly #nodeIds = new Map<number, number>();
  /** Formulas by sheet and column, in the order of rows. */
  readonly #columns = new Map<number, Map<number, number[]>>();
  readonly #dependents: (number[] | undefined)[] = [];
  /** `range * 2^21 + formula` of uses that are all in branches. */
  readonly #lazy = new Set<number>();

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
    this.#sheets = new Map(workbook.sheets.map(({ name }, index) => [name.toLowerCase(), index] as const).toReversed());
  }

  add(cell: CellAt): void {
    const template = this.#template(cell);
    const id = this.nodes.length;
    const uses = new Map<number, boolean>();
    const days: number[] = [];
    const { rows } = template;
    let { obstacle } = template.parsed;
    if (rows && (cell.row < rows.top || cell.row > rows.bottom)) obstacle ??= { reason: 'reference', detail: 'its row of a table' };
    for (const reference of template.parsed.references) {
      const sheet = reference.sheet === undefined ? cell.sheet : this.sheet(reference.sheet);
      if (sheet === undefined) obstacle ??= { reason: 'reference', detail: reference.sheet ?? '' };
      else {
        const range = this.#rangeId(rangeOf(reference.corners, sheet, cell, template.origin));
        if (range !== undefined) uses.set(range, (uses.get(range) ?? true) && reference.lazy);
        if (range !== undefined && reference.isDay) days.push(range);
        else if (reference.isDay) obstacle ??= { reason: 'engine-differs', detail: 'a date before March 1900' };
      }
    }
    for (const [range, lazy] of uses) if (lazy) this.#lazy.add(range * NODES + id);
    this.nodes.push({ ...cell, parsed: template.parsed, template, obstacle, uses: [...uses.keys()], days: days.length > 0 ? days : NONE });
    this.#nodeIds.set(keyOf(cell), id);
    const columns = this.#columns.get(cell.sheet) ?? new Map<number, number[]>();
    this.#columns.set(cell.sheet, columns);
    const column = columns.get(cell.column);
    if (column) column.push(id);
    else columns.set(cell.column, [id]);
  }

  /** No formula is added after this. */
  connect(mostEdges: number): boolean {
    for (let vertex = this.nodes.length + this.ranges.length; vertex > 0; vertex -= 1) this.#dependents.push(undefined);
    let edges = 0;
    for (const [id, { uses }] of this.nodes.entries()) {
      edges += uses.length;
      for (const range of uses) this.#link(this.nodes.length + range, id);
    }
    for (const ids of this.#nestedRanges()) {
      let shorter: number | undefined;
      for (const id of ids) {
        const range = this.ranges[id]!;
        if (shorter !== undefined) this.#link(this.nodes.length + shorter, this.nodes.length + id);
        const top = shorter === undefined ? range.top : this.ranges[shorter]!.bottom + 1;
        for (const node of this.#formulasIn({ ...range, top })) {
          this.#link(node, this.nodes.length + id);
          edges += 1;
          if (edges > mostEdges) return false;
        }
        shorter = id;
      }
    }
    this.#rangeIds.clear();
    this.#cellIds.clear();
    return true;
  }

  #link(vertex: number, dependent: number): void {
    const known = this.#dependents[vertex];
    if (known) known.push(dependent);
    else this.#dependents[vertex] = [dependent];
  }

  /** Ranges that begin in the same place and are as wide, from the shortest on, as those of running totals are. */
  #nestedRanges(): Iterable<readonly number[]> {
    const nested = new Map<string, number[]>();
    const single: number[][] = [];
    for (const [id, range] of this.ranges.entries()) {
      if (isSingle(range)) {
        single.push([id]);
        continue;
      }
      const { sheet, top, left, right } = range;
      const key = `${sheet} ${top} ${left} ${right}`;
      const ids = nested.get(key);
      if (ids) ids.push(id);
      else nested.set(key, [id]);
    }
    for (const ids of nested.values()) ids.sort((a, b) => this.ranges[a]!.bottom - this.ranges[b]!.bottom);
    return [...single, ...nested.values()];
  }

  sheet(name: string): number | undefined {
    return this.#sheets.get(name.toLowerCase());
  }

  cut(range: SheetRange): SheetRange | undefined {
    const { rowCount, columnCount } = this.#workbook.sheets[range.sheet]!;
    const cut = { ...range, bottom: Math.min(range.bottom, rowCount - 1), right: Math.min(range.right, columnCount - 1) };
    return cut.bottom < cut.top || cut.right < cut.left ? undefined : cut;
  }

  nodeAt(cell: CellAt): number | undefined {
    return this.#nodeIds.get(keyOf(cell));
  }

  dependents(vertex: number): readonly number[] {
    return this.#dependents[vertex] ?? NONE;
  }

  isLazy(vertex: number, dependent: number): boolean {
    return vertex >= this.nodes.length && this.#lazy.has((vertex - this.nodes.length) * NODES + dependent);
  }

  /** Formulas that are equal in R1C1 terms are looked at once per sheet, since names may mean different things on each. */
  #template(cell: CellAt): Template {
    const sheet = this.#workbook.sheets[cell.sheet]!;
    const key = `${cell.sheet} ${sheet.formulaId(cell.row, cell.column)}`;
    const known = this.#templates.get(key);
    if (known) return known;
    const text = sheet.formula(cell.row, cell.column) ?? '';
    const { text: resolved, rows } = resolveNames(text, cell, this.#workbook);
    const parsed = parseFormula(resolved);
    const isOfMany =
      text === sheet.relativeFormula(cell.row, cell.column) && parseFormula(text).references.some(({ corners }) => moves(corners));
    const template: Template = {
      // The formula of a range of cells is the same text in all of them, and gives each another part of its result.
      parsed: isOfMany ? { ...parsed, references: [], obstacle: { reason: 'array' } } : parsed,
      text: resolved,
      origin: cell,
      ...(rows && { rows }),
    };
    this.#templates.set(key, template);
    return template;
  }

  #rangeId(range: SheetRange): number | undefined {
    const cut = this.cut(range);
    if (!cut) return undefined;
    if (isSingle(cut)) return this.#idIn(this.#cellIds, keyOf({ sheet: cut.sheet, row: cut.top, column: cut.left }), cut);
    return this.#idIn(this.#rangeIds, `${cut.sheet} ${cut.top} ${cut.left} ${cut.bottom} ${cut.right}`, cut);
  }

  #idIn<Key>(ids: Map<Key, number>, key: Key, range: SheetRange): number {
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, this.ranges.length);
    return this.ranges.push(range) - 1;
  }

  *#formulasIn(range: SheetRange): Iterable<number> {
    if (isSingle(range)) {
      const node = this.nodeAt({ sheet: range.sheet, row: range.top, column: range.left });
      if (node !== undefined) yield node;
      return;
    }
    for (const [column, ids] of this.#columns.get(range.sheet) ?? []) {
      if (column < range.left || column > range.right) continue;
      for (let at = this.#firstFrom(ids, range.top); at < ids.length; at += 1) {
        if (this.nodes[ids[at]!]!.row > range.bottom) break;
        yield ids[at]!;
      }
    }
  }

  /** The first of these formulas, in the order of rows, that stands in the row or below. */
  #firstFrom(ids: readonly number[], row: number): number {
    let [low, high] = [0, ids.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.nodes[ids[middle]!]!.row < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Formulas of a sheet that are equal in R1C1 terms. */
export interface Template {
  readonly parsed: ParsedFormula;
  /** As it reads in `origin`, with its names replaced. */
  readonly text: string;
  /** The only rows where it means this, if not all. */
  readonly rows?: { readonly top: number; readonly bottom: number };
  /** Where its references are as they were parsed. */
  readonly origin: CellAt;
}

const NONE: readonly number[] = [];

/** More formulas than a graph may have. */
const NODES = 2 ** 21;
