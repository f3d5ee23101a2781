import type { Sheet, Workbook } from '@preflag/readers';
import type { CellAt } from './calculator.ts';
import { formulaTokens, type Token } from './formula-tokens.ts';
import { resolveTables, type ResolvedTables } from './resolve-tables.ts';

/**
 * Replaces names by the ranges and constants that they stand for where the formula stands, and structured references by ranges. Names of
 * anything else are left.
 */
export function resolveNames(formula: string, cell: CellAt, workbook: Workbook): ResolvedTables {
  const resolved = resolveTables(formula, cell, workbook);
  const tokens = formulaTokens(resolved.text);
  if (tokens.every(({ type }) => type !== 'name')) return resolved;
  const sheet = workbook.sheets[cell.sheet]!;
  const texts = tokens.map((token) => (token.type === 'name' ? (meaningOf(token, sheet, workbook) ?? token.text) : token.text));
  return { ...resolved, text: texts.join('') };
}

/** A name of the sheet counts before one of the workbook. */
function meaningOf(token: Token & { readonly sheet?: string }, sheet: Sheet, workbook: Workbook): string | undefined {
  const name = token.text.slice(token.text.lastIndexOf('!') + 1).toLowerCase();
  const scope = (token.sheet ?? sheet.name).toLowerCase();
  const same = workbook.names.filter((one) => one.name.toLowerCase() === name);
  const found = same.find((one) => one.sheet?.toLowerCase() === scope) ?? same.find((one) => one.sheet === undefined);
  const meaning = found?.refersTo;
  return meaning !== undefined && isPlain(formulaTokens(meaning)) ? meaning : undefined;
}

/** A constant, or a range on a named sheet that does not move with the cell. */
function isPlain(tokens: readonly Token[]): boolean {
  const [token] = tokens;
  if (tokens.length !== 1 || !token) return false;
  if (token.type !== 'reference') return token.type === 'number' || token.type === 'string' || token.type === 'boolean';
  const { from, to } = token.corners;
  return token.sheet !== undefined && [from, to].every(({ rowFixed, columnFixed }) => rowFixed && columnFixed);
}
