import { cellAddress, cellText, defineRule, type Problem, type Rule } from '@preflag/core';
import type { Update } from '@preflag/readers';
import type { SheetDiff } from '../../../diff/sheet-diff.ts';
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
  *check({ model, facts, deliverable, looked }) {
    const { sheets, changes, cells } = facts(updateDiff);
    looked({ cells });
    for (const { diff, row, column, from, to } of changes) {
      if (!isStripped(from, to) || isFree(deliverable?.update, column.name)) continue;
      yield {
        messageId: 'lost',
        data: { column: column.name, key: row.key, expected: from, found: to },
        ...zerosBack(model, diff, row.after, column.after, from),
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
          ...zerosBack(model, diff, row, column, from),
          group: `${diff.name} key`,
          key: `${diff.name} ${from}`,
        };
      }
    }
  },
});

/** The cell, and the fix that writes what stood there before: as text in a workbook, where a number cannot begin with zeros. */
function zerosBack(
  { models }: Update,
  { name, after }: SheetDiff,
  row: number,
  column: number,
  before: string,
): Pick<Problem, 'at' | 'fixes'> {
  const isWorkbook = models.after.kind === 'workbook';
  const at = { kind: 'cell', sheet: name, range: cellAddress(row, column) } as const;
  const found = after.text(row, column);
  const isNumber = after.kind(row, column) === 'number';
  const edit = {
    at,
    from: isWorkbook ? cellText(isNumber ? { kind: 'number', number: after.number(row, column) } : { kind: 'text', text: found }) : found,
    to: isWorkbook ? cellText({ kind: 'text', text: before }) : before,
  };
  return { at, ...(after.formulaId(row, column) === 0 && { fixes: [{ label: `write ${before} again`, safety: 'safe', edits: [edit] }] }) };
}

/** The job lets the whole column change. */
function isFree(update: { readonly allow?: readonly { readonly columns?: readonly string[] }[] } | undefined, column: string): boolean {
  return update?.allow?.some(({ columns }) => columns?.includes(column)) ?? false;
}
