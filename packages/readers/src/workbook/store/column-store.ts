import type { StoreBudget } from './store-budget.ts';

/** Kinds as the store holds them. `DATE` is a number that the file itself calls a date, whatever its format. */
export const BLANK = 0;
export const NUMBER = 1;
export const STRING = 2;
export const BOOLEAN = 3;
export const ERROR = 4;
export const DATE = 5;

const BLOCK_SHIFT = 10;
export const BLOCK_ROWS: number = 1 << BLOCK_SHIFT;
/** Blocks begin and grow in strips, so that a lone cell costs 16 rows and not 1024. */
export const STRIP_ROWS = 16;
const BYTES_PER_ROW = 11;
/** What the objects around the arrays of a block take. */
const BLOCK_OVERHEAD = 600;

const NO_FORMULAS: Int32Array = new Int32Array(0);

/** Up to 1024 rows of one column. Only the rows from `first` to `first + length` are held. */
export class Block {
  first: number;
  length: number;
  /** Kinds that occur, as bits: a superset after a cell was written again. */
  kinds = 0;
  filled = 0;
  kind: Uint8Array;
  /** The number; 1 or 0 of a boolean; the string's id of strings and errors. */
  value: Float64Array;
  format: Uint16Array;
  /** Empty until the block has a formula. */
  formula: Int32Array = NO_FORMULAS;

  constructor(first: number, length: number) {
    this.first = first;
    this.length = length;
    this.kind = new Uint8Array(length);
    this.value = new Float64Array(length);
    this.format = new Uint16Array(length);
  }
}

/** One column: its blocks in the order of their rows, the ones without cells left out. */
export class Column {
  readonly numbers: number[] = [];
  readonly blocks: Block[] = [];

  /** The block that holds a row, if any. */
  find(row: number): Block | undefined {
    const block = this.blockNumbered(row >> BLOCK_SHIFT);
    return block !== undefined && row >= block.first && row < block.first + block.length ? block : undefined;
  }

  /** The block of the rows from `number * BLOCK_ROWS`, if any of these is held. */
  blockNumbered(number: number): Block | undefined {
    const at = this.numbers[number] === number ? number : this.#search(number);
    return this.numbers[at] === number ? this.blocks[at] : undefined;
  }

  /** Index of the first block that may hold this row or one below. */
  indexFrom(row: number): number {
    return this.#search(row >> BLOCK_SHIFT);
  }

  /** The block that holds a row, made or grown where needed. */
  claim(row: number, budget: StoreBudget): Block {
    const number = row >> BLOCK_SHIFT;
    const last = this.numbers.length - 1;
    const at = last >= 0 && this.numbers[last] === number ? last : this.#search(number);
    const block = this.blocks[at];
    if (block === undefined || this.numbers[at] !== number) return this.#insert(at, row, budget);
    if (row < block.first || row >= block.first + block.length) grow(block, row, budget);
    return block;
  }

  /** Index of the block with this number, or of the first after it. */
  #search(number: number): number {
    let low = 0;
    let high = this.numbers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.numbers[middle]! < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #insert(at: number, row: number, budget: StoreBudget): Block {
    const number = row >> BLOCK_SHIFT;
    const before = this.blocks[at - 1];
    // A column that was dense so far is expected to stay so.
    const isDense = before !== undefined && this.numbers[at - 1] === number - 1 && before.filled * 2 > BLOCK_ROWS;
    const first = isDense ? number << BLOCK_SHIFT : row - (row % STRIP_ROWS);
    const block = new Block(first, isDense ? BLOCK_ROWS : STRIP_ROWS);
    budget.addBytes(block.length * BYTES_PER_ROW + BLOCK_OVERHEAD);
    this.numbers.splice(at, 0, number);
    this.blocks.splice(at, 0, block);
    return block;
  }
}

/** Gives a block room for formulas. */
export function addFormulas(block: Block, budget: StoreBudget): void {
  budget.addBytes(block.length * 4);
  block.formula = new Int32Array(block.length);
}

function grow(block: Block, row: number, budget: StoreBudget): void {
  const blockStart = row - (row % BLOCK_ROWS);
  const needsFrom = Math.min(block.first, row - (row % STRIP_ROWS));
  const needsTo = Math.max(block.first + block.length, row - (row % STRIP_ROWS) + STRIP_ROWS);
  // At least doubled, towards the row, so that filling a block copies each row about once.
  const length = Math.min(BLOCK_ROWS, Math.max(needsTo - needsFrom, block.length * 2));
  const first = row < block.first ? Math.max(blockStart, needsTo - length) : Math.min(needsFrom, blockStart + BLOCK_ROWS - length);
  const shift = block.first - first;
  budget.addBytes((length - block.length) * (BYTES_PER_ROW + (block.formula.length > 0 ? 4 : 0)));
  const grown = new Block(first, length);
  grown.kind.set(block.kind, shift);
  grown.value.set(block.value, shift);
  grown.format.set(block.format, shift);
  if (block.formula.length > 0) {
    grown.formula = new Int32Array(length);
    grown.formula.set(block.formula, shift);
  }
  block.first = grown.first;
  block.length = grown.length;
  block.kind = grown.kind;
  block.value = grown.value;
  block.format = grown.format;
  block.formula = grown.formula;
}
