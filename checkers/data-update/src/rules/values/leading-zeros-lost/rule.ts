import { cellAddress, defineRule, type Rule } from '@preflag/core';
import { isStripped } from '../../../diff/is-stripped.ts';
import { updateDiff } from '../../../facts/update-diff.ts';

/**
 * Does not catch: zeros that a number format shows and the value never had.
 * Known false alarms: amounts that were text with zeros and were asked to become numbers; allow the column in the job then.
 */
export const leadingZerosLost: Rule<'update'> = defineRule({
  id: 'data-update/leading-zeros-lost',
  title: 'A number lost its leading zeros',
  severity: 'critical',
  certainty: 'certain',
  reads: 'update',
  needs: ['before'],
  facts: [updateDiff],
  why: 'Article numbers, postal codes and phone numbers without their zeros are other numbers, and match nothing any more.',
  advice: 'Keep the column as text, and write the value as it was: {{expected}}.',
  messages: {
    lost: "'{{column}}' of '{{key}}' was {{expected}} and is now {{found}}",
    key: "The key '{{expected}}' of the file before is now {{found}}",
  },
  *check({ facts, deliverable, looked }) {
    const { sheets, changes, cells } = facts(updateDiff);
    looked({ cells });
    for (const { diff, row, column, from, to } of changes) {
      if (!isStripped(from, to) || isFree(deliverable?.update, column.name)) continue;
      yield {
        messageId: 'lost',
        data: { column: column.name, key: row.key, expected: from, found: to },
        at: { kind: 'cell', sheet: diff.name, range: cellAddress(row.after, column.after) },
        group: `${diff.name} ${column.name}`,
        key: `${diff.name} ${row.key} ${column.name}`,
      };
    }
    for (const diff of sheets) {
      const column = diff.columns.find(({ name }) => name === diff.keyColumns[0])?.after ?? 0;
      for (const { from, to, row } of diff.strippedKeys) {
        yield {
          messageId: 'key',
          data: { expected: from, found: to },
          at: { kind: 'cell', sheet: diff.name, range: cellAddress(row, column) },
          group: `${diff.name} key`,
          key: `${diff.name} ${from}`,
        };
      }
    }
  },
});

/** The job lets the whole column change. */
function isFree(update: { readonly allow?: readonly { readonly columns?: readonly string[] }[] } | undefined, column: string): boolean {
  return update?.allow?.some(({ columns }) => columns?.includes(column)) ?? false;
}
