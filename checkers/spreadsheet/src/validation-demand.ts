import { parseRange, parseSheetRange, type CellRange } from '@preflag/core';
import type { DataValidation, Sheet, Workbook } from '@preflag/readers';

/** What a validation allows, in words and as a function. */
export interface Demand {
  readonly words: string;
  readonly allows: (sheet: Sheet, row: number, column: number) => boolean;
}

/** What a validation demands; `undefined` where that takes a formula, or moves from cell to cell. */
export function demandOf(model: Workbook, sheet: Sheet, validation: DataValidation): Demand | undefined {
  switch (validation.type) {
    case 'list':
      return listDemand(model, sheet, validation);
    case 'whole':
    case 'decimal':
    case 'date':
    case 'textLength':
      return boundsDemand(model, sheet, validation);
    default:
      return undefined;
  }
}

const MOST_SHOWN = 5;
const MOST_ITEMS = 10_000;

function listDemand(model: Workbook, sheet: Sheet, { formula1, allowBlank }: DataValidation): Demand | undefined {
  const items = formula1.startsWith('"') ? formula1.replaceAll(/^"|"$/g, '').split(',') : itemsOf(model, sheet, formula1);
  const filled = items?.map((item) => item.trim()).filter((item) => item !== '') ?? [];
  // A list with blank cells lets everything through where blanks are ignored.
  if (!items || filled.length === 0 || (filled.length < items.length && allowBlank)) return undefined;
  const known = new Set(filled.map(fold));
  const more = filled.length > MOST_SHOWN ? ' …' : '';
  return {
    words: filled.slice(0, MOST_SHOWN).join(', ') + more,
    allows: (own, row, column) => known.has(fold(own.text(row, column))) || known.has(fold(String(own.number(row, column)))),
  };
}

function itemsOf(model: Workbook, sheet: Sheet, formula: string): readonly string[] | undefined {
  const source = sourceOf(model, sheet, formula);
  if (!source) return undefined;
  const { top, bottom, left, right } = source.range;
  if ((bottom - top + 1) * (right - left + 1) > MOST_ITEMS) return undefined;
  const items: string[] = [];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) items.push(source.sheet.text(row, column));
  return items;
}

/** The fixed cells that a formula is: `Lists!$A$2:$A$9`, or a name for such cells. */
function sourceOf(model: Workbook, sheet: Sheet, formula: string): { readonly sheet: Sheet; readonly range: CellRange } | undefined {
  const text = formula.replace(/^=/, '').trim();
  const name = model.names.find((one) => one.name.toLowerCase() === text.toLowerCase() && (one.sheet ?? sheet.name) === sheet.name);
  const reference = name?.refersTo ?? text;
  if (!/^(?:.*!)?\$[A-Z]{1,3}\$\d+(?::\$[A-Z]{1,3}\$\d+)?$/i.test(reference)) return undefined;
  const plain = reference.replace(/[^!]*$/, (cells) => cells.replaceAll('$', ''));
  const placed = parseSheetRange(plain);
  const own = placed ? model.sheet(placed.sheet) : sheet;
  const range = placed?.range ?? parseRange(plain);
  return own && range && { sheet: own, range };
}

function boundsDemand(model: Workbook, sheet: Sheet, { type, operator, formula1, formula2 }: DataValidation): Demand | undefined {
  const [first, second] = [boundOf(model, sheet, formula1), boundOf(model, sheet, formula2)];
  const needsTwo = operator === 'between' || operator === 'notBetween';
  if (first === undefined || (needsTwo && second === undefined)) return undefined;
  const isAllowed = COMPARISONS[operator];
  const what = WORDS[type] ?? 'values';
  const show = (bound: number): string => (type === 'date' ? `the day ${bound}` : String(bound));
  return {
    words: `${what} ${OPERATORS[operator]} ${show(first)}${needsTwo && second !== undefined ? ` and ${show(second)}` : ''}`,
    allows: (own, row, column) => {
      const value = type === 'textLength' ? own.text(row, column).length : own.number(row, column);
      // A text where a number must be is refused as well.
      return !Number.isNaN(value) && (type !== 'whole' || Number.isInteger(value)) && isAllowed(value, first, second ?? first);
    },
  };
}

function boundOf(model: Workbook, sheet: Sheet, formula: string): number | undefined {
  const text = formula.replace(/^=/, '').trim();
  if (/^-?\d+(?:\.\d+)?(?:E[+-]?\d+)?$/i.test(text)) return Number(text);
  const source = sourceOf(model, sheet, text);
  const isOne = source !== undefined && source.range.top === source.range.bottom && source.range.left === source.range.right;
  const value = isOne ? source.sheet.number(source.range.top, source.range.left) : Number.NaN;
  return Number.isNaN(value) ? undefined : value;
}

const COMPARISONS: Readonly<Record<DataValidation['operator'], (value: number, first: number, second: number) => boolean>> = {
  between: (value, first, second) => value >= Math.min(first, second) && value <= Math.max(first, second),
  notBetween: (value, first, second) => value < Math.min(first, second) || value > Math.max(first, second),
  equal: (value, first) => value === first,
  notEqual: (value, first) => value !== first,
  lessThan: (value, first) => value < first,
  lessThanOrEqual: (value, first) => value <= first,
  greaterThan: (value, first) => value > first,
  greaterThanOrEqual: (value, first) => value >= first,
};

const OPERATORS: Readonly<Record<DataValidation['operator'], string>> = {
  between: 'between',
  notBetween: 'not between',
  equal: 'equal to',
  notEqual: 'other than',
  lessThan: 'below',
  lessThanOrEqual: 'of at most',
  greaterThan: 'above',
  greaterThanOrEqual: 'of at least',
};

const WORDS: Readonly<Record<string, string>> = {
  whole: 'whole numbers',
  decimal: 'numbers',
  date: 'dates',
  textLength: 'texts of a length',
};

function fold(text: string): string {
  return text.trim().toLowerCase();
}
