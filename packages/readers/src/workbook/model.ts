import type { CellRange, Model, Scannable } from '@preflag/core';
import type { CalculationSettings, CellStyle, Chart, ExternalLink, PivotCache, SheetParts } from './parts-model.ts';

declare module '@preflag/core' {
  interface Models {
    workbook: Workbook;
  }
}

/** What truly stands in a spreadsheet file. Cached values are what the file holds; nothing is recalculated here. */
export interface Workbook extends Model, Scannable {
  readonly kind: 'workbook';
  /** Worksheets in the file's order; other sheets are listed in `otherSheets`. */
  readonly sheets: readonly Sheet[];
  readonly otherSheets: readonly {
    readonly name: string;
    readonly type: 'chartsheet' | 'dialogsheet' | 'macrosheet';
    readonly charts: readonly Chart[];
  }[];
  readonly names: readonly DefinedName[];
  /** Serial dates count from 1904-01-01 instead of 1900-01-00. */
  readonly date1904: boolean;
  /** The different number format codes of the file; `General` is always one of them. */
  readonly numberFormats: readonly string[];
  readonly calculation: CalculationSettings;
  readonly externalLinks: readonly ExternalLink[];
  readonly pivotCaches: readonly PivotCache[];
  /** True where the file brings programs along (VBA). */
  readonly hasMacros: boolean;
  /** True where formulas may spill over cells as Excel has them since 2019; without the part that says so they show one value. */
  readonly hasDynamicArrays: boolean;
  /** Case-insensitive, as spreadsheets compare sheet names. */
  sheet(name: string): Sheet | undefined;
}

export interface DefinedName {
  readonly name: string;
  /** The formula text, without `=`. */
  readonly refersTo: string;
  /** The sheet that it belongs to; absent for the whole workbook. */
  readonly sheet?: string;
  readonly hidden: boolean;
}

export type CellKind = 'blank' | 'number' | 'string' | 'boolean' | 'error';

/** One sheet as column stores. Also what a csv becomes where its rows must be held (updates). */
export interface Sheet {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  readonly cellCount: number;
  readonly formulaCount: number;
  /** One past the last row and column that hold a value or a formula. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly merges: readonly CellRange[];
  /** What there is beside the cells; nothing on the sheet of a csv. */
  readonly parts: SheetParts;

  /** `blank` also for cells that are not there. A formula without a cached value is blank with a `formula`. */
  kind(row: number, column: number): CellKind;
  /** The number, 1 or 0 of a boolean; NaN for other kinds. */
  number(row: number, column: number): number;
  /** The value as the file holds it. */
  value(row: number, column: number): CellValue;
  /** Equal numbers mean equal strings within this sheet's workbook; 0 where the cell is no string. */
  stringId(row: number, column: number): number;
  /** Equal numbers mean equal texts, as `text` gives them without white space at their ends, within this sheet's workbook; 0 for none. */
  labelId(row: number, column: number): number;
  /** The formula as the file shows it in this cell, without `=`; shared formulas are expanded. */
  formula(row: number, column: number): string | undefined;
  /** The formula with its references relative to a fixed cell: equal texts mean equal formulas in R1C1 terms, also between workbooks. */
  relativeFormula(row: number, column: number): string | undefined;
  /** Equal numbers mean equal formulas in R1C1 terms within this workbook; 0 where there is none. */
  formulaId(row: number, column: number): number;
  /** The number format code, `General` by default. */
  format(row: number, column: number): string;
  /** How the cell looks; the default look where there is no cell. */
  style(row: number, column: number): CellStyle;
  /** True when the number format shows a date or time. */
  isDate(row: number, column: number): boolean;
  /** The value as a person would read it: dates as ISO 8601, numbers in full, `TRUE`, `#REF!`. */
  text(row: number, column: number): string;
}

/** `undefined` is blank; an error is an object, so that it is never taken for text. */
export type CellValue = string | number | boolean | { readonly error: string } | undefined;

/** The item of streaming facts on workbooks; one object that moves over the cells, sheet by sheet, in the file's order. */
export interface CellCursor {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly kind: CellKind;
  readonly number: number;
  readonly stringId: number;
  readonly formulaId: number;
}
