/** Letters that one font has room for beside those of ASCII. */
const ROOM = 128;

/** Gives every letter a code in one of several fonts, each of which says what its codes stand for (ISO 32000-1, 9.10.3). */
export class PdfLetters {
  readonly #codes = new Map<string, number>();

  /** The text in pieces of one font each, as strings of a page's content. */
  encode(text: string): readonly { readonly font: number; readonly hex: string }[] {
    const pieces: { font: number; hex: string }[] = [];
    for (const letter of text) {
      const at = this.#place(letter);
      const font = at < 0 ? (pieces.at(-1)?.font ?? 0) : Math.floor(at / ROOM);
      const hex = (at < 0 ? (letter.codePointAt(0) ?? 0) : ROOM + (at % ROOM)).toString(16).padStart(2, '0');
      const last = pieces.at(-1);
      if (last && last.font === font) last.hex += hex;
      else pieces.push({ font, hex });
    }
    return pieces;
  }

  /** What the codes of each font stand for, as the lines of its map. */
  maps(): readonly (readonly string[])[] {
    const own = [...this.#codes].map(([letter, at]) => ({ at, line: `<${(ROOM + (at % ROOM)).toString(16)}> <${utf16(letter)}>` }));
    const fonts = Math.max(1, Math.ceil(this.#codes.size / ROOM));
    const ascii = Array.from({ length: 95 }, (_, at) => `<${(32 + at).toString(16)}> <${utf16(String.fromCharCode(32 + at))}>`);
    return Array.from({ length: fonts }, (_, font) => [
      ...ascii,
      ...own.filter(({ at }) => Math.floor(at / ROOM) === font).map(({ line }) => line),
    ]);
  }

  /** Its number among those beyond ASCII; -1 for ASCII, which all fonts have. */
  #place(letter: string): number {
    if (/^[ -~]$/.test(letter)) return -1;
    const at = this.#codes.get(letter) ?? this.#codes.size;
    this.#codes.set(letter, at);
    return at;
  }
}

function utf16(letter: string): string {
  return Array.from({ length: letter.length }, (_, at) => letter.charCodeAt(at).toString(16).padStart(4, '0')).join('');
}
