/** Gives every letter a code of two bytes in one font, which says what its codes stand for (ISO 32000-1, 9.7 and 9.10.3). */
export class PdfLetters {
  readonly #codes: Map<string, number> = new Map();

  /** The text as a string of a page's content. */
  encode(text: string): string {
    const codes = Array.from(text, (letter) => {
      const code = this.#codes.get(letter) ?? this.#codes.size + 1;
      this.#codes.set(letter, code);
      return code.toString(16).padStart(4, '0');
    });
    return `<${codes.join('')}>`;
  }

  /** The stream in which the font says what its codes stand for. */
  map(): string {
    const lines = [...this.#codes].map(([letter, code]) => `<${code.toString(16).padStart(4, '0')}> <${utf16(letter)}>`);
    const groups = Array.from({ length: Math.ceil(lines.length / 100) }, (_, at) => lines.slice(at * 100, at * 100 + 100));
    const ranges = groups.map((group) => `${group.length} beginbfchar\n${group.join('\n')}\nendbfchar`).join('\n');
    return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n${ranges}\nendcmap end end`;
  }
}

function utf16(letter: string): string {
  return Array.from({ length: letter.length }, (_, at) => letter.charCodeAt(at).toString(16).padStart(4, '0')).join('');
}
