import type { Workbook } from '@preflag/readers';
import type { CalculatedValue, Calculator, CellAt } from './calculator.ts';
import { findCircles, type Circle } from './find-circles.ts';
import { batchCalculation, valueAt } from './batch-calculation.ts';
import type { SheetRange } from './cell-ranges.ts';
import { DirectValues } from './direct-values.ts';
import { drawGraph, type FormulaGraph, type FormulaNode, type Template } from './formula-graph.ts';
import { ENGINE_ERRORS, FIRST_SAFE_DAY } from './functions.ts';
import { orderVertices } from './order-vertices.ts';
import type { Outcome, Reason } from './outcome.ts';
import { readSimpleFormula, type Expression } from './simple-formula.ts';

/** What a workbook's formulas give when they are computed anew from the values that were typed in. */
export interface RecalculatedWorkbook {
  readonly graph: FormulaGraph;
  /** By the index of the formula in the graph. */
  readonly outcomes: readonly Outcome[];
  readonly circles: readonly Circle[];
}

export interface RecalculationLimits {
  /** Time until no more formulas are computed, in ms. A batch that was begun ends. */
  readonly ms: number;
  readonly edges: number;
  /** Formulas of one batch. */
  readonly formulas: number;
  /** Cells that one batch of formulas is given. */
  readonly inputs: number;
  /** Cells that the formulas of one batch look at, a cell counting each time. */
  readonly reads: number;
}

export const RECALCULATION_LIMITS: Omit<RecalculationLimits, 'ms'> = {
  edges: 4_000_000,
  formulas: 5000,
  inputs: 200_000,
  reads: 2_000_000,
};

/**
 * Computes formulas: the simple ones here, as they come, and the others by the engine in batches, each over the values of those before,
 * so that time and depth stay within limits.
 *
 * @returns `undefined` when the formulas depend on each other in more ways than the limits allow
 */
export async function recalculateWorkbook(
  workbook: Workbook,
  cells: readonly CellAt[],
  calculator: Calculator,
  limits: RecalculationLimits,
): Promise<RecalculatedWorkbook | undefined> {
  const graph = drawGraph(workbook, cells, limits.edges);
  if (!graph) return undefined;
  const run = new Run(workbook, graph, calculator, limits);
  return { graph, outcomes: await run.outcomes(), circles: run.circles };
}

/** The engine's stack held at least 420 steps of every kind that was tried, one inside the other, and not 780 of the costliest. */
const DEEPEST = 200;

class Run {
  readonly circles: readonly Circle[];
  readonly #workbook: Workbook;
  readonly #graph: FormulaGraph;
  readonly #calculator: Calculator;
  readonly #limits: RecalculationLimits;
  readonly #order: readonly number[];
  readonly #outcomes: (Outcome | undefined)[];
  /** Vertices that depend on a formula without value. */
  readonly #tainted: Uint8Array;
  /** How deep the engine goes for a vertex, in the batch of this number. */
  readonly #depth: Int32Array;
  readonly #batchOf: Int32Array;
  #batch: number[] = [];
  readonly #batchRanges = new Set<number>();
  readonly #direct: DirectValues;
  readonly #expressions = new Map<Template, Expression | undefined>();
  #batchNumber = 1;
  #reads = 0;
  #inputs = 0;

