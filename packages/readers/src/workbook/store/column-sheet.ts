import type { CellRange } from '@preflag/core';
import type { CellKind, CellValue, Sheet } from '../model.ts';
import type { CellStyle, SheetParts } from '../parts-model.ts';
import type { Block } from './column-store.ts';
import { addFormulas, BLANK, BOOLEAN, Column, DATE, ERROR, NUMBER, STRING } from './column-store.ts';
import { dateText } from './serial-date.ts';
import { PartsDraft } from './parts-draft.ts';
import type { WorkbookStore } from './workbook-store.ts';

/** The model's words for the kinds of the store, by number. */
export const KIND_NAMES: readonly CellKind[] = ['blank', 'number', 'string', 'boolean', 'error', 'number'];

/** The middle of a sheet: references in all directions stay on it. */
const FIXED_ROW = 500_000;
const FIXED_COLUMN = 8_000;

/** A sheet that readers fill with `put`, and rules read. */
export class ColumnSheet implements Sheet {
  readonly name: string;
  readonly state: Sheet['state'];
  readonly merges: CellRange[] = [];
  readonly store: WorkbookStore;
  readonly columns: Column[] = [];
  cellCount = 0;
  formulaCount = 0;
  rowCount = 0;
  readonly draft: PartsDraft;

  constructor(name: string, state: Sheet['state'], store: WorkbookStore) {
    this.name = name;
    this.state = state;
    this.store = store;
    this.draft = new PartsDraft(store.budget);
  }

  get parts(): SheetParts {
    return this.draft;
  }

  get columnCount(): number {
    return this.columns.length;
  }

  /**
   * Puts a cell in its place, over one that is there. Cells without value and formula are not held.
   * @param value the number, 1 or 0, or the string's id, as the kind says
   * @throws ReadError `limit` for `cells` and `storeBytes`
   */
  put(row: number, column: number, kind: number, value: number, format: number, formula: number): void {
    if (kind === BLANK && formula === 0) return;
    while (this.columns.length <= column) this.columns.push(new Column());
    const { budget } = this.store;
    const block = this.columns[column]!.claim(row, budget);
    const at = row - block.first;
    const before = block.formula.length > 0 ? block.formula[at]! : 0;
    if (block.kind[at] === BLANK && before === 0) {
      this.cellCount++;
      block.filled++;
      budget.addCell();
    }
    block.kind[at] = kind;
    block.value[at] = value;
    block.format[at] = format;
    block.kinds |= 1 << kind;
    if (formula !== before) {
      if (block.formula.length === 0) addFormulas(block, budget);
      block.formula[at] = formula;
      if (before === 0) this.formulaCount++;
      else if (formula === 0) this.formulaCount--;
    }
    if (row >= this.rowCount) this.rowCount = row + 1;
  }

  /** Gives a cell that is there another formula. */
  setFormula(row: number, column: number, formula: number): void {
    const block = this.#block(row, column);
    if (block)
      this.put(row, column, block.kind[row - block.first]!, block.value[row - block.first]!, block.format[row - block.first]!, formula);
  }

  /** Calls `visit` with the rows from `top` to `bottom` where the column has a value or a formula, in order. */
  visitRows(column: number, top: number, bottom: number, visit: (row: number) => void): void {
    const held = this.columns[column];
    if (!held) return;
    for (let index = held.indexFrom(top); index < held.blocks.length; index++) {
      const block: Block = held.blocks[index]!;
      if (block.first > bottom) return;
      const last = Math.min(bottom, block.first + block.length - 1);
      for (let row = Math.max(top, block.first); row <= last; row++) {
        const at = row - block.first;
        if (block.kind[at] !== BLANK || (block.formula.length > 0 && block.formula[at] !== 0)) visit(row);
      }
    }
  }

