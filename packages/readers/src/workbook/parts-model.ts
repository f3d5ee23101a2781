import type { CellRange } from '@preflag/core';

/** What a sheet has beside its cells. Rows and columns are 0-based, ends inclusive. */
export interface SheetParts {
  readonly hiddenRows: readonly RowRun[];
  /** Rows whose height was set by hand, in points. */
  readonly rowHeights: readonly (RowRun & { readonly height: number })[];
  readonly columns: readonly ColumnSetting[];
  /** In characters of the default font, as `ColumnSetting.width`; 8.43 is what spreadsheets take where the file does not say. */
  readonly defaultColumnWidth: number;
  readonly defaultRowsHidden: boolean;
  /** How many rows and columns stay in view. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly autoFilter: CellRange | undefined;
  /** True where the sheet refuses edits of locked cells. */
  readonly isProtected: boolean;
  readonly print: PrintSettings;
  readonly validations: readonly DataValidation[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly tables: readonly WorkbookTable[];
  readonly comments: readonly CellComment[];
  readonly hyperlinks: readonly Hyperlink[];
  readonly charts: readonly Chart[];
  /** Pictures on the sheet, by the cells that they stand on. */
  readonly images: readonly { readonly anchor: CellRange | undefined }[];
  /** Where pivot tables stand. */
  readonly pivotTables: readonly { readonly name: string; readonly range: CellRange | undefined }[];
}

/** How the sheet is printed (ECMA-376-1, 18.3.1.63); areas and titles of a print are defined names. */
export interface PrintSettings {
  readonly orientation: 'default' | 'portrait' | 'landscape';
  /** The number of the paper's size; 9 is A4, 1 Letter; absent where the file does not say. */
  readonly paper?: number;
  /** The sheet is made smaller to fit on a number of pages. */
  readonly fitsPages: boolean;
  readonly hasHeaderOrFooter: boolean;
}

/** Rows one below the other. */
export interface RowRun {
  readonly first: number;
  readonly last: number;
}

export interface ColumnSetting {
  readonly first: number;
  readonly last: number;
  /** In characters of the default font, with the padding of a cell; absent where the default holds. */
  readonly width?: number;
  readonly hidden: boolean;
}

/** A rule on what may be typed into cells (ECMA-376-1, 18.3.1.32). */
export interface DataValidation {
  readonly ranges: readonly CellRange[];
  readonly type: 'none' | 'whole' | 'decimal' | 'list' | 'date' | 'time' | 'textLength' | 'custom';
  readonly operator:
    | 'between'
    | 'notBetween'
    | 'equal'
    | 'notEqual'
    | 'lessThan'
    | 'lessThanOrEqual'
    | 'greaterThan'
    | 'greaterThanOrEqual';
  /** Formula texts without `=`; a list that is given in place is in quotes. */
  readonly formula1: string;
  readonly formula2: string;
  readonly allowBlank: boolean;
  /** True where other values are refused, not only warned of. */
  readonly refuses: boolean;
}

export interface ConditionalFormat {
  readonly ranges: readonly CellRange[];
  /** `cellIs`, `expression`, `colorScale` ... (ECMA-376-1, 18.18.12). */
  readonly type: string;
  readonly operator?: string;
  readonly formulas: readonly string[];
}

/** A table that the file declares, which is not the same as what {@link SheetTable} finds by looking. */
export interface WorkbookTable {
  readonly name: string;
  /** With header and totals rows. */
  readonly range: CellRange;
  readonly headerRows: number;
  readonly totalsRows: number;
  readonly columns: readonly {
    readonly name: string;
    /** What every data cell of the column is to compute, without `=`. */
    readonly formula?: string;
    readonly totalsFunction?: string;
  }[];
}

export interface CellComment {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly author?: string;
  readonly threaded: boolean;
}

export interface Hyperlink {
  readonly range: CellRange;
  /** A file or address outside; absent for a place in the workbook. */
  readonly target?: string;
  /** A place in the workbook, or in the target. */
  readonly location?: string;
}

export interface Chart {
  readonly part: string;
  /** `barChart`, `lineChart` ...; `chartex` for the kinds of 2016 and later. */
  readonly kinds: readonly string[];
  readonly anchor: CellRange | undefined;
  readonly series: readonly ChartSeries[];
}

/** Formula texts, as the chart holds them. */
export interface ChartSeries {
  readonly name?: string;
  readonly categories?: string;
  readonly values?: string;
}

/** A link to another file; formulas refer to it by its number in brackets: `[1]Sheet!A1`. */
export interface ExternalLink {
  readonly number: number;
  /** As the file holds it: an address, a path, or nothing where the link is damaged. */
  readonly target: string;
}

/** What pivot tables show is held in a cache, and is what stood in the source at the last refresh. */
export interface PivotCache {
  readonly part: string;
  /** Absent where the source is no range of the workbook. */
  readonly source?: { readonly sheet?: string; readonly range?: CellRange; readonly name?: string };
  /** The program reads the source anew when it opens the file. */
  readonly refreshOnLoad: boolean;
  readonly records?: number;
  readonly fields: readonly PivotField[];
}

export interface PivotField {
  readonly name: string;
  /** True for what the pivot computes itself, or groups: these have no column in the source. */
  readonly derived: boolean;
  /** The different texts of the column at the last refresh; absent where not all of its values are texts or the file does not list them. */
  readonly texts?: readonly string[];
  /** The least and greatest number at the last refresh. */
  readonly numbers?: { readonly min: number; readonly max: number };
}

/** How the program calculates the workbook. */
export interface CalculationSettings {
  readonly mode: 'auto' | 'manual' | 'autoNoTable';
  /** Circular references are meant, and are computed in rounds. */
  readonly iterate: boolean;
}

/** How a cell looks, as far as people notice. Colours are as the file holds them: ARGB, or `theme:4`. */
export interface CellStyle {
  readonly bold: boolean;
  readonly italic: boolean;
  /** In points. */
  readonly fontSize: number;
  readonly fontColor: string;
  /** Empty for none. */
  readonly fill: string;
  readonly border: boolean;
  readonly horizontal: string;
  readonly wrap: boolean;
  /** Cells are locked unless they say otherwise; it counts only on protected sheets. */
  readonly locked: boolean;
}
