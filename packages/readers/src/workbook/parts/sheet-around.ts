import { parseRange } from '@preflag/core';
import type { XmlHandlers } from '../../xml/parse-xml.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { isSpreadsheetNamespace } from '../cells/part-feeder.ts';
import type { ConditionalFormat, DataValidation } from '../parts-model.ts';
import type { ColumnSheet } from '../store/column-sheet.ts';

/** Extensions of 2009: validations and conditional formats that refer to other sheets ([MS-XLSX] 2.3). */
const EXTENDED = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
/** Texts and references inside them. */
const EXTENDED_TEXT = 'http://schemas.microsoft.com/office/excel/2006/main';
/** Excel refuses formulas beyond 8,192 characters; longer texts are cut. */
const LONGEST_TEXT = 1 << 15;

/** Ids of relationships that the sheet's own part names. */
export interface SheetLinks {
  /** Addresses of hyperlinks whose target is a relationship. */
  readonly hyperlinks: { readonly index: number; readonly relationship: string }[];
}

/** Reads what stands before and behind the cells of a sheet into it, and the ids of relationships into `links`. */
export function sheetAround(sheet: ColumnSheet, links: SheetLinks): XmlHandlers {
  let validation: Draft | undefined;
  let format: Draft | undefined;
  let rules: { readonly type: string; readonly operator: string | undefined; readonly formulas: string[] }[] = [];
  /** Which formula of the validation is open. */
  let slot: string[] | undefined;
  let target: string[] | undefined;
  return {
    open(element) {
      const isOwn = isSpreadsheetNamespace(element.uri);
      if (!isOwn && element.uri !== EXTENDED && element.uri !== EXTENDED_TEXT) return;
      target = undefined;
      switch (element.local) {
        case 'mergeCell': {
          const range = isOwn ? parseRange(element.attribute('ref') ?? '') : undefined;
          if (range) sheet.merges.push(range);
          break;
        }
        case 'dataValidation':
          validation = draftOf(element);
          break;
        case 'conditionalFormatting':
          format = draftOf(element);
          rules = [];
          break;
        case 'cfRule':
          rules.push({ type: element.attribute('type') ?? '', operator: element.attribute('operator'), formulas: [] });
          break;
        case 'formula1':
        case 'formula2':
          target = slot = element.local === 'formula1' ? validation?.first : validation?.second;
          break;
        case 'formula':
        case 'f':
          target = validation ? slot : rules.at(-1)?.formulas;
          if (!validation) target?.push('');
          break;
        case 'sqref':
          target = (validation ?? format)?.ranges;
          break;
        default:
          if (isOwn) setting(element, sheet, links);
      }
      if (target && target.length === 0) target.push('');
    },
    text(piece) {
      if (!target) return;
      const last = target.length - 1;
      if ((target[last]?.length ?? 0) < LONGEST_TEXT) target[last] = (target[last] ?? '') + piece;
    },
    close({ local }) {
      target = undefined;
      const { draft } = sheet;
      if (local === 'dataValidation' && validation) {
        draft.add(
          draft.validations,
          validationOf(validation, (text) => draft.ranges(text)),
        );
        validation = undefined;
      } else if (local === 'conditionalFormatting' && format) {
        const ranges = draft.ranges(format.ranges.join(' '));
        for (const { type, operator, formulas } of rules) {
          const one: ConditionalFormat = { ranges, type, formulas: formulas.map((text) => text.trim()), ...(operator && { operator }) };
          draft.add(draft.conditionalFormats, one);
        }
        format = undefined;
        rules = [];
      }
    },
  };
}

/** A validation or conditional format that is open. Texts come in pieces, so each is a list of one. */
interface Draft {
  readonly element: XmlElement;
  readonly ranges: string[];
  readonly first: string[];
  readonly second: string[];
}

function draftOf(element: XmlElement): Draft {
  const ranges = element.attribute('sqref');
  return { element, ranges: ranges === undefined ? [] : [ranges], first: [], second: [] };
}

const TYPES: readonly DataValidation['type'][] = ['none', 'whole', 'decimal', 'list', 'date', 'time', 'textLength', 'custom'];
const OPERATORS: readonly DataValidation['operator'][] = [
  'between',
  'notBetween',
  'equal',
  'notEqual',
  'lessThan',
  'lessThanOrEqual',
  'greaterThan',
  'greaterThanOrEqual',
];

function validationOf({ element, ranges, first, second }: Draft, parse: (text: string) => DataValidation['ranges']): DataValidation {
  const [type, operator] = [element.attribute('type'), element.attribute('operator')];
  const style = element.attribute('errorStyle') ?? 'stop';
  return {
    ranges: parse(ranges.join(' ')),
    type: TYPES.find((name) => name === type) ?? 'none',
    operator: OPERATORS.find((name) => name === operator) ?? 'between',
    formula1: (first[0] ?? '').trim(),
    formula2: (second[0] ?? '').trim(),
    allowBlank: isOn(element.attribute('allowBlank')),
    refuses: style === 'stop' && isOn(element.attribute('showErrorMessage')),
  };
}

function setting(element: XmlElement, { draft }: ColumnSheet, links: SheetLinks): void {
  switch (element.local) {
    case 'col': {
      const [first, last] = [Number(element.attribute('min')) - 1, Number(element.attribute('max')) - 1];
      const width = Number(element.attribute('width'));
      if (!(first >= 0 && last >= first)) return;
      draft.add(draft.columns, { first, last, hidden: isOn(element.attribute('hidden')), ...(width > 0 && { width }) });
      break;
    }
    case 'sheetFormatPr': {
      const width = Number(element.attribute('defaultColWidth'));
      if (width > 0) draft.defaultColumnWidth = width;
      draft.defaultRowsHidden = isOn(element.attribute('zeroHeight'));
      break;
    }
    case 'pane':
      if (element.attribute('state')?.startsWith('frozen'))
        draft.frozen = { rows: countOf(element.attribute('ySplit')), columns: countOf(element.attribute('xSplit')) };
      break;
    case 'sheetProtection':
      draft.isProtected = isOn(element.attribute('sheet'));
      break;
    case 'pageSetup': {
      const [orientation, paper] = [element.attribute('orientation'), countOf(element.attribute('paperSize'))];
      const way = orientation === 'landscape' || orientation === 'portrait' ? orientation : 'default';
      draft.print = { ...draft.print, orientation: way, ...(paper > 0 && { paper }) };
      break;
    }
    case 'pageSetUpPr':
      draft.print = { ...draft.print, fitsPages: isOn(element.attribute('fitToPage')) };
      break;
    case 'oddHeader':
    case 'oddFooter':
      draft.print = { ...draft.print, hasHeaderOrFooter: true };
      break;
    case 'autoFilter':
      draft.autoFilter = parseRange(element.attribute('ref') ?? '');
      break;
    case 'hyperlink': {
      const range = parseRange(element.attribute('ref') ?? '');
      if (!range) return;
      const [location, relationship] = [element.attribute('location'), element.attribute('id', '*')];
      if (relationship !== undefined) links.hyperlinks.push({ index: draft.hyperlinks.length, relationship });
      draft.add(draft.hyperlinks, { range, ...(location && { location }) });
      break;
    }
    default:
  }
}

function countOf(text: string | undefined): number {
  const count = Number(text ?? 0);
  return Number.isInteger(count) && count >= 0 ? count : 0;
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
