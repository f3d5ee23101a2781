import type { ByteTable } from '../store/byte-table.ts';
import { readRichText } from './rich-text.ts';
import type { BodyTokeniser } from './sheet-tokeniser.ts';
import { isNameEnd, isSpace } from './sheet-tokeniser.ts';
import { NeedsXmlParser, TextScratch } from './text-scratch.ts';

/** String ids by the index of a shared string, in the order of the file. */
export class SharedStrings {
  readonly #strings: ByteTable;
  #ids: Int32Array = new Int32Array(1 << 8);
  #length = 0;

  constructor(strings: ByteTable) {
    this.#strings = strings;
  }

  add(bytes: Buffer, start: number, end: number): void {
    if (this.#length === this.#ids.length) {
      const grown = new Int32Array(this.#length * 2);
      grown.set(this.#ids);
      this.#ids = grown;
    }
    this.#ids[this.#length++] = this.#strings.intern(bytes, start, end);
  }

  ids(): Int32Array {
    return this.#ids.subarray(0, this.#length);
  }
}

/** Reads the `si` elements of the shared strings from bytes, and leaves everything else to the XML parser by throwing. */
export class StringTokeniser implements BodyTokeniser {
  done = false;
  readonly #target: SharedStrings;
  readonly #prefix: Buffer;
  readonly #endTag: string;
  readonly #text: TextScratch = new TextScratch();

  constructor(target: SharedStrings, prefix: string) {
    this.#target = target;
    this.#prefix = Buffer.from(prefix);
    this.#endTag = `</${prefix}si>`;
  }

  parse(bytes: Buffer, end: number): number {
    const prefix = this.#prefix.length;
    for (let at = 0; ;) {
      while (isSpace(bytes[at]!)) at++;
      if (at >= end) return end;
      if (bytes[at] !== 0x3c) throw new NeedsXmlParser('text between strings');
      const name = at + 1 + prefix;
      if (name + 2 >= end) return at;
      if (bytes[at + 1] === 0x2f || (bytes[name] === 0x65 && this.#hasPrefix(bytes, name))) {
        // The end of the list, or `extLst`, which is the XML parser's.
        this.done = true;
        return at;
      }
      if (bytes[name] !== 0x73 || bytes[name + 1] !== 0x69 || !isNameEnd(bytes[name + 2]!) || !this.#hasPrefix(bytes, name)) {
        throw new NeedsXmlParser('element between strings');
      }
      const next = this.#string(bytes, name + 2, end);
      if (next < 0) return at;
      at = next;
    }
  }

  /** One string, from behind its name; -1 when it is cut off. */
  #string(bytes: Buffer, start: number, end: number): number {
    let open = start;
    while (open < end && bytes[open] !== 0x3e) open++;
    if (open >= end) return -1;
    if (bytes[open - 1] === 0x2f) {
      this.#target.add(bytes, 0, 0);
      return open + 1;
    }
    const plain = this.#prefix.length === 0 ? this.#plainString(bytes, open + 1, end) : 0;
    if (plain !== 0) return plain;
    const close = bytes.subarray(0, end).indexOf(this.#endTag, open + 1, 'latin1');
    if (close < 0) return -1;
    this.#text.length = 0;
    readRichText(bytes, open + 1, close, this.#prefix, this.#text);
    this.#target.add(this.#text.bytes, 0, this.#text.length);
    return close + this.#endTag.length;
  }

  /** `<t>text</t></si>`, as nearly all strings are written; 0 for other ones. */
  #plainString(bytes: Buffer, start: number, end: number): number {
    if (bytes[start] !== 0x3c || bytes[start + 1] !== 0x74 || bytes[start + 2] !== 0x3e) return 0;
    const from = start + 3;
    let at = from;
    let isPlain = true;
    let byte = bytes[at]!;
    while (byte !== 0x3c && byte !== 0) {
      if (byte === 0x26 || byte === 0x0d || byte === 0x5f) isPlain = false;
      byte = bytes[++at]!;
    }
    if (byte === 0 || at + PLAIN_END.length > end) return -1;
    for (let index = 0; index < PLAIN_END.length; index++) if (bytes[at + index] !== PLAIN_END[index]) return 0;
    if (isPlain) this.#target.add(bytes, from, at);
    else {
      this.#text.length = 0;
      this.#text.append(bytes, from, at, true);
      this.#target.add(this.#text.bytes, 0, this.#text.length);
    }
    return at + PLAIN_END.length;
  }

  #hasPrefix(bytes: Buffer, name: number): boolean {
    for (let index = 0; index < this.#prefix.length; index++) {
      if (bytes[name - this.#prefix.length + index] !== this.#prefix[index]) return false;
    }
    return true;
  }
}

const PLAIN_END: Buffer = Buffer.from('</t></si>');
