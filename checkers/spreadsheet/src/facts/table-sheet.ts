import { defineFact, type Fact } from '@preflag/core';
import type { Sheet } from '@preflag/readers';

/** A csv as a sheet of typed cells, for the amounts that a job asks for by their place; or why it cannot be held as one. */
export const tableSheet: Fact<'table', { readonly sheet: Sheet } | { readonly reason: string }> = defineFact({
  id: 'spreadsheet/table-sheet',
  reads: 'table',
  async compute(table, _facts, limits) {
    const { holdTable } = await import('@preflag/readers/sheet-of-table');
    const result = await holdTable(table, limits, true);
    return result.ok ? { sheet: result.model } : { reason: result.failure.text };
  },
});
