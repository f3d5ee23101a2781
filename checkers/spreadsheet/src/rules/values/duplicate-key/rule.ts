import { cellAddress, defineRule, type Location, type Rule } from '@preflag/core';
import type { SheetTable } from '@preflag/readers';
import { tableCells } from '../../../facts/table-cells.ts';
import { workbookKeys } from '../../../facts/workbook-keys.ts';
import type { KeyColumn } from '../../../key-counter.ts';
import { tableCellAt } from '../../../table-place.ts';

/**
 * Looks at columns that are called id, key, sku, e-mail and the like, and whose other values stand once each.
 * Does not catch: duplicates in tables whose key has another name or is of several columns.
 * Known false alarms: lists of events in which a key may come again; where more than 1 in 50 does, the column is taken for no key.
 */
export const duplicateKey: Rule<'workbook' | 'table'> = defineRule<'workbook' | 'table'>({
  id: 'spreadsheet/duplicate-key',
  title: 'An id stands in two rows',
  severity: 'important',
  certainty: 'likely',
  reads: ['workbook', 'table'],
  facts: [workbookKeys, tableCells],
  why: 'One thing is counted twice, or two things share a name, and lookups find only the first.',
  advice: 'Leave out the row that is too much, or give it an id of its own.',
  messages: { duplicate: "'{{column}}' {{found}} stands twice: in row {{row}} and before in row {{first}}" },
  *check({ model, facts, looked, notChecked }) {
    const columns: readonly (KeyColumn & { readonly table?: SheetTable })[] =
      model.kind === 'table' ? facts(tableCells).keys : facts(workbookKeys);
    for (const { name, column, filled, duplicates, isCut, table } of columns) {
      looked({ keys: filled });
      if (isCut)
        notChecked('limit', `'${name}' has too many different values to compare all: the first ${filled.toLocaleString('en-US')} were.`);
      if (filled < FEWEST || duplicates.length > Math.max(1, filled / 50)) continue;
      const sheet = table?.sheet.name ?? '';
      for (const { key, row, first } of duplicates) {
        const at = (one: number): Location =>
          model.kind === 'table' ? tableCellAt(model, one, column) : { kind: 'cell', sheet, range: cellAddress(one, column) };
        yield {
          messageId: 'duplicate',
          data: { column: name, found: key, row: row + 1, first: first + 1 },
          at: at(row),
          related: [{ at: at(first), label: `the row that has it first, ${first + 1}` }],
          group: `${sheet} ${name}`,
        };
      }
    }
  },
});

const FEWEST = 10;
