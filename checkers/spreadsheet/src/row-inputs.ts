import { formulaTokens } from './recalculate/formula-tokens.ts';

/** What a formula computes with in its own row, and how. */
export interface RowInputs {
  /** Columns as distances from the formula's, in order. Cells that do not move along with it (`$B$1`) do not count. */
  readonly columns: readonly number[];
  /** Names of functions, in order, joined by a comma. */
  readonly functions: string;
  readonly operators: ReadonlySet<string>;
}

/** @returns `undefined` for a formula that uses another row or sheet, a name, a condition, or nothing of its row */
export function rowInputs(formula: string, row: number, column: number): RowInputs | undefined {
  const inputs = new Set<number>();
  const functions = new Set<string>();
  const operators = new Set<string>();
  for (const token of formulaTokens(formula)) {
    if (UNCLEAR.has(token.type) || (token.type === 'function' && !SIMPLE.has(token.name))) return undefined;
    if (token.type === 'function') functions.add(token.name);
    if (token.type === 'operator') operators.add(token.text);
    if (token.type !== 'reference') continue;
    const { from, to } = token.corners;
    if (from.rowFixed && from.columnFixed) continue;
    if (token.sheet !== undefined || from.row !== row || to.row !== row || from.rowFixed || to.column - from.column > MOST)
      return undefined;
    for (let at = from.column; at <= to.column; at += 1) inputs.add(at - column);
  }
  if (inputs.size === 0) return undefined;
  return { columns: [...inputs].toSorted((a, b) => a - b), functions: [...functions].toSorted().join(), operators };
}

const MOST = 40;
const UNCLEAR: ReadonlySet<string> = new Set(['name', 'array', 'structured', 'external', 'several-sheets', 'unknown', 'error', 'string']);
/** Functions that look at all that they are given. */
const SIMPLE: ReadonlySet<string> = new Set(['SUM', 'PRODUCT', 'AVERAGE', 'MIN', 'MAX', 'ROUND', 'ABS', 'INT']);
