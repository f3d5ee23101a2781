import { readFileSync } from 'node:fs';
import type * as IronCalc from '@ironcalc/wasm';
import type { CellArrayStructure, Model } from '@ironcalc/wasm';
import { fileURLToPath } from 'node:url';
import { EXCEL_ERRORS, type CalculatedValue, type Calculation, type Calculator, type CellAt } from './calculator.ts';
import { spellForIronCalc } from './spell-for-ironcalc.ts';

/**
 * IronCalc (wasm). Its code is loaded with the first calculation. Formulas that make it trap get no values, and those that were
 * given with them get none either: the next calculation has a new engine.
 */
export function ironCalc(): Calculator {
  return {
    async calculate(calculation) {
      if (engine === undefined && loads >= MOST_LOADS) return calculation.formulas.map(() => undefined);
      engine ??= load();
      const { Model: EngineModel } = await engine;
      try {
        using model = new EngineModel('preflag', 'en', 'UTC', 'en');
        return compute(model, calculation);
      } catch (error) {
        if (error instanceof Error && (error.name === 'RuntimeError' || error instanceof RangeError)) engine = undefined;
        return calculation.formulas.map(() => undefined);
      }
    },
  };
}

let engine: Promise<typeof IronCalc> | undefined;
let loads = 0;
/** Modules are never let go, and each has the memory that its engine took. */
const MOST_LOADS = 4;

/** A module has one engine for good, so each load is of another address. */
async function load(): Promise<typeof IronCalc> {
  const address = import.meta.resolve('@ironcalc/wasm');
  const loaded: typeof IronCalc = await import(loads === 0 ? address : `${address}?${loads}`);
  loads += 1;
  loaded.initSync({ module: readFileSync(fileURLToPath(new URL('wasm_bg.wasm', address))) });
  return loaded;
}

function compute(model: Model, { sheets, inputs, formulas }: Calculation): readonly (CalculatedValue | undefined)[] {
  // Each input would compute the whole sheet anew.
  model.pauseEvaluation();
  nameSheets(model, sheets);
  for (const { sheet, row, column, value } of inputs) model.setUserInput(sheet, row + 1, column + 1, typed(value));
  for (const { sheet, row, column, text } of formulas) model.setUserInput(sheet, row + 1, column + 1, `=${spellForIronCalc(text)}`);
  model.resumeEvaluation();
  model.evaluate();
  model.pauseEvaluation();
  showDigits(model, formulas);
  return formulas.map((cell) => valueOf(model, cell));
}

/** Names must never meet: a new sheet has a name that another one may be about to get. */
function nameSheets(model: Model, names: readonly string[]): void {
  for (let index = 1; index < names.length; index += 1) model.newSheet();
  for (const index of names.keys()) model.renameSheet(index, `preflag ${index}`);
  for (const [index, name] of names.entries()) model.renameSheet(index, name);
}

/** As a person would type it: an apostrophe keeps text from being taken for a number or formula. */
function typed(value: CalculatedValue): string {
  if (typeof value === 'string') return `'${value}`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(value) : value.error;
}

/** The engine tells results only as their number format shows them, so all get one that shows every digit. */
function showDigits(model: Model, formulas: Calculation['formulas']): void {
  const cells = formulas.toSorted((a, b) => a.sheet - b.sheet || a.column - b.column || a.row - b.row);
  for (let start = 0; start < cells.length;) {
    let end = start + 1;
    while (end < cells.length && isBelow(cells[end]!, cells[end - 1]!)) end += 1;
    const { sheet, row, column } = cells[start]!;
    model.updateRangeStyle({ sheet, row: row + 1, column: column + 1, width: 1, height: end - start }, 'num_fmt', DIGITS);
    start = end;
  }
}

function isBelow(cell: CellAt, other: CellAt): boolean {
  return cell.sheet === other.sheet && cell.column === other.column && cell.row === other.row + 1;
}

/** With a three-digit exponent; with two, the engine writes larger ones twice. */
const DIGITS = '0.00000000000000E+000';
/** Just below a power of ten, the engine writes 0 with another exponent. */
const ZERO = '0.00000000000000E+000';

function valueOf(model: Model, { sheet, row, column }: CellAt): CalculatedValue | undefined {
  if (!isSingle(model.getCellArrayStructure(sheet, row + 1, column + 1))) return undefined;
  const text = model.getFormattedCellValue(sheet, row + 1, column + 1);
  switch (model.getCellType(sheet, row + 1, column + 1)) {
    case NUMBER: {
      const number = Number(text);
      return Number.isFinite(number) && (number !== 0 || text === ZERO) ? number : undefined;
    }
    case TEXT:
      return text;
    case BOOLEAN:
      return text === 'TRUE';
    case ERROR:
      return EXCEL_ERRORS.has(text) ? { error: text } : undefined;
    default:
      return undefined;
  }
}

/** One value was asked for: what spills into other cells is no answer. */
function isSingle(structure: CellArrayStructure): boolean {
  return structure === 'SingleCell' || ('DynamicAnchor' in structure && structure.DynamicAnchor.every((size) => size === 1));
}

const NUMBER = 1;
const TEXT = 2;
const BOOLEAN = 4;
const ERROR = 16;
