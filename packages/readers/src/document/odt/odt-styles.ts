import type { Limits } from '@preflag/core';
import type { XmlElement } from '../../xml/index.ts';
import { parseXml } from '../../xml/index.ts';
import { odfAttribute, odfCount, odfName, odfPoints } from './odt-xml.ts';

/** What a style says of text or paragraphs, as far as it says it. */
interface Style {
  readonly name: string;
  readonly parent?: string | undefined;
  list?: string;
  /** The pages that begin with its paragraph. */
  master?: string;
  bold?: boolean;
  italic?: boolean;
  hidden?: boolean;
  highlighted?: boolean;
  breaks?: boolean;
  font?: string;
  /** In points, or as a part of that of the style it is based on. */
  size?: { readonly value: number; readonly isPart: boolean };
  alignment?: string;
  /** In 240ths of a line, or a fixed distance. */
  line?: { readonly value: number; readonly isFixed: boolean };
}

export interface ListLevel {
  readonly ordered: boolean;
  readonly start: number;
}

export interface PageLayout {
  width?: number;
  height?: number;
  readonly margins: { top: number; right: number; bottom: number; left: number };
}

/** Styles that are based on each other. */
const LONGEST_CHAIN = 30;

/** The styles of one part of an OpenDocument text, or those of all (ODF 1.3, part 3, 16). */
export class OdtStyles {
  readonly styles: Map<string, Style> = new Map();
  readonly lists: Map<string, Map<number, ListLevel>> = new Map();
  readonly layouts: Map<string, PageLayout> = new Map();
  /** The names of fonts by those that styles have for them. */
  readonly faces: Map<string, string> = new Map();
  language: string | undefined;
  readonly #common: OdtStyles | undefined;

  /** @param common the styles that those of a part are based on */
  constructor(common?: OdtStyles) {
    this.#common = common;
  }

  /** The first that a style, or one that it is based on, says of something. */
  first<V>(family: string, name: string | undefined, pick: (style: Style) => V | undefined): V | undefined {
    const seen = new Set<string>();
    for (let key = name; key !== undefined && !seen.has(key) && seen.size < LONGEST_CHAIN;) {
      seen.add(key);
      const id = `${family}/${key}`;
      // One that is not defined stands for itself.
      const style: Style = this.styles.get(id) ?? this.#common?.styles.get(id) ?? { name: shownName(key) };
      const found = pick(style);
      if (found !== undefined) return found;
      key = style.parent;
    }
    return undefined;
  }

