import { columnName } from '@preflag/core';
import type { Sheet, Workbook } from '@preflag/readers';
import type { CellAt } from './calculator.ts';
import { formulaTokens } from './formula-tokens.ts';

/** A formula whose structured references are written as ranges. */
export interface ResolvedTables {
  readonly text: string;
  /** Rows where it means the same: those that are in all tables of which it uses its own row. 0-based. */
  readonly rows?: RowSpan;
}
interface RowSpan {
  readonly top: number;
  readonly bottom: number;
}

type Table = Sheet['parts']['tables'][number];

/**
 * Writes structured references, such as `Sales[Net]` and `Sales[[#This Row],[Net]]`, as ranges of cells (ECMA-376-1, 18.17.6.6). Those
 * to tables and columns that are not there, without the name of a table, to a totals row that the table has not, and to several parts at
 * once are left.
 *
 * @param cell where the formula stands
 */
export function resolveTables(formula: string, cell: CellAt, workbook: Workbook): ResolvedTables {
  if (!formula.includes('[')) return { text: formula };
  let rows: RowSpan | undefined;
  const texts = formulaTokens(formula).map(({ type, text }) => {
    const found = type === 'structured' ? rangeOf(text, cell, workbook) : undefined;
    if (found?.rows)
      rows = rows ? { top: Math.max(rows.top, found.rows.top), bottom: Math.min(rows.bottom, found.rows.bottom) } : found.rows;
    return found?.text ?? text;
  });
  return { text: texts.join(''), ...(rows && { rows }) };
}

function rangeOf(text: string, cell: CellAt, workbook: Workbook): ResolvedTables | undefined {
  const at = text.indexOf('[');
  const found = findTable(text.slice(0, at), workbook);
  const wanted = partsOf(text.slice(at + 1, -1));
  if (!found || !wanted) return undefined;
  const { table, sheet } = found;
  const columns = columnsOf(table, wanted.columns);
  const rows = rowsOf(table, wanted.part);
  if (!columns || !rows || rows.bottom < rows.top) return undefined;
  const prefix = sheet === cell.sheet ? '' : `'${workbook.sheets[sheet]!.name.replaceAll("'", "''")}'!`;
  if (wanted.part !== '#this row')
    return { text: `${prefix}$${columnName(columns.left)}$${rows.top + 1}:$${columnName(columns.right)}$${rows.bottom + 1}` };
  if (sheet !== cell.sheet || cell.row < rows.top || cell.row > rows.bottom) return undefined;
  const [left, right] = [columns.left, columns.right].map((column) => `$${columnName(column)}${cell.row + 1}`);
  return { text: left === right ? left! : `${left}:${right}`, rows };
}

function findTable(name: string, workbook: Workbook): { readonly table: Table; readonly sheet: number } | undefined {
  const wanted = name.toLowerCase();
  for (const [sheet, { parts }] of workbook.sheets.entries())
    for (const table of parts.tables) if (table.name.toLowerCase() === wanted) return { table, sheet };
  return undefined;
}

interface Wanted {
  /** `#data` where none is named. */
  readonly part: string;
  /** None for all, one, or the first and the last. */
  readonly columns: readonly string[];
}

const ITEM = /\[((?:[^[\]']|'.)*)\]|([,:])|\s+/uy;

/** What stands inside of the brackets. */
function partsOf(inside: string): Wanted | undefined {
  if (inside.startsWith('@')) {
    const rest = partsOf(inside.slice(1));
    return rest?.part === '#data' ? { ...rest, part: '#this row' } : undefined;
  }
  if (inside === '') return { part: '#data', columns: [] };
  if (!inside.startsWith('[')) return wantedOf([inside], []);
  const [items, signs]: [string[], string[]] = [[], []];
  ITEM.lastIndex = 0;
  for (let at = 0; at < inside.length; at = ITEM.lastIndex) {
    const match = ITEM.exec(inside);
    if (!match) return undefined;
    if (match[1] !== undefined) items.push(match[1]);
    else if (match[2] !== undefined) signs.push(match[2]);
  }
  return items.length === signs.length + 1 ? wantedOf(items, signs) : undefined;
}

/** At most one part, and after it a column, or two with a colon between them. */
function wantedOf([first = '', ...others]: readonly string[], signs: readonly string[]): Wanted | undefined {
  const isPart = first.startsWith('#');
  const columns = isPart ? others : [first, ...others];
  if (signs.join('') !== (isPart && columns.length > 0 ? ',' : '') + (columns.length === 2 ? ':' : '')) return undefined;
  if (columns.some((column) => column.startsWith('#'))) return undefined;
  return {
    part: isPart ? first.toLowerCase() : '#data',
    columns: columns.map((column) => column.replaceAll(/'(.)/gu, '$1').toLowerCase()),
  };
}

function columnsOf({ columns, range }: Table, names: readonly string[]): { readonly left: number; readonly right: number } | undefined {
  if (names.length === 0) return range;
  const places = names.map((name) => columns.findIndex((column) => column.name.toLowerCase() === name));
  if (places.includes(-1)) return undefined;
  return { left: range.left + Math.min(...places), right: range.left + Math.max(...places) };
}

function rowsOf({ range, headerRows, totalsRows }: Table, part: string): RowSpan | undefined {
  const { top, bottom } = range;
  switch (part) {
    case '#all':
      return range;
    case '#headers':
      return { top, bottom: top + headerRows - 1 };
    case '#totals':
      return { top: bottom - totalsRows + 1, bottom };
    case '#data':
    case '#this row':
      return { top: top + headerRows, bottom: bottom - totalsRows };
    default:
      return undefined;
  }
}