  /** The first and the last row from `top` to `bottom` where the column has a value or a formula. Costs what is blank at both ends. */
  heldSpan(column: number, top: number, bottom: number): readonly [first: number, last: number] | undefined {
    const held = this.columns[column];
    if (!held) return undefined;
    const [from, to] = [held.indexFrom(top), held.blocks.length - 1];
    for (let index = from; index <= to; index++) {
      const first = heldIn(held.blocks[index]!, top, bottom, 1);
      if (first === undefined) continue;
      for (let other = to; ; other--) {
        const last = heldIn(held.blocks[other]!, first, bottom, -1);
        if (last !== undefined) return [first, last];
      }
    }
    return undefined;
  }

  kind(row: number, column: number): CellKind {
    return KIND_NAMES[this.#kind(row, column)]!;
  }

  number(row: number, column: number): number {
    const block = this.#block(row, column);
    const kind = block?.kind[row - block.first];
    return block && (kind === NUMBER || kind === DATE || kind === BOOLEAN) ? block.value[row - block.first]! : Number.NaN;
  }

  value(row: number, column: number): CellValue {
    const block = this.#block(row, column);
    if (!block) return undefined;
    const value = block.value[row - block.first]!;
    switch (block.kind[row - block.first]) {
      case NUMBER:
      case DATE:
        return value;
      case STRING:
        return this.store.strings.text(value);
      case BOOLEAN:
        return value === 1;
      case ERROR:
        return { error: this.store.strings.text(value) };
      default:
        return undefined;
    }
  }

  stringId(row: number, column: number): number {
    const block = this.#block(row, column);
    return block?.kind[row - block.first] === STRING ? block.value[row - block.first]! : 0;
  }

  labelId(row: number, column: number): number {
    const { strings } = this.store;
    const id = this.stringId(row, column);
    if (id !== 0) return strings.trimmedId(id);
    const text = this.text(row, column).trim();
    return text === '' ? 0 : strings.internText(text);
  }

  formula(row: number, column: number): string | undefined {
    const id = this.formulaId(row, column);
    return id === 0 ? undefined : this.store.formulas.text(id, row, column);
  }

  relativeFormula(row: number, column: number): string | undefined {
    const id = this.formulaId(row, column);
    return id === 0 ? undefined : this.store.formulas.text(id, FIXED_ROW, FIXED_COLUMN);
  }

  formulaId(row: number, column: number): number {
    const block = this.#block(row, column);
    return block && block.formula.length > 0 ? block.formula[row - block.first]! : 0;
  }

  format(row: number, column: number): string {
    return this.store.formats.code(this.#format(row, column));
  }

  style(row: number, column: number): CellStyle {
    return this.store.formats.style(this.#format(row, column));
  }

  isDate(row: number, column: number): boolean {
    return this.#kind(row, column) === DATE || this.store.formats.dateParts(this.#format(row, column)) !== 'none';
  }

  text(row: number, column: number): string {
    const value = this.value(row, column);
    if (value === undefined) return '';
    if (typeof value === 'object') return value.error;
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    if (typeof value === 'string') return value;
    const parts = this.store.formats.dateParts(this.#format(row, column));
    if (parts === 'none' && this.#kind(row, column) !== DATE) return String(value);
    return dateText(value, parts === 'none' ? 'date-time' : parts, this.store.date1904) ?? String(value);
  }

  #kind(row: number, column: number): number {
    const block = this.#block(row, column);
    return block ? block.kind[row - block.first]! : BLANK;
  }

  #format(row: number, column: number): number {
    const block = this.#block(row, column);
    return block ? block.format[row - block.first]! : 0;
  }

  #block(row: number, column: number): Block | undefined {
    return this.columns[column]?.find(row);
  }
}

/** The first row of a block that holds something, or with -1 the last, from `top` to `bottom`. */
function heldIn({ first, length, kind, formula }: Block, top: number, bottom: number, step: 1 | -1): number | undefined {
  const [from, to] = [Math.max(0, top - first), Math.min(length - 1, bottom - first)];
  for (let at = step === 1 ? from : to; at >= from && at <= to; at += step)
    if (kind[at] !== BLANK || (formula.length > 0 && formula[at] !== 0)) return first + at;
  return undefined;
}
