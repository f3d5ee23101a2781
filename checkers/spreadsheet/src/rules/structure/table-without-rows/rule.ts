import { defineRule, type Rule } from '@preflag/core';
import { tableCells } from '../../../facts/table-cells.ts';

/**
 * Does not catch: rows that hold nothing but marks for missing values. A file without any text is integrity/empty-file.
 * Known false alarms: templates that are to be filled in, and lists of one line, which is taken for a header.
 */
export const tableWithoutRows: Rule<'table'> = defineRule({
  id: 'spreadsheet/table-without-rows',
  title: 'A table has no rows',
  severity: 'important',
  certainty: 'likely',
  reads: 'table',
  facts: [tableCells],
  why: 'The data that was asked for is not there, and whatever reads the file finds nothing.',
  advice: 'Write the rows into the file, or say beside it why there are none.',
  messages: { header: 'The file has a header of {{columns}} columns and no row below it' },
  *check({ model, facts, looked, notChecked }) {
    const { rows } = facts(tableCells);
    if (rows > 0 || model.headerRow >= 0) looked({ tables: 1 });
    else notChecked('nothing-to-check', 'The file holds neither a header nor rows.');
    if (rows === 0 && model.headerRow >= 0)
      yield { messageId: 'header', data: { columns: model.header.length }, at: { kind: 'file' }, key: 'header' };
  },
});
