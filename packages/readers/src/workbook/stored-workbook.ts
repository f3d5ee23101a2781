import type { Location, PlaceDescription, Surroundings, Visitor } from '@preflag/core';
import { describeSheets } from './describe-sheets.ts';
import type { Sheet, Workbook } from './model.ts';
import type { ColumnSheet } from './store/column-sheet.ts';
import { scanSheets } from './store/scan-sheet.ts';
import { surroundCells } from './surround-cells.ts';

/** What a workbook has beside its sheets. */
export type WorkbookSettings = Pick<
  Workbook,
  | 'otherSheets'
  | 'names'
  | 'date1904'
  | 'numberFormats'
  | 'calculation'
  | 'externalLinks'
  | 'pivotCaches'
  | 'hasMacros'
  | 'hasDynamicArrays'
>;

/** A workbook in column stores. */
export class StoredWorkbook implements Workbook {
  readonly kind = 'workbook';
  readonly file: string;
  readonly sheets: readonly ColumnSheet[];
  readonly otherSheets: Workbook['otherSheets'];
  readonly names: Workbook['names'];
  readonly date1904: boolean;
  readonly numberFormats: readonly string[];
  readonly calculation: Workbook['calculation'];
  readonly externalLinks: Workbook['externalLinks'];
  readonly pivotCaches: Workbook['pivotCaches'];
  readonly hasMacros: boolean;
  readonly hasDynamicArrays: boolean;
  readonly #byName: Map<string, Sheet> = new Map();

  constructor(file: string, sheets: readonly ColumnSheet[], settings: WorkbookSettings) {
    this.file = file;
    this.sheets = sheets;
    this.otherSheets = settings.otherSheets;
    this.names = settings.names;
    this.date1904 = settings.date1904;
    this.numberFormats = settings.numberFormats;
    this.calculation = settings.calculation;
    this.externalLinks = settings.externalLinks;
    this.pivotCaches = settings.pivotCaches;
    this.hasMacros = settings.hasMacros;
    this.hasDynamicArrays = settings.hasDynamicArrays;
    for (const sheet of sheets.toReversed()) this.#byName.set(sheet.name.toLowerCase(), sheet);
  }

  sheet(name: string): Sheet | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  describe(at: Location): PlaceDescription {
    return describeSheets(this.sheets, at);
  }

  surround(at: Location): Surroundings | undefined {
    return surroundCells(this.sheets, at);
  }

  scan(visitors: readonly Visitor[]): void {
    scanSheets(this.sheets, visitors);
  }
}
