import type { Location, Position } from '@preflag/core';
import type { XmlElement } from '../../xml/index.ts';
import type { EntryText } from '../catalog.ts';

/** Gathers the text of an element whose inline codes are kept as tags: `<g id="1">`, `<x id="2"/>`. */
export class InlineText {
  readonly #start: Position;
  #text = '';
  #prose = '';

  constructor(start: Position) {
    this.#start = start;
  }

  add(text: string): void {
    this.#text += text;
    this.#prose += text;
  }

  open(element: XmlElement, isEmpty: boolean): void {
    const id = element.attribute('id') ?? element.attribute('startRef') ?? element.attribute('rid') ?? element.attribute('i');
    this.#code(`<${element.local}${id === undefined ? '' : ` id="${id}"`}${isEmpty ? '/' : ''}>`);
  }

  close(element: XmlElement): void {
    this.#code(`</${element.local}>`);
  }

  /** The text up to `end`, which stands behind the closing tag named `closing`. */
  finish(end: Position, closing: string): EntryText {
    const at: Location = { kind: 'text', start: this.#start, end: beforeTag(this.#start, end, closing) };
    return { text: this.#text, at, ...(this.#prose !== this.#text && { prose: this.#prose }) };
  }

  get text(): string {
    return this.#text;
  }

  #code(tag: string): void {
    this.#text += tag;
    this.#prose += '\uFFFC'.repeat(tag.length);
  }
}

/** The place before a closing tag; an empty element has none. */
function beforeTag(start: Position, end: Position, name: string): Position {
  const column = end.column - `</${name}>`.length;
  return end.line === start.line
    ? { line: end.line, column: Math.max(start.column, column) }
    : { line: end.line, column: Math.max(1, column) };
}
