import { formulaTokens, type Corners, type Token } from './formula-tokens.ts';

/** A formula as a tree; only the forms that {@link readSimpleFormula} knows. */
export type Expression =
  | { readonly kind: 'constant'; readonly value: number | string | boolean }
  | ReferenceExpression
  | { readonly kind: 'negative'; readonly operand: Expression }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly operands: readonly Expression[] };

export interface ReferenceExpression {
  readonly kind: 'reference';
  readonly sheet?: string;
  readonly corners: Corners;
}

export type Operator = '+' | '-' | '*' | '/' | '&' | '=' | '<>' | '<' | '>' | '<=' | '>=';

/** Operators from the loosest to the tightest; signs bind tighter than all of them (ECMA-376-1, 18.17.2.2). */
const LEVELS: readonly (readonly string[])[] = [['=', '<>', '<', '>', '<=', '>='], ['&'], ['+', '-'], ['*', '/']];

/**
 * Reads a formula of constants, references, calls and the operators above. The formula must be one that the engine may be given: what
 * is wrong in it is not looked for here.
 *
 * @returns `undefined` for everything else: powers, percents, arrays, arguments that are left empty
 */
export function readSimpleFormula(formula: string): Expression | undefined {
  const reading = new Reading(formulaTokens(formula).filter(({ type }) => type !== 'blank'));
  const expression = reading.operation(0);
  return reading.isAtEnd ? expression : undefined;
}

class Reading {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  operation(level: number): Expression | undefined {
    const operators = LEVELS[level];
    if (!operators) return this.#operand();
    let left = this.operation(level + 1);
    for (let operator = this.#take('operator', operators); operator && left; operator = this.#take('operator', operators)) {
      const right = this.operation(level + 1);
      left = right && { kind: 'operation', operator: operator.text as Operator, left, right };
    }
    return left;
  }

  #operand(): Expression | undefined {
    if (this.#take('operator', ['-'])) {
      const operand = this.#operand();
      return operand && { kind: 'negative', operand };
    }
    const token = this.#tokens[this.#at];
    this.#at += 1;
    switch (token?.type) {
      case 'number':
        return { kind: 'constant', value: Number(token.text) };
      case 'string':
        return { kind: 'constant', value: token.text.slice(1, -1).replaceAll('""', '"') };
      case 'boolean':
        return { kind: 'constant', value: token.text.toUpperCase() === 'TRUE' };
      case 'reference':
        return { kind: 'reference', corners: token.corners, ...(token.sheet !== undefined && { sheet: token.sheet }) };
      case 'function':
        return this.#call(token.name);
      case 'open': {
        const inside = this.operation(0);
        return this.#take('close') ? inside : undefined;
      }
      default:
        return undefined;
    }
  }

  #call(name: string): Expression | undefined {
    const operands: Expression[] = [];
    do {
      const operand = this.operation(0);
      if (!operand) return undefined;
      operands.push(operand);
    } while (this.#take('comma'));
    return this.#take('close') ? { kind: 'call', name, operands } : undefined;
  }

  #take(type: Token['type'], texts?: readonly string[]): Token | undefined {
    const token = this.#tokens[this.#at];
    if (token?.type !== type || (texts && !texts.includes(token.text))) return undefined;
    this.#at += 1;
    return token;
  }
}
