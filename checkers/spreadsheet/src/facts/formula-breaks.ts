import { defineFact, type CellRange, type Fact } from '@preflag/core';
import type { CellCursor, Sheet } from '@preflag/readers';
import { isClearMajority } from '../clear-majority.ts';
import { formulaForm } from '../formula-form.ts';
import { relativeInputs } from '../relative-inputs.ts';
import { tableOfCell } from '../table-lookup.ts';

/** A cell in a row or column of equal formulas that does not compute as they do. Rows and columns are 0-based. */
export interface FormulaBreak {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly along: 'row' | 'column';
  /** `value` is a number among formulas. */
  readonly what: 'formula' | 'value';
  /** The cell; with those beside it where they are so few that either side may be the wrong one. */
  readonly range: CellRange;
  /** How many cells around it share one formula. */
  readonly alike: number;
  /** The nearest of them. */
  readonly neighbour: { readonly row: number; readonly column: number };
}

/** Formulas are equal when they are so in R1C1 terms. */
export const formulaBreaks: Fact<'workbook', readonly FormulaBreak[]> = defineFact({
  id: 'spreadsheet/formula-breaks',
  reads: 'workbook',
  item: 'cell',
  only: ['formula'],
  start: () => {
    const found = new Map<string, FormulaBreak>();
    // Each break is met from the formula after it, or, at the beginning of a line, from the one behind it too.
    const meet = (cell: Line, at: number, isInside: boolean): void => {
      const one = isInside ? insideBreak(cell, at) : edgeBreak(cell, at);
      if (one) found.set(`${one.sheet.name} ${one.row} ${one.column}`, one);
    };
    return {
      visit({ sheet, row, column, formulaId }: CellCursor) {
        for (const along of LINES) {
          const [down, right] = along === 'column' ? [1, 0] : [0, 1];
          // Most formulas continue those before and behind them, which two looks tell.
          const isAfter = formulaIdAt(sheet, row - down, column - right) === formulaId;
          const isBefore = formulaIdAt(sheet, row + down, column + right) === formulaId;
          if (isAfter && isBefore) continue;
          const isAcross = !isAfter && formulaIdAt(sheet, row - 2 * down, column - 2 * right) === formulaId;
          if (!isAfter && !isBefore && !isAcross) continue;
          const line: Line = { sheet, along, fixed: along === 'column' ? column : row, id: formulaId };
          const at = along === 'column' ? row : column;
          if (!isAfter) meet(line, at - 1, isAcross);
          else if (idAt(line, at + 2) !== formulaId) meet(line, at + 1, false);
        }
      },
      end: () => withoutRanks([...found.values()]),
    };
  },
});

/** Numbers that break several lines side by side are a row or column of another nature, and are left out. */
function withoutRanks(breaks: readonly FormulaBreak[]): readonly FormulaBreak[] {
  const rankOf = ({ sheet, along, row, column }: FormulaBreak): string => `${sheet.name} ${along} ${along === 'column' ? row : column}`;
  const ranks = new Map<string, number>();
  for (const one of breaks) if (one.what === 'value') ranks.set(rankOf(one), (ranks.get(rankOf(one)) ?? 0) + 1);
  return breaks.filter((one) => one.what === 'formula' || ranks.get(rankOf(one)) === 1);
}

/** A row or column of a sheet, and the formula that it is about. */
interface Line {
  readonly sheet: Sheet;
  readonly along: 'row' | 'column';
  /** Of a row its number, of a column its. */
  readonly fixed: number;
  readonly id: number;
}

const LINES = ['column', 'row'] as const;
const NEEDED_INSIDE = 3;
const NEEDED_AT_EDGE = 3;
const FARTHEST = 8;

function insideBreak(line: Line, at: number): FormulaBreak | undefined {
  const alike = count(line, at, -1) + count(line, at, 1);
  if (alike < NEEDED_INSIDE || !isOdd(line, at) || isRate(line, at)) return undefined;
  return made(line, at, at - 1, alike, at);
}

