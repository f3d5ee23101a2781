import type { Sheet } from '@preflag/readers';

const MOST_VALUES = 2_000_000;

/** The first row of each value, or of several values together. Texts are held by their numbers, so that they are not read. */
export class FirstRows {
  /** Of single texts, apart from the others since both are numbers. */
  readonly #texts: Map<number, number> = new Map();
  readonly #others: Map<number | string, number> = new Map();
  #isFull = false;

  get size(): number {
    return this.#texts.size + this.#others.size;
  }

  /** True where values were left out: what comes later may stand there again. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** Puts a row in; where one with equal values in these columns is there already, returns that. */
  put(sheet: Sheet, row: number, columns: readonly number[]): number | undefined {
    const [only = -1] = columns;
    const text = columns.length === 1 ? sheet.stringId(row, only) : 0;
    if (text !== 0) return this.#putIn(this.#texts, text, row);
    const id = columns.length === 1 ? identityOf(sheet, row, only) : columns.map((column) => identityOf(sheet, row, column)).join(' ');
    return this.#putIn(this.#others, id, row);
  }

  #putIn<K>(rows: Map<K, number>, key: K, row: number): number | undefined {
    const first = rows.get(key);
    if (first !== undefined) return first;
    if (this.size < MOST_VALUES) rows.set(key, row);
    else this.#isFull = true;
    return undefined;
  }
}

/** Equal for equal values and for no others. */
function identityOf(sheet: Sheet, row: number, column: number): string | number {
  const id = sheet.stringId(row, column);
  if (id !== 0) return `s${id}`;
  const number = sheet.number(row, column);
  return sheet.kind(row, column) === 'boolean' ? `b${number}` : number;
}
