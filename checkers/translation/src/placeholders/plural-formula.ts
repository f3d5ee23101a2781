/** Which form a number takes, by the C expression of a `Plural-Forms` header. */
export type PluralFormula = (n: number) => number;

/** Longer ones are no formula: the longest in use, of Arabic and Irish, have some 150 signs. */
const LONGEST = 1000;
const DEEPEST = 60;
const TOKEN = /\s*(?:(\d{1,9})|(n)(?![\w])|(\|\||&&|[=!<>]=|[-+*/%<>?:()!]))/y;
/** Binary operators of C, the weakest first. */
const LEVELS: readonly (readonly string[])[] = [['||'], ['&&'], ['==', '!='], ['<', '<=', '>', '>='], ['+', '-'], ['*', '/', '%']];

/**
 * Reads a formula: `n`, whole numbers, the operators of C and `?:`, as gettext does. `undefined` where it is none. Values are whole numbers;
 * a division by zero is not a number, as is all that follows from it.
 */
export function parsePluralFormula(text: string): PluralFormula | undefined {
  const tokens = tokensOf(text);
  if (!tokens) return undefined;
  const reader = new FormulaReader(tokens);
  const formula = reader.choice();
  return reader.isAtEnd && !reader.isBroken ? formula : undefined;
}

function tokensOf(text: string): string[] | undefined {
  if (text.length > LONGEST) return undefined;
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  const plain = text.trimEnd();
  while (TOKEN.lastIndex < plain.length) {
    const match = TOKEN.exec(plain);
    if (!match) return undefined;
    tokens.push(match[0].trim());
  }
  return tokens;
}

class FormulaReader {
  readonly #tokens: readonly string[];
  #at = 0;
  #depth = 0;
  isBroken = false;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  choice(): PluralFormula {
    if (++this.#depth > DEEPEST) return this.#broken();
    const condition = this.#binary(0);
    let formula = condition;
    if (this.#take('?')) {
      const yes = this.choice();
      if (!this.#take(':')) return this.#broken();
      const no = this.choice();
      formula = (n) => (condition(n) === 0 ? no(n) : yes(n));
    }
    this.#depth -= 1;
    return formula;
  }

  #binary(level: number): PluralFormula {
    const operators = LEVELS[level];
    if (!operators) return this.#unary();
    let left = this.#binary(level + 1);
    for (let operator = this.#takeOne(operators); operator !== undefined; operator = this.#takeOne(operators)) {
      const [first, second, apply] = [left, this.#binary(level + 1), OPERATIONS[operator]];
      if (!apply) return this.#broken();
      left = (n) => apply(first(n), second(n));
    }
    return left;
  }

  #unary(): PluralFormula {
    if (++this.#depth > DEEPEST) return this.#broken();
    const formula = this.#value();
    this.#depth -= 1;
    return formula;
  }

  #value(): PluralFormula {
    if (this.#take('!')) {
      const value = this.#unary();
      return (n) => Number(value(n) === 0);
    }
    if (this.#take('(')) {
      const inner = this.choice();
      return this.#take(')') ? inner : this.#broken();
    }
    if (this.#take('n')) return (n) => n;
    const token = this.#tokens[this.#at];
    if (token === undefined || !/^\d/.test(token)) return this.#broken();
    this.#at += 1;
    const number = Number(token);
    return () => number;
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at += 1;
    return true;
  }

  #takeOne(tokens: readonly string[]): string | undefined {
    const token = this.#tokens[this.#at];
    return token !== undefined && tokens.includes(token) && this.#take(token) ? token : undefined;
  }

  #broken(): PluralFormula {
    this.isBroken = true;
    return () => Number.NaN;
  }
}

const OPERATIONS: Readonly<Record<string, (a: number, b: number) => number>> = {
  '||': (a, b) => Number(a !== 0 || b !== 0),
  '&&': (a, b) => Number(a !== 0 && b !== 0),
  '==': (a, b) => Number(a === b),
  '!=': (a, b) => Number(a !== b),
  '<': (a, b) => Number(a < b),
  '<=': (a, b) => Number(a <= b),
  '>': (a, b) => Number(a > b),
  '>=': (a, b) => Number(a >= b),
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => Math.trunc(a / b),
  '%': (a, b) => a % b,
};
