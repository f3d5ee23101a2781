import { cellAddress, parseRange } from '@preflag/core';
import { SaxesParser, type SaxesTagNS } from 'saxes';

/** A cell as it stands in the part of its sheet. */
export interface RawCell {
  /** The attribute `t`; `n` where there is none. */
  readonly type: string;
  /** What stands between `<v>` and `</v>`, as text. */
  readonly value: string;
}

/** What a cell is to hold: the attribute `t` and the XML of its value, without the formula. */
export interface CellContent {
  readonly type: 'n' | 'b' | 'str' | 'inlineStr';
  readonly value: string;
  /** The formula of the cell stays. */
  readonly keepsFormula: boolean;
}

/**
 * The part of a sheet with some of its cells replaced; every other character stays.
 *
 * @param replace says what the cell at an address such as `B7` is to hold; `undefined` leaves it
 * @throws {Error} where the part cannot be parsed
 */
export function patchSheet(xml: string, replace: (address: string, cell: RawCell) => CellContent | undefined): string {
  const parser = new SaxesParser({ xmlns: true });
  const pieces: string[] = [];
  let copied = 0;
  let [row, column] = [-1, 0];
  let cell: OpenCell | undefined;
  let isInValue = false;

  const close = (end: number): void => {
    if (!cell) return;
    const content = replace(cellAddress(row, column), { type: cell.type, value: cell.value });
    if (content) {
      pieces.push(xml.slice(copied, cell.start), cellXml(xml, cell, end, content));
      copied = end;
    }
    column += 1;
    cell = undefined;
  };
  const open = (tag: SaxesTagNS): void => {
    if (tag.local === 'row' && !cell) {
      row = tag.attributes['r'] === undefined ? row + 1 : Number(tag.attributes['r'].value) - 1;
      column = 0;
    } else if (tag.local === 'c' && !cell) {
      const at = parseRange(tag.attributes['r']?.value ?? '');
      if (at) [row, column] = [at.top, at.left];
      const start = xml.lastIndexOf('<', parser.position - 1);
      cell = { tag, start, headEnd: parser.position, type: tag.attributes['t']?.value ?? 'n', value: '', children: [] };
      if (tag.isSelfClosing) close(parser.position);
    } else if (cell) {
      if (cell.depth === undefined) cell = { ...cell, depth: 1, childStart: xml.lastIndexOf('<', parser.position - 1) };
      else cell.depth += 1;
      isInValue = tag.local === 'v';
    }
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', open);
  parser.on('text', (text) => {
    if (cell && isInValue) cell.value += text;
  });
  parser.on('closetag', (tag) => {
    isInValue = false;
    if (!cell) return;
    if (cell.depth === undefined) {
      if (tag.local === 'c' && !tag.isSelfClosing) close(parser.position);
      return;
    }
    cell.depth -= 1;
    if (cell.depth > 0) return;
    cell.children.push({ name: tag.local, xml: xml.slice(cell.childStart, parser.position) });
    const { depth: _, ...rest } = cell;
    cell = rest;
  });
  parser.write(xml).close();
  pieces.push(xml.slice(copied));
  return pieces.join('');
}

interface OpenCell {
  readonly tag: SaxesTagNS;
  readonly start: number;
  readonly headEnd: number;
  readonly type: string;
  value: string;
  readonly children: { readonly name: string; readonly xml: string }[];
  /** How many elements are open inside of the cell; absent between them. */
  depth?: number;
  childStart?: number;
}

/** The cell anew: its attributes but for type and metadata of the old value, its formula where it stays, the value, what else it had. */
function cellXml(
  xml: string,
  { tag, start, headEnd, children }: OpenCell,
  end: number,
  { type, value, keepsFormula }: CellContent,
): string {
  const head = xml.slice(start, headEnd).replace(/\/?>$/, '');
  const attributes = head.replace(/\s(?:t|vm)\s*=\s*(?:"[^"]*"|'[^']*')/g, '').trimEnd();
  const prefix = tag.prefix === '' ? '' : `${tag.prefix}:`;
  const formula = keepsFormula ? children.filter(({ name }) => name === 'f') : [];
  const others = children.filter(({ name }) => name !== 'f' && name !== 'v' && name !== 'is');
  const body =
    type === 'inlineStr'
      ? `<${prefix}is><${prefix}t xml:space="preserve">${value}</${prefix}t></${prefix}is>`
      : `<${prefix}v>${value}</${prefix}v>`;
  const closing = end === headEnd ? `</${prefix}c>` : xml.slice(xml.lastIndexOf('</', end - 1), end);
  const inside = [...formula.map((child) => child.xml), body, ...others.map((child) => child.xml)].join('');
  return `${attributes}${type === 'n' ? '' : ` t="${type}"`}>${inside}${closing}`;
}
