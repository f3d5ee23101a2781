import { defineRule, type Rule } from '@preflag/core';
import { figures } from '../../../facts/figures.ts';
import { tables, type TextTable } from '../../../facts/tables.ts';
import { showNumber } from '../../../numbers/show-number.ts';
import { columnTotals, rowTotals, type TotalGap } from './find-gaps.ts';
import { noteUntoldTables } from '../../../note-untold-tables.ts';

/**
 * Compares totals with their parts: rows that are called total with the rows above (or below), columns that are called total with the
 * columns before. Rounding of every part is forgiven. A row of totals is a sum where a subtotal, all parts or the subtotals together give it.
 * Does not catch: totals under other names, and columns of rates, shares and averages.
 * Known false alarms: totals that hold more than the rows that are shown (`of which`), where they are off by a tenth at most.
 */
export const totalMismatch: Rule<'document'> = defineRule({
  id: 'report-structure/total-mismatch',
  title: 'A total of a table is not the sum of its parts',
  severity: 'critical',
  certainty: 'certain',
  reads: 'document',
  facts: [figures, tables],
  why: 'Who adds the table up finds that it is wrong, and trusts none of its figures any more.',
  advice: 'Correct the total or the part that is wrong: the parts add up to {{expected}}.',
  messages: {
    total: "'{{label}}' of '{{column}}' is {{found}}, and its parts add up to {{expected}}",
    far: {
      text: "'{{label}}' of '{{column}}' is {{found}}, and the {{parts}} parts that are shown add up to {{expected}}",
      certainty: 'likely',
    },
  },
  *check(context) {
    const { model, facts, looked } = context;
    noteUntoldTables(context);
    const { locale } = facts(figures);
    for (const table of facts(tables)) {
      const { gaps, count } = gapsOf(table);
      looked({ totals: count });
      for (const { cell, figure, label, column, sum, parts } of gaps) {
        const isFar = Math.abs(sum - figure.value) > Math.abs(sum) * NEAR || parts < 3;
        const data = { found: figure.text, expected: showNumber(sum, locale, figure.step), label, column, parts };
        yield { messageId: isFar ? 'far' : 'total', data, at: model.locate(cell.block) };
      }
    }
  },
});

/** A sum that is off by less is a sum for sure. */
const NEAR = 0.1;

function gapsOf(table: TextTable): { readonly gaps: readonly TotalGap[]; readonly count: number } {
  const [down, across] = [columnTotals(table), rowTotals(table)];
  return { gaps: [...down.gaps, ...across.gaps], count: down.count + across.count };
}
