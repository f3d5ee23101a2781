import { kindOfCell } from './cell-values.ts';
import { cellsOf, type DataColumn } from './data-columns.ts';

/** Cells of a column that are shown in one number format. */
export interface FormatUse {
  readonly format: string;
  readonly cells: number;
  /** The first of them, 0-based. */
  readonly row: number;
  readonly column: number;
}

/** The number formats of the numbers and dates of a column, and of formulas that have no value. */
export function formatsOf(column: DataColumn): readonly FormatUse[] {
  const uses = new Map<string, { format: string; cells: number; row: number; column: number }>();
  const { table } = column;
  for (const { row, column: index } of cellsOf(column)) {
    const kind = kindOfCell(table, row, index);
    if (kind !== 'number' && kind !== 'date' && kind !== 'uncalculated') continue;
    const format = table.sheet.format(row, index);
    const use = uses.get(format);
    if (use) use.cells += 1;
    else uses.set(format, { format, cells: 1, row, column: index });
  }
  return [...uses.values()];
}

/** Built-in formats 14 and 22 follow the settings of the reader; what they are called in the file is not what programs show. */
const FOLLOWS_SYSTEM: ReadonlyMap<string, string> = new Map([
  ['mm-dd-yy', 'm/d/yyyy'],
  ['m/d/yy h:mm', 'm/d/yyyy h:mm'],
]);

/**
 * A number format as it is shown: what pads and fills, colours, locales and the marks around literals are left out, and so is what
 * negative numbers, zeros and texts look like, unless more `sections` are asked for.
 */
export function shownFormat(format: string, sections = 1): string {
  const plain = (FOLLOWS_SYSTEM.get(format) ?? format)
    .replaceAll(/[_*]./gu, '')
    .replaceAll(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, '$1')
    .replaceAll(/\[(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+)\]/gi, '')
    .replaceAll(/\\(.)/gu, '$1')
    .replaceAll(/"([^"]*)"/g, '$1')
    .replaceAll('\u00A0', ' ')
    .toLowerCase();
  return plain
    .split(';')
    .slice(0, sections)
    .map((section) => section.trim())
    .join(';');
}
