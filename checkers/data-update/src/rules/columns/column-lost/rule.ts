import { defineRule, type Rule } from '@preflag/core';
import { foldText, tablesOf } from '@preflag/readers/sheets';
import type { Sheet } from '@preflag/readers';
import { updateDiff } from '../../../facts/update-diff.ts';
import { SCOPE_RULE } from '../../../scope.ts';

/**
 * Compares the headers of all tables of a sheet; where the job says what may change, data-update/changed-outside-scope does so.
 * Does not catch: columns without a header, and columns that are there and empty.
 * Known false alarms: headers that were translated or reworded on purpose.
 */
export const columnLost: Rule<'update'> = defineRule({
  id: 'data-update/column-lost',
  title: 'A column of the file before is gone',
  severity: 'critical',
  certainty: 'likely',
  reads: 'update',
  needs: ['before'],
  facts: [updateDiff],
  why: 'Data that the client had is lost, and whatever reads the file by its headers fails.',
  advice: "Put the column '{{column}}' back, under this header.",
  messages: {
    lost: "The column '{{column}}' is gone from '{{sheet}}'",
    renamed: {
      text: "The column '{{column}}' of '{{sheet}}' is gone, and '{{found}}' stands in its place",
      severity: 'important',
      advice: "Name the column '{{column}}' as it was.",
    },
  },
  *check({ facts, deliverable, looked, notChecked }) {
    if (deliverable?.update?.allow) {
      notChecked('not-asked', SCOPE_RULE);
      return;
    }
    const { pairs, sheets } = facts(updateDiff);
    for (const { before, after } of pairs) {
      const sheet = after.name;
      const [old, current] = [headersOf(before), headersOf(after)];
      if (old.size === 0 || current.size === 0) continue;
      looked({ columns: old.size });
      const added = new Map([...current].filter(([name]) => !old.has(name)).map(([, header]) => [header.column, header.name]));
      const lost = [...old].filter(([name]) => !current.has(name)).map(([, header]) => header);
      // A sheet that was built anew lost its columns on purpose.
      if (lost.length > old.size / 2) continue;
      for (const { name: column, column: index } of lost) {
        const moved = sheets.flatMap((diff) => (diff.before === before ? diff.columns : [])).find((pair) => pair.before === index);
        const found = added.get(moved?.after ?? index);
        yield {
          messageId: found === undefined ? 'lost' : 'renamed',
          data: { column, sheet, ...(found !== undefined && { found }) },
          at: found === undefined ? { kind: 'file' } : { kind: 'column', sheet, name: found },
          key: `${sheet} ${column}`,
        };
      }
    }
  },
});

/** Headers by their folded text. */
function headersOf(sheet: Sheet): ReadonlyMap<string, { readonly name: string; readonly column: number }> {
  return new Map(
    tablesOf(sheet).flatMap(({ columns }) =>
      columns.filter(({ name }) => name !== '').map(({ name, index }) => [foldText(name), { name, column: index }] as const),
    ),
  );
}
