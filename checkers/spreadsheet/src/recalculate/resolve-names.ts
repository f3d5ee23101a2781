import type { Sheet, Workbook } from '@preflag/readers';
import { formulaTokens, type Token } from './formula-tokens.ts';

/** Replaces names by the ranges and constants that they stand for, as `sheet` sees them. Names of anything else are left. */
export function resolveNames(formula: string, sheet: Sheet, workbook: Workbook): string {
  const tokens = formulaTokens(formula);
  if (tokens.every(({ type }) => type !== 'name')) return formula;
  return tokens.map((token) => (token.type === 'name' ? (meaningOf(token, sheet, workbook) ?? token.text) : token.text)).join('');
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