/** A formula without a function, over cells that stand in its own column, between sums along rows (or the other way round): a rate of the lines before it. */
function isRate(line: Line, at: number): boolean {
  const own = inputsOf(line, at);
  if (own === '' || /[A-Z]\(/i.test(formulaAt(line, at))) return false;
  const isAlongLine = (input: string): boolean => input.split(' ')[line.along === 'column' ? 1 : 0] === '0';
  return (
    own.split(',').every(isAlongLine) &&
    !inputsOf(line, at - 1)
      .split(',')
      .some(isAlongLine)
  );
}

/** At the end of a line only a formula of the same form stands out: others begin or close the line on purpose. */
function edgeBreak(line: Line, at: number): FormulaBreak | undefined {
  const step = idAt(line, at + 1) === line.id ? 1 : -1;
  const alike = count(line, at, step);
  if (alike < NEEDED_AT_EDGE || idAt(line, at) === 0 || !isOdd(line, at)) return undefined;
  const [own, its] = [formulaAt(line, at), formulaAt(line, at + step)];
  // Running sums and chains begin with another single reference; a range or a `$` that is off does not come by itself.
  const isTelling = /[:$]/.test(own + its) || own === its;
  if (!isTelling || formulaForm(own) !== formulaForm(its)) return undefined;
  return made(line, at, at + step, alike, isClearMajority(alike, 1) ? at : at + step * alike);
}

/** A break at a place of the line; what is shown of the line goes on to the place `end`. */
function made(line: Line, at: number, neighbour: number, alike: number, end: number): FormulaBreak {
  const { sheet, along } = line;
  const what = idAt(line, at) === 0 ? 'value' : 'formula';
  const [first, last] = [place(line, Math.min(at, end)), place(line, Math.max(at, end))];
  const range = { top: first.row, left: first.column, bottom: last.row, right: last.column };
  return { sheet, ...place(line, at), along, what, range, alike, neighbour: place(line, neighbour) };
}

/** True where the cell follows no pattern of its own: neither across the line, nor again and again along it, nor as a total. */
function isOdd(line: Line, at: number): boolean {
  const { sheet, along } = line;
  const { row, column } = place(line, at);
  const id = sheet.formulaId(row, column);
  const isTotal = along === 'column' && tableOfCell(sheet, row, column)?.totalRows.includes(row);
  if (isTotal) return false;
  const step = idAt(line, at - 1) === line.id ? -1 : 1;
  if (id === 0) return sheet.kind(row, column) === 'number' && sheet.number(row, column) !== 0 && hasSameInputs(line, at, at + step);
  const across: Line = along === 'row' ? { ...line, along: 'column', fixed: column, id } : { ...line, along: 'row', fixed: row, id };
  if (isNear(across, along === 'row' ? row : column, 1) || isNear({ ...line, id }, at, 2)) return false;
  return inputsOf(line, at) !== inputsOf(line, at + step);
}

/** True when the line has its formula again at least so many times near a cell. */
function isNear(line: Line, at: number, times: number): boolean {
  let found = 0;
  for (let distance = 1; distance <= REACH && found < times; distance += 1)
    for (const other of [at - distance, at + distance]) if (idAt(line, other) === line.id) found += 1;
  return found >= times;
}

function inputsOf(line: Line, at: number): string {
  const { row, column } = place(line, at);
  return relativeInputs(formulaAt(line, at), row, column).join();
}

/** A number is typed in on purpose where the inputs of the formula are not there, or are themselves computed from the number. */
function hasSameInputs(line: Line, at: number, neighbour: number): boolean {
  const { sheet } = line;
  const [here, there] = [place(line, at), place(line, neighbour)];
  const inputs = inputsOf(line, neighbour)
    .split(',')
    .map((input) => input.split(' ').map(Number))
    .filter(({ length }) => length === 2)
    .map(([row = 0, column = 0]) =>
      [here, there].map((from) => {
        const [r, c] = [from.row + row, from.column + column];
        return r < 0 || c < 0 ? 'blank' : sheet.formulaId(r, c) === 0 ? sheet.kind(r, c) : 'formula';
      }),
    );
  const isThere = inputs.length === 0 || inputs.some(([own]) => own !== 'blank');
  return isThere && inputs.every(([own, its]) => (own === 'formula') === (its === 'formula'));
}

const REACH = 40;

/** How many cells in a row have the line's formula, from the cell beside `at` on. */
function count(line: Line, at: number, step: 1 | -1): number {
  let alike = 0;
  while (alike < FARTHEST && idAt(line, at + step * (alike + 1)) === line.id) alike += 1;
  return alike;
}

function formulaAt(line: Line, at: number): string {
  const { row, column } = place(line, at);
  return line.sheet.formula(row, column) ?? '';
}

function place({ along, fixed }: Line, at: number): { readonly row: number; readonly column: number } {
  return along === 'column' ? { row: at, column: fixed } : { row: fixed, column: at };
}

function idAt(line: Line, at: number): number {
  return line.along === 'column' ? formulaIdAt(line.sheet, at, line.fixed) : formulaIdAt(line.sheet, line.fixed, at);
}

function formulaIdAt(sheet: Sheet, row: number, column: number): number {
  return row < 0 || column < 0 ? 0 : sheet.formulaId(row, column);
}
