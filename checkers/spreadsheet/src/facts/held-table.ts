import { defineFact, type Fact, type NotCheckedCode } from '@preflag/core';
import type { Sheet, SheetTable } from '@preflag/readers';
import { tableCells } from './table-cells.ts';

/** A csv as a sheet of texts with its one table, or why it cannot be held. */
export type HeldTable =
  | { readonly sheet: Sheet; readonly table: SheetTable }
  | { readonly unheld: { readonly code: NotCheckedCode; readonly text: string } };

/**
 * For what a job demands of single columns, which facts do not know: column stores hold a csv in a fraction of the room of its rows.
 * Computed only where a job demands that.
 */
export const heldTable: Fact<'table', HeldTable> = defineFact({
  id: 'spreadsheet/held-table',
  reads: 'table',
  uses: [tableCells],
  async compute(model, facts, limits) {
    const { holdTable } = await import('@preflag/readers/sheet-of-table');
    const result = await holdTable(model, limits);
    if (!result.ok) {
      const { kind, text } = result.failure;
      return { unheld: { code: kind === 'limit' || kind === 'unsupported' ? 'limit' : 'unreadable', text } };
    }
    const { header, headerRow, firstRow } = model;
    const sheet = result.model;
    const columns = header.map((name, index) => ({ index, name, majority: 'string' as const }));
    return { sheet, table: { sheet, headerRow, firstRow, lastRow: facts(tableCells).lastRow, totalRows: [], columns } };
  },
});