  constructor(workbook: Workbook, graph: FormulaGraph, calculator: Calculator, limits: RecalculationLimits) {
    const count = graph.nodes.length + graph.ranges.length;
    this.#workbook = workbook;
    this.#graph = graph;
    this.#calculator = calculator;
    this.#limits = limits;
    this.#outcomes = Array.from({ length: graph.nodes.length }, () => undefined);
    this.#tainted = new Uint8Array(count);
    this.#depth = new Int32Array(count);
    this.#batchOf = new Int32Array(count);
    this.#direct = new DirectValues(graph, (cell) => valueAt(workbook, graph, cell, (id) => this.#valueOf(id)) ?? null);
    this.#order = orderVertices(graph);
    const left = new Set(Array.from({ length: count }, (_, vertex) => vertex));
    for (const vertex of this.#order) left.delete(vertex);
    this.circles = left.size > 0 ? findCircles(graph, left) : [];
  }

  async outcomes(): Promise<readonly Outcome[]> {
    for (const { members } of this.circles) for (const id of members) this.#refuse(id, 'circular');
    for (const [id, { obstacle, parsed }] of this.#graph.nodes.entries()) {
      if (obstacle) this.#refuse(id, obstacle.reason, obstacle.detail);
      else if (parsed.depth > DEEPEST) this.#refuse(id, 'too-deep');
    }
    const deadline = performance.now() + this.#limits.ms;
    for (const vertex of this.#order) {
      if (vertex >= this.#graph.nodes.length) this.#passDepth(vertex);
      else if (this.#isFor(vertex) && !this.#computeDirectly(vertex, deadline)) {
        if (this.#isFullFor(vertex)) await this.#close(deadline);
        // Closing a batch may show that an input has no value.
        if (this.#isFor(vertex)) this.#take(vertex);
      }
    }
    await this.#close(deadline);
    return this.#outcomes.map((outcome) => outcome ?? { kind: 'unsupported', reason: 'inputs' });
  }

  /** True for a formula that is to be computed. */
  #isFor(id: number): boolean {
    return !this.#outcomes[id] && !this.#tainted[id];
  }

  /** False for a formula that the engine must be asked for, and where the value of an input is still in the batch. */
  #computeDirectly(id: number, deadline: number): boolean {
    if (this.#depthIn(id) > 0 || this.#areaOf(id) > this.#limits.reads || performance.now() > deadline) return false;
    const node = this.#graph.nodes[id]!;
    const { template } = node;
    let expression = this.#expressions.get(template);
    if (!expression && !this.#expressions.has(template)) {
      expression = readSimpleFormula(template.text);
      this.#expressions.set(template, expression);
    }
    const value = expression && this.#direct.valueOf(expression, node, template.origin);
    if (value === undefined) return false;
    this.#outcomes[id] = { kind: 'value', value };
    return true;
  }

  #isFullFor(id: number): boolean {
    const area = this.#areaOf(id);
    const { formulas, inputs, reads } = this.#limits;
    if (this.#batch.length >= formulas) return true;
    return this.#graph.nodes[id]!.parsed.depth + this.#depthIn(id) > DEEPEST || this.#reads + area > reads || this.#inputs + area > inputs;
  }

  /** Puts a formula into the batch. */
  #take(id: number): void {
    const { parsed, uses } = this.#graph.nodes[id]!;
    if (this.#areaOf(id) > this.#limits.inputs) {
      this.#refuse(id, 'limit');
      return;
    }
    for (const range of uses) {
      if (this.#batchRanges.has(range)) continue;
      this.#batchRanges.add(range);
      this.#inputs += areaOf(this.#graph.ranges[range]!);
    }
    this.#reads += this.#areaOf(id);
    this.#batch.push(id);
    this.#put(id, parsed.depth + this.#depthIn(id));
    this.#passDepth(id);
  }

  /** How many cells a formula looks at. */
  #areaOf(id: number): number {
    return this.#graph.nodes[id]!.uses.reduce((sum, range) => sum + areaOf(this.#graph.ranges[range]!), 0);
  }

  #depthIn(vertex: number): number {
    return this.#batchOf[vertex] === this.#batchNumber ? this.#depth[vertex]! : 0;
  }

  #put(vertex: number, depth: number): void {
    this.#depth[vertex] = Math.max(this.#depthIn(vertex), depth);
    this.#batchOf[vertex] = this.#batchNumber;
  }

  #passDepth(vertex: number): void {
    const depth = this.#depthIn(vertex);
    if (depth > 0) for (const dependent of this.#graph.dependents(vertex)) this.#put(dependent, depth);
  }

  async #close(deadline: number): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    this.#batchNumber += 1;
    this.#batchRanges.clear();
    this.#reads = 0;
    this.#inputs = 0;
    const isLate = performance.now() > deadline;
    const values =
      isLate || batch.length === 0
        ? []
        : await this.#calculator.calculate(batchCalculation(this.#workbook, this.#graph, batch, (id) => this.#valueOf(id)));
    const given = new Map(batch.map((id, index) => [id, values[index]]));
    for (const [index, id] of batch.entries()) {
      const value = values[index];
      if (this.#tainted[id]) continue;
      if (value === undefined) this.#refuse(id, isLate ? 'limit' : 'engine');
      else if (isEngineError(value, this.#graph.nodes[id]!)) this.#refuse(id, 'engine-differs', 'DATE');
      else if (!this.#hasSafeDays(id, given)) this.#refuse(id, 'engine-differs', 'a date before March 1900');
      else this.#outcomes[id] = { kind: 'value', value };
    }
  }

  #valueOf(id: number): CalculatedValue | undefined {
    const outcome = this.#outcomes[id];
    return outcome?.kind === 'value' ? outcome.value : undefined;
  }

  #hasSafeDays(id: number, given: ReadonlyMap<number, CalculatedValue | undefined>): boolean {
    const { nodes, ranges } = this.#graph;
    return nodes[id]!.days.every((range) => {
      const { sheet, top: row, left: column } = ranges[range]!;
      const value = valueAt(this.#workbook, this.#graph, { sheet, row, column }, (node) => given.get(node) ?? this.#valueOf(node));
      return typeof value === 'number' ? value >= FIRST_SAFE_DAY : value !== undefined && typeof value !== 'boolean';
    });
  }

  #refuse(id: number, reason: Reason, detail?: string): void {
    this.#outcomes[id] ??= { kind: 'unsupported', reason, ...(detail !== undefined && { detail }) };
    const work = [id];
    for (let vertex = work.pop(); vertex !== undefined; vertex = work.pop())
      for (const dependent of this.#graph.dependents(vertex)) {
        if (this.#tainted[dependent]) continue;
        this.#tainted[dependent] = 1;
        work.push(dependent);
      }
  }
}

function isEngineError(value: CalculatedValue, { parsed }: FormulaNode): boolean {
  return typeof value === 'object' && parsed.functions.some((name) => ENGINE_ERRORS.get(name) === value.error);
}

function areaOf({ top, left, bottom, right }: SheetRange): number {
  return (bottom - top + 1) * (right - left + 1);
}
