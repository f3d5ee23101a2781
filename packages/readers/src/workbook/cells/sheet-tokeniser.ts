import { LAST_COLUMN, LAST_ROW } from '@preflag/core';
import type { CellWriter } from './cell-writer.ts';
import { TYPE_BOOLEAN, TYPE_DATE, TYPE_ERROR, TYPE_FORMULA_STRING, TYPE_INLINE, TYPE_NUMBER, TYPE_SHARED } from './cell-writer.ts';
import { parseNumber } from './parse-number.ts';
import { readRichText } from './rich-text.ts';
import { NeedsXmlParser, TextScratch } from './text-scratch.ts';

/** What a tokeniser of the body of a part does. */
export interface BodyTokeniser {
  /** The end tag of the body was reached. */
  readonly done: boolean;
  /**
   * Reads whole units (cells, strings) up to `end`, where `bytes` must hold a 0.
   * @returns where the first unit begins that is not whole, or the end tag of the body
   * @throws NeedsXmlParser for what it does not know
   */
  parse(bytes: Buffer, end: number): number;
}

/** A unit is cut off by the end of the bytes: it is read again when there are more. */
const CUT = -1;

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const AMPERSAND = 0x26;
const RETURN = 0x0d;
const UNDERSCORE = 0x5f;

/**
 * Reads the rows and cells between `<sheetData>` and its end tag from bytes, several times as fast as an XML parser.
 * It knows `row`, `c`, `f`, `v` and `is` with one prefix, and leaves everything else (comments, CDATA, unknown elements,
 * odd references) to the XML parser by throwing.
 */
export class SheetTokeniser implements BodyTokeniser {
  done = false;
  readonly #writer: CellWriter;
  readonly #prefix: Buffer;
  readonly #text: TextScratch = new TextScratch();
  #row = -1;
  #nextColumn = 0;
  #bytes: Buffer = Buffer.alloc(1);
  #end = 0;

  // The attribute that was read last, and how its tag went on.
  #nameStart = 0;
  #nameEnd = 0;
  #valueStart = 0;
  #valueEnd = 0;
  #tagEnd: 'no' | 'open' | 'empty' = 'no';
  #namedRow = 0;
  #namedColumn = 0;

  // The children of the cell that is read.
  #value: Buffer = this.#bytes;
  #from = 0;
  #to = 0;
  #hasValue = false;
  #stringId = 0;
  #formula = 0;

  constructor(writer: CellWriter, prefix: string) {
    this.#writer = writer;
    this.#prefix = Buffer.from(prefix);
  }

  parse(bytes: Buffer, end: number): number {
    this.#bytes = bytes;
    this.#end = end;
    const prefix = this.#prefix.length;
    let at = 0;
    for (;;) {
      at = this.#skipSpace(at);
      if (at >= end) return end;
      if (bytes[at] !== LESS) throw new NeedsXmlParser('text between cells');
      const isEnd = bytes[at + 1] === SLASH;
      const name = at + (isEnd ? 2 : 1) + prefix;
      if (name + 1 >= end) return at;
      if (prefix > 0) this.#expectPrefix(name - prefix);
      let next: number;
      if (isEnd) {
        if (bytes[name] === 0x73) {
          this.done = true;
          return at;
        }
        next = this.#endTag(name, ROW);
      } else if (bytes[name] === 0x63 && isNameEnd(bytes[name + 1]!)) next = this.#cell(name + 1);
      else next = this.#rowTag(name);
      if (next === CUT) return at;
      at = next;
    }
  }

