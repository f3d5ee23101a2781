import type { Model } from '@preflag/core';
import type { Table } from '../table/model.ts';
import type { Sheet, Workbook } from '../workbook/model.ts';

declare module '@preflag/core' {
  interface Models {
    update: Update;
  }
}

/** A spreadsheet or table beside the file that it was made from. */
export interface Update extends Model {
  readonly kind: 'update';
  readonly beforeFile: string;
  /** A csv is one sheet, named like its file. The ids of texts and formulas are the same on both sides. */
  readonly before: readonly Sheet[];
  readonly after: readonly Sheet[];
  /** The two files as they are read alone, for what is beside the cells. */
  readonly models: { readonly before: Workbook | Table; readonly after: Workbook | Table };
  /** Headers whose values identify a row, as the job names them; empty where it does not. */
  readonly key: readonly string[];
  /** Cells of a csv are all strings, and compare as text. */
  readonly typed: boolean;
}
