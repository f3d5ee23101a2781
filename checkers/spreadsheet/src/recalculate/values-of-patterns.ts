import type { Sheet, Workbook } from '@preflag/readers';
import type { CalculatedValue, Calculation, Calculator, CellAt } from './calculator.ts';
import { EXCEL_ERRORS } from './calculator.ts';
import { keyOf, rangeOf } from './cell-ranges.ts';
import { moveFormula } from './move-formula.ts';
import { parseFormula } from './parse-formula.ts';
import { resolveNames } from './resolve-names.ts';

/** A cell, and another one of its sheet whose formula might as well stand in it. */
interface PatternAt extends CellAt {
  readonly pattern: { readonly row: number; readonly column: number };
}

/**
 * What cells would hold if the formula of their pattern were filled into them, computed from the values that the workbook holds.
 *
 * @returns in the order of the cells; `undefined` where it cannot be computed, and beyond 500 cells or 20,000 values that are looked at
 */
export async function valuesOfPatterns(
  workbook: Workbook,
  cells: readonly PatternAt[],
  calculator: Calculator,
): Promise<readonly (CalculatedValue | undefined)[]> {
  const values = cells.map((): CalculatedValue | undefined => undefined);
  const texts = cells.slice(0, MOST_CELLS).map((cell) => textOf(workbook, cell));
  const gathering = new Gathering(workbook, cells);
  const taken = [...texts.entries()].filter(([index, text]) => text !== undefined && gathering.take(cells[index]!, text));
  if (taken.length === 0) return values;
  const formulas = taken.map(([index, text]) => ({ ...placeOf(cells[index]!), text: text ?? '' }));
  const given = await calculator.calculate({ sheets: workbook.sheets.map(({ name }) => name), inputs: gathering.inputs, formulas });
  for (const [order, [index]] of taken.entries()) values[index] = given[order];
  return values;
}

const MOST_CELLS = 500;
const MOST_INPUTS = 20_000;

function textOf(workbook: Workbook, { sheet: index, row, column, pattern }: PatternAt): string | undefined {
  const sheet = workbook.sheets[index];
  const own = sheet?.formula(pattern.row, pattern.column);
  const text =
    sheet && own !== undefined
      ? moveFormula(resolveNames(own, { sheet: index, ...pattern }, workbook).text, row - pattern.row, column - pattern.column)
      : undefined;
  return text === undefined || parseFormula(text).obstacle ? undefined : text;
}

/** The cells that formulas use, with the values that the file holds. */
class Gathering {
  readonly inputs: Calculation['inputs'][number][] = [];
  readonly #workbook: Workbook;
  readonly #sheets: ReadonlyMap<string, number>;
  readonly #seen = new Set<number>();
  /** Cells that are computed: they are no inputs, and formulas that use them are not taken. */
  readonly #computed: ReadonlySet<number>;

  constructor(workbook: Workbook, cells: readonly CellAt[]) {
    this.#workbook = workbook;
    this.#sheets = new Map(workbook.sheets.map(({ name }, index) => [name.toLowerCase(), index]));
    this.#computed = new Set(cells.map(keyOf));
  }

  /** Gathers what a formula uses; false where that is not there or too much. */
  take(cell: CellAt, text: string): boolean {
    const inputs = new Map<number, Calculation['inputs'][number]>();
    for (const { sheet: name, corners } of parseFormula(text).references) {
      const index = name === undefined ? cell.sheet : this.#sheets.get(name.toLowerCase());
      const sheet = index === undefined ? undefined : this.#workbook.sheets[index];
      if (index === undefined || !sheet) return false;
      const range = rangeOf(corners, index, cell, cell);
      for (let row = range.top; row <= Math.min(range.bottom, sheet.rowCount - 1); row += 1)
        for (let column = range.left; column <= Math.min(range.right, sheet.columnCount - 1); column += 1) {
          const key = keyOf({ sheet: index, row, column });
          if (this.#computed.has(key) || this.inputs.length + inputs.size >= MOST_INPUTS) return false;
          const value = this.#seen.has(key) ? undefined : heldValue(sheet, row, column);
          if (value !== undefined) inputs.set(key, { sheet: index, row, column, value });
        }
    }
    for (const [key, input] of inputs) {
      this.#seen.add(key);
      this.inputs.push(input);
    }
    return true;
  }
}

function heldValue(sheet: Sheet, row: number, column: number): CalculatedValue | undefined {
  const value = sheet.value(row, column);
  return typeof value === 'object' && !EXCEL_ERRORS.has(value.error) ? { error: '#VALUE!' } : value;
}

function placeOf({ sheet, row, column }: CellAt): CellAt {
  return { sheet, row, column };
}
