import { CODE_STYLE, QUOTE_STYLE } from '../story/style-names.ts';
import type { Limits } from '@preflag/core';
import type { XmlElement } from '../../xml/index.ts';
import { parseXml } from '../../xml/index.ts';
import { attributeOf, fontOf, halfPoints, isOn, namespaceOf, numberOf, readLine } from './docx-xml.ts';

/** How text and paragraphs of a style look, as far as it says. */
interface Look {
  font?: string | undefined;
  /** In points. */
  size?: number | undefined;
  bold?: boolean;
  alignment?: string | undefined;
  line?: { readonly value: number; readonly isFixed: boolean };
}

interface Style extends Look {
  name: string;
  basedOn?: string | undefined;
  outline?: number | undefined;
  numId?: number | undefined;
  level?: number | undefined;
  hidden?: boolean;
  hasHeaderRow?: boolean;
}

/** Ids of the heading styles of Word in languages where they are not English, without the letters that ids leave out. */
const LOCAL_IDS =
  /^(?:heading|berschrift|überschrift|titre|ttulo|título|titolo|kop|rubrik|overskrift|nagwek|nagłówek|nadpis|otsikko|cmsor|címsor|balk|başlık|заголовок|見出し|标题|標題|제목)([1-9])$/i;

/** The styles of a document, with what a style inherits. */
export class Styles {
  readonly #styles: ReadonlyMap<string, Style>;
  readonly #defaultParagraph: string | undefined;
  /** The language of text that says none. */
  readonly language: string | undefined;
  readonly #defaults: Look;
  readonly #looks: Map<string | undefined, Look> = new Map();
  readonly #kinds: Map<string | undefined, Kind> = new Map();
  readonly #chains: Map<string | undefined, Chain> = new Map();

  constructor(styles: ReadonlyMap<string, Style>, defaultParagraph: string | undefined, language: string | undefined, defaults: Look = {}) {
    this.#defaults = defaults;
    this.#styles = styles;
    this.#defaultParagraph = defaultParagraph;
    this.language = language;
  }

  /** 1 to 6 for a paragraph that is a heading by its own outline level or by its style; else 0. Title counts as 1. */
  headingDepth(id: string | undefined, ownOutline: number | undefined): number {
    return depthOf(ownOutline ?? this.#kind(id).outline);
  }

  /** List and level that the style gives its paragraphs. */
  numbering(id: string | undefined): { numId: number; level: number | undefined; style: string } | undefined {
    return this.#kind(id).numbering;
  }

  isHidden(id: string | undefined): boolean {
    return this.#kind(id).isHidden;
  }

  isQuote(id: string | undefined): boolean {
    return this.#kind(id).isQuote;
  }

  isCode(id: string | undefined): boolean {
    return this.#kind(id).isCode;
  }

  /** The name of a style, which is English for built-in ones; empty for the default and for none. */
  nameOf(id: string | undefined): string {
    return id === undefined ? '' : (this.#styles.get(id)?.name ?? '');
  }

  /** A property of the look of a style, from the styles that it is based on, or from the document's defaults. */
  look<K extends keyof Look>(id: string | undefined, property: K): Look[K] | undefined {
    // Asked for each run of text, of which there are many more than styles.
    let known = this.#looks.get(id);
    if (!known) this.#looks.set(id, (known = {}));
    if (!(property in known)) known[property] = this.#first(id, (style) => style[property]) ?? this.#defaults[property];
    return known[property];
  }

  /** The same of a character style, without the default of paragraphs. */
  characterLook<K extends keyof Look>(id: string, property: K): Look[K] | undefined {
    return this.#first(id, (style) => style[property]);
  }

  /** A table style with a look of its own for the first row. */
  hasHeaderRow(id: string | undefined): boolean {
    return id !== undefined && (this.#first(id, ({ hasHeaderRow }) => hasHeaderRow) ?? false);
  }

  /** What a style makes of a paragraph, found once for each style. */
  #kind(id: string | undefined): Kind {
    let kind = this.#kinds.get(id);
    if (!kind) this.#kinds.set(id, (kind = this.#kindOf(id)));
    return kind;
  }

  #kindOf(id: string | undefined): Kind {
    const numbered = this.#chain(id).find(({ style }) => style.numId !== undefined);
    return {
      outline: this.#first(id, ({ outline }) => outline) ?? this.#first(id, (style, own) => builtInOutline(style.name, own)),
      numbering:
        numbered?.style.numId === undefined ? undefined : { numId: numbered.style.numId, level: numbered.style.level, style: numbered.id },
      isHidden: this.#first(id, ({ hidden }) => hidden) ?? false,
      isQuote: this.#first(id, ({ name }) => QUOTE_STYLE.test(name) || undefined) ?? false,
      isCode: this.#first(id, ({ name }) => CODE_STYLE.test(name) || undefined) ?? false,
    };
  }

  #first<V>(id: string | undefined, pick: (style: Style, id: string) => V | undefined): V | undefined {
    for (const { style, id: own } of this.#chain(id)) {
      const found = pick(style, own);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** A style and those it is based on. An id that is not defined stands for itself. */
  #chain(id: string | undefined): Chain {
    let chain = this.#chains.get(id);
    if (!chain) this.#chains.set(id, (chain = this.#chainOf(id)));
    return chain;
  }

  #chainOf(id: string | undefined): Chain {
    const chain = new Map<string, Style>();
    for (let key = id ?? this.#defaultParagraph; key !== undefined && !chain.has(key);) {
      const style: Style = this.#styles.get(key) ?? { name: '' };
      chain.set(key, style);
      key = style.basedOn;
    }
    return [...chain].map(([own, style]) => ({ id: own, style }));
  }
}

