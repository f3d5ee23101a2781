import { defineFact, type Fact } from '@preflag/core';
import { formulaTokens, type Token } from '../recalculate/formula-tokens.ts';
import { formulaGroups, type FormulaGroup } from './formula-groups.ts';

/** What the tokens of a formula say, for cells of one sheet that have the same formula in R1C1 terms. */
export interface FormulaSyntax {
  readonly group: FormulaGroup;
  /** Functions as they are written, each once: `_xlfn.XLOOKUP`, `Sum`. */
  readonly functions: readonly string[];
  /** How many functions stand inside of each other. */
  readonly depth: number;
  /** What no formula can hold, and what it is. */
  readonly fault: SyntaxFault | undefined;
  /** Two signs between two operands: `--`. */
  readonly doubled: string | undefined;
}

/** `found` is how it stands in the formula. */
interface SyntaxFault {
  readonly kind: 'separator' | 'operator' | 'character' | 'unclosed' | 'unopened' | 'unfinished';
  readonly found: string;
}

/** Each different formula of each sheet, looked at once. */
export const formulaSyntax: Fact<'workbook', readonly FormulaSyntax[]> = defineFact({
  id: 'spreadsheet/formula-syntax',
  reads: 'workbook',
  uses: [formulaGroups],
  compute: (_model, facts) => facts(formulaGroups).map((group) => ({ group, ...syntaxOf(group.formula) })),
});

/** Looks at a formula, without `=`. */
export function syntaxOf(formula: string): Omit<FormulaSyntax, 'group'> {
  // Blanks mean nothing here, and a leading `=` is read over by spreadsheet programs.
  const tokens = formulaTokens(formula.replace(/^\s*=/, '')).filter(({ type }) => type !== 'blank');
  const functions = new Set<string>();
  const open: boolean[] = [];
  let [calls, depth] = [0, 0];
  let fault: SyntaxFault | undefined;
  let doubled: string | undefined;
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    if (token.type === 'function') {
      functions.add(token.text.slice(0, -1));
      open.push(true);
      depth = Math.max(depth, (calls += 1));
    } else if (token.type === 'open') open.push(false);
    else if (token.type === 'close') {
      const closed = open.pop();
      if (closed === undefined) fault ??= { kind: 'unopened', found: ')' };
      else if (closed) calls -= 1;
    }
    fault ??= faultAt(token, before);
    if (isSign(token) && isSign(before) && isOperand(tokens[index - 2])) doubled ??= `${before?.text}${token.text}`;
  }
  const last = tokens.at(-1);
  if (open.length > 0) fault ??= { kind: 'unclosed', found: '(' };
  if (last?.type === 'operator' && last.text !== '%') fault ??= { kind: 'unfinished', found: last.text };
  return { functions: [...functions], depth, fault, doubled };
}

/** Operators that need an operand on their left. */
const BINARY: ReadonlySet<string> = new Set(['*', '/', '^', '&', '=', '<', '>', '<=', '>=', '<>']);
/** Marks that join ranges, ask for a spill, or intersect; what else the tokens do not know may be a name of a kind that they miss. */
const FOREIGN: ReadonlySet<string> = new Set([
  ';',
  '\u201C',
  '\u201D',
  '\u2018',
  '\u2019',
  '\u2212',
  '\u00D7',
  '\u00F7',
  '\u2264',
  '\u2265',
]);

function faultAt(token: Token, before: Token | undefined): SyntaxFault | undefined {
  if (token.type === 'unknown' && FOREIGN.has(token.text))
    return { kind: token.text === ';' ? 'separator' : 'character', found: token.text };
  // `A1!=B1`: the tokens take `A1!` for a sheet.
  if (token.type === 'unknown' && token.text.endsWith('!=')) return { kind: 'operator', found: '!=' };
  if (token.type !== 'operator' || !BINARY.has(token.text)) return undefined;
  // `1%*2`: a percent sign ends its operand.
  if (before?.type === 'operator' && before.text !== '%') return { kind: 'operator', found: `${before.text}${token.text}` };
  return before === undefined || before.type === 'open' || before.type === 'function' ? { kind: 'operator', found: token.text } : undefined;
}

function isSign(token: Token | undefined): boolean {
  return token?.type === 'operator' && (token.text === '-' || token.text === '+');
}

function isOperand(token: Token | undefined): boolean {
  return (
    token !== undefined && (['number', 'reference', 'name', 'close', 'structured', 'external'].includes(token.type) || token.text === '%')
  );
}
