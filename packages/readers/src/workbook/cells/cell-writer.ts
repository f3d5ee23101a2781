import type { CellRange } from '@preflag/core';
import { cellAddress, parseRange } from '@preflag/core';
import type { ColumnSheet } from '../store/column-sheet.ts';
import { BLANK, BOOLEAN, DATE, ERROR, NUMBER, STRING } from '../store/column-store.ts';
import { serialOfIso } from '../store/serial-date.ts';
import { parseNumber } from './parse-number.ts';

/** The types of cells, by the first byte of `t`; `str` and `inlineStr` have their own. */
export const TYPE_NUMBER = 0x6e;
export const TYPE_SHARED = 0x73;
export const TYPE_BOOLEAN = 0x62;
export const TYPE_ERROR = 0x65;
export const TYPE_DATE = 0x64;
export const TYPE_FORMULA_STRING = 1;
export const TYPE_INLINE = 2;
export const TYPE_UNKNOWN = 3;

/** What the cells of a sheet refer to. */
export interface CellContext {
  /** String ids by the index of a shared string. */
  readonly sharedStrings: Int32Array;
  /** Format ids by the index of a style. */
  readonly styleFormats: Uint16Array;
}

/** Turns the values of cells, as bytes, into the store. The tokeniser and the XML parser write through it alike. */
export class CellWriter {
  readonly sheet: ColumnSheet;
  /** What was wrong in single cells; these were left blank, or kept as text. */
  problems = 0;
  firstProblem = '';
  readonly #context: CellContext;
  readonly #shared: Map<number, number> = new Map();
  readonly #arrays: { readonly range: CellRange; readonly text: string }[] = [];
  /** Cells of shared formulas whose text comes later in the file. */
  readonly #waiting: { readonly row: number; readonly column: number; readonly index: number }[] = [];

  constructor(sheet: ColumnSheet, context: CellContext) {
    this.sheet = sheet;
    this.#context = context;
  }

