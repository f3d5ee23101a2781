import { cellAddress, defineRule, type Rule } from '@preflag/core';
import { longNumbers } from '../../../facts/long-numbers.ts';
import { tableCells } from '../../../facts/table-cells.ts';
import { textCells } from '../../../facts/text-cells.ts';
import { isNameLike } from '../../../id-like.ts';
import { tableCellAt, tableColumnName } from '../../../table-place.ts';
import { CUT_NUMBER } from '../../../text-traits.ts';
import { tableOfCell } from '../../../table-lookup.ts';

/**
 * Looks at columns whose headers name ids, codes, accounts and the like.
 * Does not catch: long numbers in columns with other headers, and ids that were cut before they came into the file.
 * Known false alarms: long numbers that end in zero by nature; those are only likely. Text such as 1.23E+15 names nothing: its digits are gone.
 */
export const precisionLost: Rule<'workbook' | 'table'> = defineRule<'workbook' | 'table'>({
  id: 'spreadsheet/precision-lost',
  title: 'A long number lost its digits',
  severity: 'critical',
  certainty: 'certain',
  reads: ['workbook', 'table'],
  facts: [longNumbers, textCells, tableCells],
  why: 'Ids, card and account numbers without their last digits are other numbers, and cannot be restored from this file.',
  advice: "Take '{{column}}' from its source again, and keep it as text.",
  messages: {
    scientific: "'{{column}}' shows {{found}}: the digits of the number are lost",
    rounded: {
      text: "'{{column}}' holds {{found}} as a number, and spreadsheets keep only 15 digits of it",
      certainty: 'likely',
    },
  },
  *check({ model, facts, looked }) {
    if (model.kind === 'table') {
      const { cells, rows } = facts(tableCells);
      looked({ rows });
      for (const { row, column, text, traits } of cells) {
        const name = tableColumnName(model, column);
        if ((traits & CUT_NUMBER) === 0 || !isNameLike(name)) continue;
        yield { messageId: 'scientific', data: { column: name, found: text }, at: tableCellAt(model, row, column), group: name };
      }
      return;
    }
    for (const sheet of model.sheets) looked({ cells: sheet.cellCount });
    const long = facts(longNumbers).map((cell) => ({ ...cell, messageId: 'rounded', found: cell.sheet.text(cell.row, cell.column) }));
    const cut = facts(textCells)
      .cells.filter(({ traits }) => (traits & CUT_NUMBER) !== 0)
      .map((cell) => ({ ...cell, messageId: 'scientific', found: cell.text }));
    for (const { sheet, row, column, messageId, found } of [...long, ...cut]) {
      const table = tableOfCell(sheet, row, column);
      const name = table?.columns.find(({ index }) => index === column)?.name ?? '';
      if (!table || row < table.firstRow || !isNameLike(name)) continue;
      yield {
        messageId,
        data: { column: name, found },
        at: { kind: 'cell', sheet: sheet.name, range: cellAddress(row, column) },
        group: `${sheet.name} ${name}`,
      };
    }
  },
});
