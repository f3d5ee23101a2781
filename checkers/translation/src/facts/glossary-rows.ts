import { defineFact, type Fact } from '@preflag/core';
import type { TableRow } from '@preflag/readers';

/** More terms than any glossary for people has. */
const MOST_ROWS = 20_000;

/** The cells of a glossary, row by row. A glossary is read only where a job names one. */
export const glossaryRows: Fact<'table', readonly (readonly string[])[]> = defineFact({
  id: 'translation/glossary-rows',
  reads: 'table',
  item: 'row',
  start: () => {
    const rows: string[][] = [];
    return {
      visit(row: TableRow) {
        if (row.isData && rows.length < MOST_ROWS) rows.push(Array.from({ length: row.length }, (_, column) => row.text(column)));
      },
      end: () => rows,
    };
  },
});
