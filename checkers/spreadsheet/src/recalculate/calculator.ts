/** A value that a cell holds or a formula gives. A formula is never blank. */
export type CalculatedValue = number | string | boolean | { readonly error: string };

/** A cell of a calculation. Sheets are indexes into the list of names; rows and columns are 0-based. */
export interface CellAt {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

/** Cells that stand still, and the formulas that are computed over them. Cells that are in neither are blank. */
export interface Calculation {
  /** Sheet names, as formulas write them. */
  readonly sheets: readonly string[];
  readonly inputs: readonly (CellAt & { readonly value: CalculatedValue })[];
  /** Texts without `=`, that refer to inputs, blank cells and each other, and to nothing in a circle. */
  readonly formulas: readonly (CellAt & { readonly text: string })[];
}

/** A formula engine. What stands behind this is the only place that knows which one it is. */
export interface Calculator {
  /** The values in the order of the formulas; `undefined` where the engine cannot say. Numbers have at least 14 significant digits. */
  calculate(calculation: Calculation): Promise<readonly (CalculatedValue | undefined)[]>;
}

/** ECMA-376-1, 18.17.3. Other errors of an engine say that it cannot compute something. */
export const EXCEL_ERRORS: ReadonlySet<string> = new Set(['#DIV/0!', '#N/A', '#NAME?', '#NULL!', '#NUM!', '#REF!', '#VALUE!']);
