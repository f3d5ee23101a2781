import type { Location, PlaceDescription, Visitor } from '@preflag/core';
import { describeSheets } from './describe-sheets.ts';
import type { DefinedName, Sheet, Workbook } from './model.ts';
import type { ColumnSheet } from './store/column-sheet.ts';
import { scanSheets } from './store/scan-sheet.ts';

/** A workbook in column stores. */
export class StoredWorkbook implements Workbook {
  readonly kind = 'workbook';
  readonly file: string;
  readonly sheets: readonly ColumnSheet[];
  readonly otherSheets: Workbook['otherSheets'];
  readonly names: readonly DefinedName[];
  readonly date1904: boolean;
  readonly #byName: Map<string, Sheet> = new Map();

  constructor(
    file: string,
    sheets: readonly ColumnSheet[],
    otherSheets: Workbook['otherSheets'],
    names: readonly DefinedName[],
    date1904: boolean,
  ) {
    this.file = file;
    this.sheets = sheets;
    this.otherSheets = otherSheets;
    this.names = names;
    this.date1904 = date1904;
    for (const sheet of sheets.toReversed()) this.#byName.set(sheet.name.toLowerCase(), sheet);
  }

  sheet(name: string): Sheet | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  describe(at: Location): PlaceDescription {
    return describeSheets(this.sheets, at);
  }

  scan(visitors: readonly Visitor[]): void {
    scanSheets(this.sheets, visitors);
  }
}
