/** Thrown where the byte tokenisers meet something that they leave to the XML parser; the part is then read again by that. */
export class NeedsXmlParser extends Error {}

/** A buffer in which texts of cells are put together: character references resolved, line ends as XML has them, `_xHHHH_` undone. */
export class TextScratch {
  bytes: Buffer = Buffer.allocUnsafeSlow(1 << 12);
  length = 0;

  /**
   * Appends character data as it stands in the file, from `start` to `end`.
   * @param escapes undo `_x000D_` and the like (ECMA-376-1, 22.9.2.19), which values have and formulas have not
   * @throws NeedsXmlParser for references that are not plain
   */
  append(from: Buffer, start: number, end: number, escapes: boolean): void {
    this.#reserve(end - start);
    const { bytes } = this;
    const begin = this.length;
    let to = begin;
    let mayEscape = false;
    for (let at = start; at < end;) {
      const byte = from[at]!;
      if (byte === 0x26) {
        const semicolon = from.indexOf(0x3b, at + 1);
        if (semicolon < 0 || semicolon >= end || semicolon - at > 10) throw new NeedsXmlParser('reference');
        to += bytes.write(characterOf(from.toString('latin1', at + 1, semicolon)), to, 'utf8');
        at = semicolon + 1;
      } else if (byte === 0x0d) {
        bytes[to++] = 0x0a;
        at += from[at + 1] === 0x0a && at + 1 < end ? 2 : 1;
      } else {
        if (byte === 0x78 && at > start && from[at - 1] === 0x5f) mayEscape = true;
        bytes[to++] = byte;
        at++;
      }
    }
    this.length = to;
    if (escapes && mayEscape) this.#undoEscapes(begin);
  }

  /** Appends text that is decoded already. */
  appendText(text: string, escapes: boolean): void {
    const begin = this.length;
    this.#reserve(text.length * 3);
    this.length += this.bytes.write(text, begin, 'utf8');
    if (escapes && text.includes('_x')) this.#undoEscapes(begin);
  }

  #undoEscapes(begin: number): void {
    const text = this.bytes.toString('utf8', begin, this.length);
    const plain = text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    this.length = begin + this.bytes.write(plain, begin, 'utf8');
  }

  #reserve(bytes: number): void {
    if (this.length + bytes <= this.bytes.length) return;
    const grown = Buffer.allocUnsafeSlow((this.length + bytes) * 2);
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function characterOf(name: string): string {
  const named = NAMED[name];
  if (named !== undefined) return named;
  const code = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name);
  const point = code ? Number.parseInt(code[1] ?? code[2] ?? '', code[1] === undefined ? 10 : 16) : 0;
  const isXmlCharacter =
    point === 9 || point === 10 || point === 13 || (point >= 0x20 && point < 0xd800) || (point >= 0xe000 && point <= 0x10ffff);
  if (!isXmlCharacter || point === 0xfffe || point === 0xffff) throw new NeedsXmlParser('character reference');
  return String.fromCodePoint(point);
}
