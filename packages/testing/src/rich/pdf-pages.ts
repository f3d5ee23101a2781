import { PdfLetters } from './pdf-letters.ts';
import type { PdfTag } from './pdf-tags.ts';
import type { RichText } from './rich-document.ts';

const [WIDTH, HEIGHT, MARGIN] = [595, 842, 72];
/** Every letter is half as wide as it is high. */
const LETTER = 0.5;
const LEADING = 1.35;

export interface PdfLink {
  readonly page: number;
  readonly target: string;
  readonly box: readonly [left: number, bottom: number, right: number, top: number];
}

interface Word {
  readonly text: string;
  readonly link: string | undefined;
}

/** Where text goes, and in which letters. */
interface Column {
  readonly left?: number;
  readonly width?: number;
  readonly size?: number;
}

/** Sets text in lines on pages of A4, and marks what belongs to which tag. */
export class PdfPages {
  readonly letters: PdfLetters = new PdfLetters();
  readonly pages: { content: string[]; marks: number }[] = [];
  readonly links: PdfLink[] = [];
  readonly places: Map<string, { readonly page: number; readonly y: number }> = new Map();
  #y = 0;

  constructor() {
    this.breakPage();
  }

  breakPage(): void {
    this.pages.push({ content: [], marks: 0 });
    this.#y = HEIGHT - MARGIN;
  }

  /** What comes next is where links of this name lead. */
  mark(name: string): void {
    this.places.set(name, { page: this.pages.length - 1, y: this.#y });
  }

  space(points: number): void {
    this.#y -= points;
  }

  /** What comes next stands beside the last line. */
  goBack(): void {
    this.#y += 11 * LEADING;
  }

  /** Sets a text below the last one. */
  set(texts: readonly RichText[], tag: PdfTag, column: Column = {}): void {
    const size = column.size ?? 11;
    for (const line of linesOf(texts, (column.width ?? WIDTH - 2 * MARGIN) / (size * LETTER))) {
      if (this.#y < MARGIN) this.breakPage();
      this.#line(line, tag, column.left ?? MARGIN, size);
      this.#y -= size * LEADING;
    }
  }

  /** Sets cells beside each other. */
  setRow(cells: readonly { readonly texts: readonly RichText[]; readonly tag: PdfTag }[]): void {
    const width = (WIDTH - 2 * MARGIN) / Math.max(1, cells.length);
    if (this.#y < 2 * MARGIN) this.breakPage();
    const top = this.#y;
    const bottoms = cells.map(({ texts, tag }, at) => {
      this.#y = top;
      this.set(texts, tag, { left: MARGIN + at * width, width: width - 12 });
      return this.#y;
    });
    this.#y = Math.min(top, ...bottoms) - 2;
  }

  picture(tag: PdfTag): void {
    const [width, height] = [240, 180];
    if (this.#y - height < MARGIN) this.breakPage();
    this.#y -= height;
    this.#draw(tag, `q ${width} 0 0 ${height} ${MARGIN} ${this.#y} cm /I Do Q`);
    this.#y -= 14;
  }

  #line(words: readonly Word[], tag: PdfTag, left: number, size: number): void {
    let x = left;
    const page = this.pages.length - 1;
    const shown = words.map(({ text, link }) => {
      const width = text.length * size * LETTER;
      if (link !== undefined) this.links.push({ page, target: link, box: [x, this.#y - 2, x + width, this.#y + size] });
      x += width;
      return `${this.letters.encode(text)} Tj`;
    });
    this.#draw(tag, `BT /F ${size} Tf 1 0 0 1 ${left} ${this.#y} Tm ${shown.join(' ')} ET`);
  }

  #draw(tag: PdfTag, content: string): void {
    const page = this.pages.at(-1)!;
    tag.children.push({ page: this.pages.length - 1, mark: page.marks });
    page.content.push(`/${tag.role} << /MCID ${page.marks} >> BDC ${content} EMC`);
    page.marks += 1;
  }
}

/** Breaks lines behind spaces, and where the text says so. */
function linesOf(texts: readonly RichText[], letters: number): readonly (readonly Word[])[] {
  const lines: Word[][] = [[]];
  let used = 0;
  for (const { text, link } of texts)
    for (const part of text.split(/(\n)|(?<= )(?=[^ ])/).filter((one) => one !== undefined && one !== '')) {
      const length = part.trimEnd().length;
      if (part === '\n' || (used > 0 && used + length > letters)) {
        lines.push([]);
        used = 0;
      }
      if (part === '\n') continue;
      const last = lines.at(-1)?.at(-1);
      if (last && last.link === link) lines.at(-1)?.splice(-1, 1, { text: last.text + part, link });
      else lines.at(-1)?.push({ text: part, link });
      used += part.length;
    }
  return lines.filter(({ length }) => length > 0);
}
