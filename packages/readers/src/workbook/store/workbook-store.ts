import type { Limits } from '@preflag/core';
import { ByteTable } from './byte-table.ts';
import { FormulaTable } from './formula-table.ts';
import { FormatTable } from './number-format.ts';
import { StoreBudget } from './store-budget.ts';

/** What the sheets of one workbook share: texts, formulas, formats, and the budget that all draw on. */
export class WorkbookStore {
  readonly budget: StoreBudget;
  readonly strings: ByteTable;
  readonly formulas: FormulaTable;
  readonly formats: FormatTable = new FormatTable();
  date1904 = false;

  /** @param beside a store whose tables of texts and formulas this one goes on with, so that ids are equal in both */
  constructor(limits: Limits, beside?: WorkbookStore) {
    this.budget = new StoreBudget(limits);
    this.strings = beside?.strings ?? new ByteTable(this.budget);
    this.formulas = beside?.formulas ?? new FormulaTable(this.budget);
  }
}