  #rowTag(name: number): number {
    if (name + 3 >= this.#end) return CUT;
    const bytes = this.#bytes;
    if (bytes[name] !== 0x72 || bytes[name + 1] !== 0x6f || bytes[name + 2] !== 0x77 || !isNameEnd(bytes[name + 3]!)) {
      throw new NeedsXmlParser('element between cells');
    }
    let row = this.#row + 1;
    let isHidden = false;
    let isCustom = false;
    let height = 0;
    for (let at = name + 3; ;) {
      at = this.#attribute(at);
      if (at === CUT) return CUT;
      if (this.#tagEnd !== 'no') {
        if (row > LAST_ROW) throw new NeedsXmlParser('row');
        if (isHidden || isCustom) this.#writer.row(row, isHidden, isCustom ? height : 0);
        this.#row = row;
        this.#nextColumn = 0;
        return at;
      }
      const first = bytes[this.#nameStart];
      const length = this.#nameEnd - this.#nameStart;
      if (first === 0x72 && length === 1) row = this.#integer(LAST_ROW + 1) - 1;
      else if (first === 0x68 && length === 6) isHidden = isOn(bytes[this.#valueStart]!);
      else if (first === 0x68 && length === 2) height = parseNumber(bytes, this.#valueStart, this.#valueEnd);
      else if (first === 0x63 && length === 12 && bytes[this.#nameStart + 6] === 0x48) isCustom = isOn(bytes[this.#valueStart]!);
    }
  }

  /** A cell, from behind the `c` of its start tag. */
  #cell(start: number): number {
    const bytes = this.#bytes;
    let row = Math.max(this.#row, 0);
    let column = this.#nextColumn;
    let style = 0;
    let type = TYPE_NUMBER;
    let at = this.#plainReference(start);
    if (at !== start) {
      row = this.#namedRow;
      column = this.#namedColumn;
    }
    for (;;) {
      at = this.#attribute(at);
      if (at === CUT) return CUT;
      if (this.#tagEnd !== 'no') break;
      if (this.#nameEnd - this.#nameStart !== 1) continue;
      const name = bytes[this.#nameStart];
      if (name === 0x72) {
        this.#reference();
        row = this.#namedRow;
        column = this.#namedColumn;
      } else if (name === 0x73) style = this.#integer(0x7fffffff);
      else if (name === 0x74) type = this.#type();
    }
    if (column > LAST_COLUMN) throw new NeedsXmlParser('column');
    this.#from = this.#to = 0;
    this.#value = bytes;
    this.#hasValue = false;
    this.#stringId = this.#formula = 0;
    if (this.#tagEnd === 'open') {
      at = this.#children(at, row, column);
      if (at === CUT) return CUT;
    }
    this.#writer.cell(row, column, style, type, this.#value, this.#from, this.#to, this.#hasValue, this.#stringId, this.#formula);
    this.#row = row;
    this.#nextColumn = column + 1;
    return at;
  }

  #children(start: number, row: number, column: number): number {
    const bytes = this.#bytes;
    const prefix = this.#prefix.length;
    for (let at = start; ;) {
      at = this.#skipSpace(at);
      const isEnd = bytes[at + 1] === SLASH;
      const name = at + (isEnd ? 2 : 1) + prefix;
      if (name + 1 >= this.#end) return CUT;
      if (bytes[at] !== LESS) throw new NeedsXmlParser('text in a cell');
      if (prefix > 0) this.#expectPrefix(name - prefix);
      if (isEnd) return this.#endTag(name, CELL);
      const first = bytes[name]!;
      if (first === 0x76 && isNameEnd(bytes[name + 1]!)) at = this.#valueElement(name + 1);
      else if (first === 0x66 && isNameEnd(bytes[name + 1]!)) at = this.#formulaElement(name + 1, row, column);
      else if (first === 0x69 && bytes[name + 1] === 0x73) at = this.#inlineElement(at, name);
      else throw new NeedsXmlParser('element in a cell');
      if (at === CUT) return CUT;
    }
  }

  #valueElement(start: number): number {
    const bytes = this.#bytes;
    let at = start;
    if (bytes[at] !== GREATER) {
      at = this.#skipAttributes(at);
      if (at === CUT) return CUT;
      if (this.#tagEnd === 'empty') {
        this.#hasValue = true;
        return at;
      }
    } else at++;
    const from = at;
    let isPlain = true;
    let byte = bytes[at]!;
    while (byte !== LESS && byte !== 0) {
      if (byte === AMPERSAND || byte === RETURN || byte === UNDERSCORE) isPlain = false;
      byte = bytes[++at]!;
    }
    if (byte === 0) return CUT;
    const next = this.#closing(at, VALUE);
    if (next === CUT) return CUT;
    this.#hasValue = true;
    this.#setValue(from, at, isPlain);
    return next;
  }

  #setValue(from: number, to: number, isPlain: boolean): void {
    if (isPlain) {
      this.#from = from;
      this.#to = to;
      return;
    }
    this.#text.length = 0;
    this.#text.append(this.#bytes, from, to, true);
    this.#value = this.#text.bytes;
    this.#from = 0;
    this.#to = this.#text.length;
  }

  #formulaElement(start: number, row: number, column: number): number {
    const bytes = this.#bytes;
    let type = 0;
    let index = -1;
    let range = '';
    let at = start;
    for (;;) {
      at = this.#attribute(at);
      if (at === CUT) return CUT;
      if (this.#tagEnd !== 'no') break;
      const length = this.#nameEnd - this.#nameStart;
      const name = bytes[this.#nameStart];
      if (length === 1 && name === 0x74) type = bytes[this.#valueStart]!;
      else if (length === 2 && name === 0x73 && bytes[this.#nameStart + 1] === 0x69) index = this.#integer(0x7fffffff);
      else if (length === 3 && name === 0x72 && bytes[this.#nameStart + 1] === 0x65)
        range = bytes.toString('latin1', this.#valueStart, this.#valueEnd);
    }
    if (this.#tagEnd === 'empty') {
      this.#formula = this.#writer.formula(row, column, type, bytes, 0, 0, index, range);
      return at;
    }
    const from = at;
    let isPlain = true;
    let byte = bytes[at]!;
    while (byte !== LESS && byte !== 0) {
      if (byte === AMPERSAND || byte === RETURN) isPlain = false;
      byte = bytes[++at]!;
    }
    if (byte === 0) return CUT;
    const next = this.#closing(at, FORMULA);
    if (next === CUT) return CUT;
    if (isPlain) this.#formula = this.#writer.formula(row, column, type, bytes, from, at, index, range);
    else {
      this.#text.length = 0;
      this.#text.append(bytes, from, at, false);
      this.#formula = this.#writer.formula(row, column, type, this.#text.bytes, 0, this.#text.length, index, range);
    }
    return next;
  }

  #inlineElement(start: number, name: number): number {
    const bytes = this.#bytes;
    if (name + 2 >= this.#end) return CUT;
    if (!isNameEnd(bytes[name + 2]!)) throw new NeedsXmlParser('element in a cell');
    const inside = this.#skipAttributes(name + 2);
    if (inside === CUT) return CUT;
    this.#text.length = 0;
    let next = inside;
    if (this.#tagEnd === 'open') {
      const endTag = `</${this.#prefix.toString()}is>`;
      const close = bytes.subarray(0, this.#end).indexOf(endTag, start, 'latin1');
      if (close < 0) return CUT;
      readRichText(bytes, inside, close, this.#prefix, this.#text);
      next = close + endTag.length;
    }
    this.#hasValue = true;
    this.#stringId = this.#writer.sheet.store.strings.intern(this.#text.bytes, 0, this.#text.length);
    return next;
  }

  /** Reads the next attribute of a tag, or its end, as `#tagEnd` then says. */
  #attribute(start: number): number {
    const bytes = this.#bytes;
    let at = this.#skipSpace(start);
    let byte = bytes[at]!;
    this.#tagEnd = 'no';
    if (byte === GREATER) {
      this.#tagEnd = 'open';
      return at + 1;
    }
    if (byte === SLASH) {
      if (at + 1 >= this.#end) return CUT;
      if (bytes[at + 1] !== GREATER) throw new NeedsXmlParser('slash in a tag');
      this.#tagEnd = 'empty';
      return at + 2;
    }
    this.#nameStart = at;
    while (byte > 0x20 && byte !== 0x3d && byte !== GREATER && byte !== LESS) byte = bytes[++at]!;
    this.#nameEnd = at;
    at = this.#skipSpace(at);
    if (at >= this.#end) return CUT;
    if (bytes[at] !== 0x3d) throw new NeedsXmlParser('attribute without value');
    at = this.#skipSpace(at + 1);
    if (at >= this.#end) return CUT;
    const quote = bytes[at]!;
    if (quote !== 0x22 && quote !== 0x27) throw new NeedsXmlParser('attribute without quotes');
    this.#valueStart = ++at;
    byte = bytes[at]!;
    while (byte !== quote && byte !== 0 && byte !== LESS) byte = bytes[++at]!;
    if (byte === LESS) throw new NeedsXmlParser('< in an attribute');
    if (byte === 0) return CUT;
    this.#valueEnd = at;
    return at + 1;
  }

  #skipAttributes(start: number): number {
    let at = start;
    do at = this.#attribute(at);
    while (at !== CUT && this.#tagEnd === 'no');
    return at;
  }

  /** The end tag that must stand here, from its `<`. */
  #closing(at: number, name: Buffer): number {
    if (at + 2 + this.#prefix.length >= this.#end) return CUT;
    if (this.#bytes[at + 1] !== SLASH) throw new NeedsXmlParser('markup in text');
    if (this.#prefix.length > 0) this.#expectPrefix(at + 2);
    return this.#endTag(at + 2 + this.#prefix.length, name);
  }

  /** An end tag from its name on; returns where it ends. */
  #endTag(start: number, name: Buffer): number {
    const bytes = this.#bytes;
    let at = start + name.length;
    if (at >= this.#end) return CUT;
    for (let index = 0; index < name.length; index++) {
      if (bytes[start + index] !== name[index]) throw new NeedsXmlParser('end tag');
    }
    if (bytes[at] !== GREATER) at = this.#skipSpace(at);
    if (at >= this.#end) return CUT;
    if (bytes[at] !== GREATER) throw new NeedsXmlParser('end tag');
    return at + 1;
  }

  #expectPrefix(at: number): void {
    for (let index = 0; index < this.#prefix.length; index++) {
      if (this.#bytes[at + index] !== this.#prefix[index]) throw new NeedsXmlParser('prefix');
    }
  }

  #skipSpace(start: number): number {
    const bytes = this.#bytes;
    let at = start;
    while (isSpace(bytes[at]!)) at++;
    return at;
  }

  /** The attribute ` r="B4"` as nearly all cells begin with it; returns where it ends, or `start` for everything else. */
  #plainReference(start: number): number {
    const bytes = this.#bytes;
    if (bytes[start] !== 0x20 || bytes[start + 1] !== 0x72 || bytes[start + 2] !== 0x3d || bytes[start + 3] !== 0x22) return start;
    let at = start + 4;
    let letters = 0;
    let digits = 0;
    let byte = bytes[at]!;
    for (; byte >= 65 && byte <= 90; byte = bytes[++at]!) letters = letters * 26 + byte - 64;
    for (; byte >= 48 && byte <= 57; byte = bytes[++at]!) digits = digits * 10 + byte - 48;
    if (byte !== 0x22 || letters === 0 || digits === 0 || letters > LAST_COLUMN + 1 || digits > LAST_ROW + 1) return start;
    this.#namedRow = digits - 1;
    this.#namedColumn = letters - 1;
    return at + 1;
  }

  #reference(): void {
    const bytes = this.#bytes;
    let at = this.#valueStart;
    let letters = 0;
    let digits = 0;
    for (; at < this.#valueEnd && bytes[at]! >= 65 && bytes[at]! <= 90; at++) letters = letters * 26 + bytes[at]! - 64;
    for (; at < this.#valueEnd && bytes[at]! >= 48 && bytes[at]! <= 57; at++) digits = digits * 10 + bytes[at]! - 48;
    if (at !== this.#valueEnd || letters === 0 || digits === 0 || letters > LAST_COLUMN + 1 || digits > LAST_ROW + 1) {
      throw new NeedsXmlParser('cell reference');
    }
    this.#namedRow = digits - 1;
    this.#namedColumn = letters - 1;
  }

  #integer(most: number): number {
    let value = 0;
    for (let at = this.#valueStart; at < this.#valueEnd; at++) {
      const digit = this.#bytes[at]! - 48;
      if (digit < 0 || digit > 9) throw new NeedsXmlParser('number in an attribute');
      value = value * 10 + digit;
    }
    if (this.#valueStart === this.#valueEnd || value > most) throw new NeedsXmlParser('number in an attribute');
    return value;
  }

  #type(): number {
    const length = this.#valueEnd - this.#valueStart;
    const first = this.#bytes[this.#valueStart]!;
    if (length === 1 && (first === TYPE_SHARED || TYPES.has(first))) return first;
    if (length === 3 && first === TYPE_SHARED) return TYPE_FORMULA_STRING;
    if (length === 9 && first === 0x69) return TYPE_INLINE;
    throw new NeedsXmlParser('type of a cell');
  }
}

const TYPES: ReadonlySet<number> = new Set([TYPE_NUMBER, TYPE_BOOLEAN, TYPE_ERROR, TYPE_DATE]);
const ROW: Buffer = Buffer.from('row');
const CELL: Buffer = Buffer.from('c');
const VALUE: Buffer = Buffer.from('v');
const FORMULA: Buffer = Buffer.from('f');

/** The first byte of `1` or `true`. */
function isOn(byte: number): boolean {
  return byte === 0x31 || byte === 0x74;
}

export function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

export function isNameEnd(byte: number): boolean {
  return isSpace(byte) || byte === GREATER || byte === SLASH;
}