  /**
   * @param stringId of an inline string, else 0
   * @param hasValue a `v` element was there, though maybe empty
   */
  cell(
    row: number,
    column: number,
    style: number,
    type: number,
    bytes: Buffer,
    start: number,
    end: number,
    hasValue: boolean,
    stringId: number,
    formula: number,
  ): void {
    const format = style < this.#context.styleFormats.length ? this.#context.styleFormats[style]! : 0;
    if (stringId !== 0) {
      this.sheet.put(row, column, STRING, stringId, format, formula);
    } else if (start === end) {
      const isEmptyText = hasValue && (type === TYPE_FORMULA_STRING || type === TYPE_INLINE);
      if (isEmptyText) this.sheet.put(row, column, STRING, this.sheet.store.strings.intern(bytes, 0, 0), format, formula);
      else this.sheet.put(row, column, BLANK, 0, format, formula);
    } else if (type === TYPE_NUMBER) {
      const number = parseNumber(bytes, start, end);
      if (Number.isNaN(number)) this.#odd(row, column, bytes, start, end, format, formula, 'a number');
      else this.sheet.put(row, column, NUMBER, number, format, formula);
    } else if (type === TYPE_SHARED) {
      const index = parseNumber(bytes, start, end);
      const id = this.#context.sharedStrings[index];
      if (id === undefined) {
        this.#problem(
          `${cellAddress(row, column)} refers to shared string ${bytes.toString('utf8', start, Math.min(end, start + 20))}, which is not there`,
        );
        this.sheet.put(row, column, BLANK, 0, format, formula);
      } else this.sheet.put(row, column, STRING, id, format, formula);
    } else this.#rare(row, column, type, bytes, start, end, format, formula);
  }

  /** What the start tag of a row says beside its number. `height` is 0 where it was not set by hand. */
  row(row: number, isHidden: boolean, height: number): void {
    const { draft } = this.sheet;
    if (isHidden) draft.hideRow(row);
    if (height > 0) draft.setRowHeight(row, height);
  }

  /** The formula's id. `index` is that of a shared formula, or -1; `range` is where a shared or array formula stands. */
  formula(row: number, column: number, type: number, bytes: Buffer, start: number, end: number, index: number, range: string): number {
    const { formulas } = this.sheet.store;
    if (type === TYPE_SHARED && index >= 0) {
      const known = this.#shared.get(index) ?? 0;
      if (start === end) {
        if (known === 0) this.#waiting.push({ row, column, index });
        // Blank cells without formula are not held: a placeholder keeps this one until the formula is known.
        return known === 0 ? formulas.internFixed('') : known;
      }
      const id = formulas.intern(bytes, start, end, row, column);
      if (known === 0 || range !== '') this.#shared.set(index, id);
      return id;
    }
    if (type === ARRAY_FORMULA || type === TABLE_FORMULA) {
      const area = parseRange(range);
      const text = type === TABLE_FORMULA ? 'TABLE()' : bytes.toString('utf8', start, end);
      if (area && (area.top !== area.bottom || area.left !== area.right)) {
        this.#arrays.push({ range: area, text });
        return formulas.internFixed(text);
      }
    }
    return start === end ? 0 : formulas.intern(bytes, start, end, row, column);
  }

  /** Gives the cells of array formulas, and of shared ones that came before their text, their formulas. Call it after the last cell. */
  finish(): void {
    const { formulas } = this.sheet.store;
    for (const { row, column, index } of this.#waiting) {
      const id = this.#shared.get(index);
      if (id === undefined) this.#problem(`${cellAddress(row, column)} has a shared formula whose text is nowhere`);
      else this.sheet.setFormula(row, column, id);
    }
    for (const { range, text } of this.#arrays) {
      const id = formulas.internFixed(text);
      for (let column = range.left; column <= Math.min(range.right, this.sheet.columnCount - 1); column++) {
        for (const block of this.sheet.columns[column]!.blocks) {
          const first = Math.max(range.top, block.first);
          const last = Math.min(range.bottom, block.first + block.length - 1);
          for (let row = first; row <= last; row++) if (block.kind[row - block.first] !== BLANK) this.sheet.setFormula(row, column, id);
        }
      }
    }
  }

  #rare(row: number, column: number, type: number, bytes: Buffer, start: number, end: number, format: number, formula: number): void {
    const { sheet } = this;
    const { strings, date1904 } = sheet.store;
    switch (type) {
      case TYPE_FORMULA_STRING:
      case TYPE_INLINE:
        sheet.put(row, column, STRING, strings.intern(bytes, start, end), format, formula);
        break;
      case TYPE_BOOLEAN:
        sheet.put(row, column, BOOLEAN, bytes[start] === 0x31 || bytes[start] === 0x74 ? 1 : 0, format, formula);
        break;
      case TYPE_ERROR:
        sheet.put(row, column, ERROR, strings.intern(bytes, start, end), format, formula);
        break;
      case TYPE_DATE: {
        const serial = serialOfIso(bytes.toString('utf8', start, end), date1904);
        if (serial === undefined) this.#odd(row, column, bytes, start, end, format, formula, 'a date');
        else sheet.put(row, column, DATE, serial, format, formula);
        break;
      }
      default:
        this.#odd(row, column, bytes, start, end, format, formula, 'of a type that does not exist');
    }
  }

  /** What contradicts its type is kept as the text that it is. */
  #odd(row: number, column: number, bytes: Buffer, start: number, end: number, format: number, formula: number, claim: string): void {
    this.#problem(
      `${cellAddress(row, column)} claims to be ${claim} and holds '${bytes.toString('utf8', start, Math.min(end, start + 40))}'`,
    );
    this.sheet.put(row, column, STRING, this.sheet.store.strings.intern(bytes, start, end), format, formula);
  }

  #problem(text: string): void {
    if (this.problems++ === 0) this.firstProblem = text;
  }
}

/** Types of formulas by the first byte of `t`: `array`, `dataTable`; shared ones are {@link TYPE_SHARED}. */
const ARRAY_FORMULA = 0x61;
const TABLE_FORMULA = 0x64;