/** The levels of outlines are 0 to 8; 9 is body text. */
function depthOf(outline: number | undefined): number {
  return outline === undefined || outline > 8 || outline < 0 ? 0 : Math.min(outline + 1, 6);
}

/** A style before those that it is based on. */
type Chain = readonly { readonly id: string; readonly style: Style }[];

interface Kind {
  readonly outline: number | undefined;
  readonly numbering: { numId: number; level: number | undefined; style: string } | undefined;
  readonly isHidden: boolean;
  readonly isQuote: boolean;
  readonly isCode: boolean;
}

/** Names of built-in styles are English in every language of Word; the ids are not. */
function builtInOutline(name: string, id: string): number | undefined {
  const level = /^heading ([1-9])$/i.exec(name)?.[1] ?? (name === '' ? LOCAL_IDS.exec(id)?.[1] : undefined);
  if (level !== undefined) return Number(level) - 1;
  return /^title$/i.test(name) || (name === '' && id === 'Title') ? 0 : undefined;
}

/** Reads the styles part (ECMA-376-1, 17.7). @throws ReadError */
export function parseStyles(bytes: Buffer, part: string, limits: Limits): Styles {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  let [defaultParagraph, language]: (string | undefined)[] = [];
  let inHeaderRow = false;
  const defaults: Look = {};
  parseXml(
    bytes,
    {
      open(element) {
        if (namespaceOf(element) !== 'word') return;
        const value = attributeOf(element, 'val');
        if (element.local === 'style') {
          const id = attributeOf(element, 'styleId') ?? '';
          style = { name: '' };
          styles.set(id, style);
          const isDefault = ['1', 'true', 'on'].includes(attributeOf(element, 'default') ?? '');
          if (isDefault && attributeOf(element, 'type') === 'paragraph') defaultParagraph = id;
        } else if (!style) {
          if (element.local === 'lang') language = value;
          readLook(defaults, element);
        } else if (element.local === 'tblStylePr') {
          inHeaderRow = true;
          if (attributeOf(element, 'type') === 'firstRow') style.hasHeaderRow = true;
        } else if (!inHeaderRow) {
          readProperty(style, element.local, value, numberOf(element), isOn(element));
          readLook(style, element);
        }
      },
      close(element) {
        if (element.local === 'style') style = undefined;
        if (element.local === 'tblStylePr') inHeaderRow = false;
      },
    },
    { part, limits },
  );
  return new Styles(styles, defaultParagraph, language, defaults);
}

function readProperty(style: Style, local: string, value: string | undefined, number: number | undefined, on: boolean): void {
  if (local === 'name') style.name = value ?? '';
  else if (local === 'basedOn') style.basedOn = value;
  else if (local === 'outlineLvl') style.outline = number;
  else if (local === 'numId') style.numId = number;
  else if (local === 'ilvl') style.level = number;
  else if (local === 'vanish') style.hidden = on;
}

function readLook(look: Look, element: XmlElement): void {
  const { local } = element;
  if (local === 'rFonts') look.font = fontOf(element) ?? look.font;
  else if (local === 'sz') look.size = halfPoints(element);
  else if (local === 'b') look.bold = isOn(element);
  else if (local === 'jc') look.alignment = attributeOf(element, 'val');
  else if (local === 'spacing') readLine(element, look);
}
