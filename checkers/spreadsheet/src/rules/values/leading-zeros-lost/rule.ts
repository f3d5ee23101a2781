import { defineRule, type Problem, type Rule } from '@preflag/core';
import type { Table } from '@preflag/readers';
import { tableCells } from '../../../facts/table-cells.ts';
import { MISSING } from '../../../table/cell-forms.ts';
import type { ColumnForms } from '../../../table/column-profile.ts';
import { tableCellAt, tableColumnName } from '../../../table-place.ts';

/**
 * Looks at columns of a csv whose cells are digits of one length, with zeros before some of them; and at postal codes.
 * Does not catch: columns in which every cell lost its zeros, but for postal codes; a file from before shows those (data-update).
 * Known false alarms: postal codes of several countries in one column, which are a hint.
 */
export const leadingZerosLost: Rule<'table'> = defineRule({
  id: 'spreadsheet/leading-zeros-lost',
  title: 'A code lost the zeros before it',
  severity: 'important',
  certainty: 'likely',
  reads: 'table',
  facts: [tableCells],
  why: 'The code is another one without its zeros, and lookups and joins do not find it.',
  advice: "Take '{{column}}' from its source again, and keep it as text.",
  messages: {
    shorter: "{{found}} in '{{column}}' has {{digits}} digits, and {{count}} others have {{width}} with zeros before them where needed",
    postal: {
      text: "The postal code {{found}} in '{{column}}' has {{digits}} digits, and {{count}} others have {{width}}",
      certainty: 'hint',
    },
  },
  *check({ model, facts, looked }) {
    const { columns, rows } = facts(tableCells);
    looked({ rows });
    for (const [column, forms] of columns.entries()) {
      const { widths, zeroLedWidths } = forms;
      const digits = widths.reduce((sum, count) => sum + count, 0);
      const width = widths.indexOf(Math.max(...widths));
      const isCode = digits >= FEWEST && widths[width]! >= digits * MOST && digits >= (forms.filled - forms.counts[MISSING]!) * MOST;
      if (!isCode || widths[width] === digits || zeroLedWidths.some((count, other) => count > 0 && other !== width)) continue;
      const isZeroLed = zeroLedWidths[width]! > 0;
      if (isZeroLed || (width > 3 && POSTAL.test(tableColumnName(model, column))))
        yield* shorterCells(model, column, forms, width, isZeroLed);
    }
  },
});

const FEWEST = 5;
const MOST = 0.8;
const POSTAL = /\b(?:zip|plz|postal|post\s?code|postcode|postleitzahl)|zip\s?code|zip$|plz$/i;

function* shorterCells(table: Table, column: number, forms: ColumnForms, width: number, isZeroLed: boolean): Generator<Problem> {
  const name = tableColumnName(table, column);
  const from = isZeroLed ? 1 : width - 1;
  for (let digits = from; digits < width; digits += 1)
    for (const { row, text } of forms.cellsOfWidth(digits))
      yield {
        messageId: isZeroLed ? 'shorter' : 'postal',
        data: { found: text, column: name, digits, width, count: forms.widths[width]! },
        at: tableCellAt(table, row, column),
        group: name,
      };
}
