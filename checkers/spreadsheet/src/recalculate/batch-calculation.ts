import type { Workbook } from '@preflag/readers';
import { EXCEL_ERRORS, type CalculatedValue, type Calculation, type CellAt } from './calculator.ts';
import { keyOf } from './cell-ranges.ts';
import type { FormulaGraph } from './formula-graph.ts';
import { resolveNames } from './resolve-names.ts';

/** The value of a formula that was computed before. */
type Computed = (id: number) => CalculatedValue | undefined;

/** Some formulas, and the cells that they use and that are not among them. */
export function batchCalculation(workbook: Workbook, graph: FormulaGraph, batch: readonly number[], computed: Computed): Calculation {
  const inBatch = new Set(batch);
  const seen = new Set<number>();
  const inputs: Calculation['inputs'][number][] = [];
  for (const range of new Set(batch.flatMap((id) => graph.nodes[id]!.uses))) {
    const { sheet, top, bottom, left, right } = graph.ranges[range]!;
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) {
        const cell = { sheet, row, column };
        const key = keyOf(cell);
        if (seen.has(key)) continue;
        seen.add(key);
        const value = valueAt(workbook, graph, cell, (id) => (inBatch.has(id) ? undefined : computed(id)));
        if (value !== undefined) inputs.push({ ...cell, value });
      }
  }
  const formulas = batch.map((id) => {
    const { sheet, row, column } = graph.nodes[id]!;
    const cell = { sheet, row, column };
    return { ...cell, text: resolveNames(workbook.sheets[sheet]!.formula(row, column) ?? '', cell, workbook).text };
  });
  return { sheets: workbook.sheets.map(({ name }) => name), inputs, formulas };
}

/** What a cell holds, or what its formula gave; `undefined` for blank cells. */
export function valueAt(workbook: Workbook, graph: FormulaGraph, cell: CellAt, computed: Computed): CalculatedValue | undefined {
  const sheet = workbook.sheets[cell.sheet]!;
  if (sheet.formulaId(cell.row, cell.column) === 0) {
    const value = sheet.value(cell.row, cell.column);
    // Errors of later versions count as the one that stands for all that is wrong with a value.
    return typeof value === 'object' && !EXCEL_ERRORS.has(value.error) ? { error: '#VALUE!' } : value;
  }
  const id = graph.nodeAt(cell);
  return id === undefined ? undefined : computed(id);
}
