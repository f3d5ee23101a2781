import { LAST_COLUMN, LAST_ROW, parseRange } from '@preflag/core';
import { corruptPart } from '../../archive/read-error.ts';
import type { XmlHandlers } from '../../xml/parse-xml.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import type { CellWriter } from './cell-writer.ts';
import {
  TYPE_BOOLEAN,
  TYPE_DATE,
  TYPE_ERROR,
  TYPE_FORMULA_STRING,
  TYPE_INLINE,
  TYPE_NUMBER,
  TYPE_SHARED,
  TYPE_UNKNOWN,
} from './cell-writer.ts';
import { isSpreadsheetNamespace } from './part-feeder.ts';
import type { SharedStrings } from './string-tokeniser.ts';
import { TextScratch } from './text-scratch.ts';

/** Reads the cells of a sheet, and what `around` reads, from the events of the XML parser: slow, and for everything that is well-formed. */
export function sheetHandlers(writer: CellWriter, around: XmlHandlers, part: string): XmlHandlers {
  const text = new TextScratch();
  const formulaText = new TextScratch();
  let isInside = false;
  let row = -1;
  let column = 0;
  let cell:
    | { readonly style: number; readonly type: number; hasValue: boolean; isInline: boolean; formula: XmlElement | undefined }
    | undefined;
  /** Where text goes. */
  let target: 'value' | 'formula' | undefined;
  let phonetic = 0;

  const openCell = (element: XmlElement): void => {
    const name = element.attribute('r');
    const at = name === undefined ? undefined : parseRange(name);
    if (name !== undefined && (!at || name.includes(':')))
      throw corruptPart(part, `The part ${part} has a cell with the reference '${name}', which is none.`);
    row = at?.top ?? Math.max(row, 0);
    column = at?.left ?? column;
    if (column > LAST_COLUMN) throw corruptPart(part, `The part ${part} has more than ${LAST_COLUMN + 1} columns in row ${row + 1}.`);
    cell = {
      style: Number(element.attribute('s') ?? 0),
      type: typeOf(element.attribute('t')),
      hasValue: false,
      isInline: false,
      formula: undefined,
    };
    text.length = 0;
    formulaText.length = 0;
  };
  const closeCell = (): void => {
    if (!cell) return;
    const formula = cell.formula
      ? writer.formula(
          row,
          column,
          (cell.formula.attribute('t') ?? '').charCodeAt(0),
          formulaText.bytes,
          0,
          formulaText.length,
          Number(cell.formula.attribute('si') ?? -1),
          cell.formula.attribute('ref') ?? '',
        )
      : 0;
    const stringId = cell.isInline ? writer.sheet.store.strings.intern(text.bytes, 0, text.length) : 0;
    writer.cell(row, column, cell.style, cell.type, text.bytes, 0, text.length, cell.hasValue, stringId, formula);
    column++;
    cell = undefined;
  };
  return {
    open(element) {
      if (!isInside || !isSpreadsheetNamespace(element.uri)) {
        if (element.local === 'sheetData' && isSpreadsheetNamespace(element.uri)) isInside = true;
        else if (!isInside) around.open?.(element);
        return;
      }
      switch (element.local) {
        case 'row': {
          row = element.attribute('r') === undefined ? row + 1 : Number(element.attribute('r')) - 1;
          if (!(row >= 0 && row <= LAST_ROW))
            throw corruptPart(part, `The part ${part} has a row with the number '${element.attribute('r')}'.`);
          column = 0;
          const isHidden = isTrue(element.attribute('hidden'));
          const height = isTrue(element.attribute('customHeight')) ? Number(element.attribute('ht') ?? 0) : 0;
          if (isHidden || height > 0) writer.row(row, isHidden, height);
          break;
        }
        case 'c':
          openCell(element);
          break;
        case 'v':
          if (cell) cell.hasValue = true;
          target = 'value';
          break;
        case 'f':
          if (cell) cell.formula = element;
          target = 'formula';
          break;
        case 'is':
          if (cell) cell.isInline = cell.hasValue = true;
          break;
        case 't':
          if (phonetic === 0) target = 'value';
          break;
        case 'rPh':
          phonetic++;
          break;
        default:
      }
    },
    text(piece) {
      if (!isInside) around.text?.(piece);
      else if (target === 'value') text.appendText(piece, true);
      else if (target === 'formula') formulaText.appendText(piece, false);
    },
    close(element) {
      if (!isInside) {
        around.close?.(element);
        return;
      }
      if (!isSpreadsheetNamespace(element.uri)) return;
      if (element.local === 'c') closeCell();
      else if (element.local === 'rPh') phonetic--;
      else if (element.local === 'sheetData') isInside = false;
      else if (element.local === 'v' || element.local === 'f' || element.local === 't') target = undefined;
    },
  };
}

/** Reads shared strings from the events of the XML parser. */
export function stringHandlers(target: SharedStrings): XmlHandlers {
  const text = new TextScratch();
  let isText = false;
  let phonetic = 0;
  return {
    open({ local, uri }) {
      if (!isSpreadsheetNamespace(uri)) return;
      if (local === 'si') text.length = 0;
      else if (local === 'rPh') phonetic++;
      else if (local === 't') isText = phonetic === 0;
    },
    text(piece) {
      if (isText) text.appendText(piece, true);
    },
    close({ local, uri }) {
      if (!isSpreadsheetNamespace(uri)) return;
      if (local === 't') isText = false;
      else if (local === 'rPh') phonetic--;
      else if (local === 'si') target.add(text.bytes, 0, text.length);
    },
  };
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

const TYPES: Readonly<Record<string, number>> = {
  n: TYPE_NUMBER,
  s: TYPE_SHARED,
  b: TYPE_BOOLEAN,
  e: TYPE_ERROR,
  d: TYPE_DATE,
  str: TYPE_FORMULA_STRING,
  inlineStr: TYPE_INLINE,
};

function typeOf(name: string | undefined): number {
  return name === undefined ? TYPE_NUMBER : (TYPES[name] ?? TYPE_UNKNOWN);
}