  /** The font of a style, or of the default for its family. */
  font(family: string, name: string | undefined): string | undefined {
    const font = this.first(family, name, (style) => style.font);
    return font === undefined ? undefined : (this.faces.get(font) ?? this.#common?.faces.get(font) ?? font);
  }

  /** The size of a style's letters in points, where the text around has letters of `outer` points. */
  size(family: string, name: string | undefined, outer?: number): number | undefined {
    let part = 1;
    const own = this.first(family, name, ({ size }) => {
      if (size?.isPart) part *= size.value;
      return size && !size.isPart ? size.value : undefined;
    });
    const size = own ?? outer;
    return size === undefined ? undefined : Math.round(size * part * 10) / 10;
  }

  /** A paragraph style that is, or is based on, one of these names as the program shows them in English. */
  isNamed(family: string, name: string | undefined, names: RegExp): boolean {
    return this.first(family, name, (style) => names.test(style.name) || undefined) ?? false;
  }

  level(list: string | undefined, level: number): ListLevel | undefined {
    if (list === undefined) return undefined;
    return (this.lists.get(list) ?? this.#common?.lists.get(list))?.get(level);
  }
}

/** Which styles of a part are read: the named ones, or those that the program made for single texts. */
export type StyleSet = 'styles' | 'automatic-styles';

/** Reads the styles of a part into those given by their set. @throws ReadError */
export function parseOdtStyles(bytes: Buffer, sets: Readonly<Partial<Record<StyleSet, OdtStyles>>>, part: string, limits: Limits): void {
  let into: OdtStyles | undefined;
  let [style, levels, layout]: [Style?, Map<number, ListLevel>?, PageLayout?] = [];
  const open = (element: XmlElement): void => {
    const name = odfName(element);
    if (name === 'office:styles' || name === 'office:automatic-styles') into = sets[element.local as StyleSet];
    if (name === 'style:font-face') readFace(element, Object.values(sets));
    if (!into) return;
    const id = odfAttribute(element, 'name') ?? '';
    if (name === 'style:style' || name === 'style:default-style') {
      style = styleOf(element, id);
      into.styles.set(`${odfAttribute(element, 'family') ?? ''}/${name === 'style:style' ? id : ''}`, style);
    } else if (name === 'text:list-style') into.lists.set(id, (levels = new Map()));
    else if (levels && name.startsWith('text:list-level-style-')) levels.set(odfCount(element, 'level', 10), levelOf(element));
    else if (name === 'style:page-layout') into.layouts.set(id, (layout = { margins: { top: 0, right: 0, bottom: 0, left: 0 } }));
    else if (layout && name === 'style:page-layout-properties') readPage(layout, element);
    else if (style && name === 'style:text-properties') {
      readText(style, element, into === sets['automatic-styles']);
      into.language ??= languageOf(element);
    } else if (style && name === 'style:paragraph-properties') readParagraph(style, element);
  };
  const close = (element: XmlElement): void => {
    const name = odfName(element);
    if (name === 'office:styles' || name === 'office:automatic-styles') into = undefined;
    else if (name === 'style:style' || name === 'style:default-style') style = undefined;
    else if (name === 'text:list-style') levels = undefined;
    else if (name === 'style:page-layout') layout = undefined;
  };
  parseXml(bytes, { open, close }, { part, limits });
}

function styleOf(element: XmlElement, id: string): Style {
  const shown = odfAttribute(element, 'display-name') ?? shownName(id);
  const style: Style = { name: shown, parent: odfAttribute(element, 'parent-style-name') };
  const [list, master] = ['list-style-name', 'master-page-name'].map((name) => odfAttribute(element, name));
  if (list !== undefined) style.list = list;
  if (master !== undefined && master !== '') style.master = master;
  return style;
}

/** Names are written with codes for what is no letter: `Heading_20_1`. */
function shownName(id: string): string {
  return id.replaceAll(/_([0-9a-f]{2})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function levelOf(element: XmlElement): ListLevel {
  const ordered = element.local.endsWith('-number') && (odfAttribute(element, 'num-format') ?? '') !== '';
  return { ordered, start: odfCount(element, 'start-value', 1_000_000) };
}

/** @param isDirect the style is of one text: what named styles put behind text is no highlight */
function readText(style: Style, element: XmlElement, isDirect: boolean): void {
  const [weight, slant, display, background] = ['font-weight', 'font-style', 'display', 'background-color'].map((name) =>
    odfAttribute(element, name),
  );
  if (weight !== undefined) style.bold = weight === 'bold' || Number(weight) >= 600;
  if (slant !== undefined) style.italic = slant === 'italic' || slant === 'oblique';
  if (display !== undefined) style.hidden = display === 'none';
  const [face, family, size] = ['font-name', 'font-family', 'font-size'].map((name) => odfAttribute(element, name));
  if (face !== undefined || family !== undefined) style.font = face ?? bareFamily(family ?? '');
  const part = /^(\d{1,4}(?:\.\d+)?)%$/.exec(size ?? '')?.[1];
  const points = odfPoints(element, 'font-size');
  if (part !== undefined) style.size = { value: Number(part) / 100, isPart: true };
  else if (points !== undefined) style.size = { value: points, isPart: false };
  if (isDirect && background !== undefined) style.highlighted = background !== 'transparent';
}

function readFace(element: XmlElement, sets: readonly (OdtStyles | undefined)[]): void {
  const [name, family] = [odfAttribute(element, 'name'), odfAttribute(element, 'font-family')];
  if (name !== undefined && family !== undefined) for (const set of sets) set?.faces.set(name, bareFamily(family));
}

/** `'Liberation Serif'` is written in quotes, and a list may follow. */
function bareFamily(family: string): string {
  return (family.split(',')[0] ?? '').replaceAll(/['"]/g, '').trim();
}

function readParagraph(style: Style, element: XmlElement): void {
  style.breaks = [odfAttribute(element, 'break-before'), odfAttribute(element, 'break-after')].includes('page');
  const [alignment, height] = [odfAttribute(element, 'text-align'), odfAttribute(element, 'line-height')];
  if (alignment !== undefined) style.alignment = alignment;
  const part = /^(\d{1,4}(?:\.\d+)?)%$/.exec(height ?? '')?.[1];
  const fixed = odfPoints(element, 'line-height');
  if (part !== undefined) style.line = { value: Number(part) * 2.4, isFixed: false };
  else if (height === 'normal') style.line = { value: 240, isFixed: false };
  else if (fixed !== undefined) style.line = { value: fixed, isFixed: true };
}

function languageOf(element: XmlElement): string | undefined {
  const [language, country] = ['language', 'country'].map((name) => odfAttribute(element, name));
  if (language === undefined || !/^[a-z]{2,3}$/.test(language) || language === 'zxx') return undefined;
  return country !== undefined && /^[A-Z]{2}$/.test(country) ? `${language}-${country}` : language;
}

function readPage(layout: PageLayout, element: XmlElement): void {
  const [width, height] = [odfPoints(element, 'page-width'), odfPoints(element, 'page-height')];
  if (width !== undefined && height !== undefined) Object.assign(layout, { width, height });
  const all = odfPoints(element, 'margin');
  for (const side of ['top', 'right', 'bottom', 'left'] as const) layout.margins[side] = odfPoints(element, `margin-${side}`) ?? all ?? 0;
}
