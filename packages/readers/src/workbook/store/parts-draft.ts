import type { CellRange } from '@preflag/core';
import { parseRange } from '@preflag/core';
import type {
  CellComment,
  Chart,
  ColumnSetting,
  ConditionalFormat,
  DataValidation,
  Hyperlink,
  RowRun,
  SheetParts,
  WorkbookTable,
} from '../parts-model.ts';
import type { StoreBudget } from './store-budget.ts';

/** About what an object of a few fields takes. */
const OBJECT_BYTES = 96;

/** The parts of a sheet while they are read. Everything that a file may repeat without end is counted against the budget. */
export class PartsDraft implements SheetParts {
  readonly #budget: StoreBudget;
  readonly hiddenRows: { first: number; last: number }[] = [];
  readonly rowHeights: { first: number; last: number; height: number }[] = [];
  readonly columns: ColumnSetting[] = [];
  defaultColumnWidth = 8.43;
  defaultRowsHidden = false;
  frozen: SheetParts['frozen'] = { rows: 0, columns: 0 };
  autoFilter: CellRange | undefined;
  isProtected = false;
  print: SheetParts['print'] = { orientation: 'default', fitsPages: false, hasHeaderOrFooter: false };
  readonly validations: DataValidation[] = [];
  readonly conditionalFormats: ConditionalFormat[] = [];
  readonly tables: WorkbookTable[] = [];
  readonly comments: CellComment[] = [];
  readonly hyperlinks: Hyperlink[] = [];
  readonly charts: Chart[] = [];
  readonly images: { readonly anchor: CellRange | undefined }[] = [];
  readonly pivotTables: { readonly name: string; readonly range: CellRange | undefined }[] = [];

  constructor(budget: StoreBudget) {
    this.#budget = budget;
  }

  hideRow(row: number): void {
    if (!isExtended(this.hiddenRows.at(-1), row)) this.add(this.hiddenRows, { first: row, last: row });
  }

  setRowHeight(row: number, height: number): void {
    const last = this.rowHeights.at(-1);
    if (last?.height !== height || !isExtended(last, row)) this.add(this.rowHeights, { first: row, last: row, height });
  }

  /** Appends to one of the lists. @throws ReadError `limit` for `storeBytes` */
  add<T>(list: T[], item: T): void {
    this.#budget.addBytes(OBJECT_BYTES);
    list.push(item);
  }

  /** The ranges of a `sqref`: addresses with white space between. What is no range is left out. */
  ranges(text: string): CellRange[] {
    const ranges: CellRange[] = [];
    for (const address of text.split(/\s+/)) {
      const range = address === '' ? undefined : parseRange(address);
      if (range) this.add(ranges, range);
    }
    return ranges;
  }
}

/** True where the row follows on the run, which then ends with it. */
function isExtended(run: { -readonly [key in keyof RowRun]: RowRun[key] } | undefined, row: number): boolean {
  if (run?.last !== row - 1) return false;
  run.last = row;
  return true;
}
