import { defineRule, rangeAddress, type Rule } from '@preflag/core';
import { updateDiff } from '../../../facts/update-diff.ts';

/**
 * Looks at sheets where no row and no column came or went, so that merged cells stand where they stood.
 * Does not catch: merges on sheets that grew or shrank.
 * Known false alarms: layouts that were to be changed.
 */
export const mergesChanged: Rule<'update'> = defineRule({
  id: 'data-update/merges-changed',
  title: 'Cells were merged or taken apart',
  severity: 'minor',
  certainty: 'likely',
  reads: 'update',
  needs: ['before'],
  facts: [updateDiff],
  why: 'Headers lose their columns, or cells with data lie hidden under merged ones.',
  advice: 'Merge the cells as they were before.',
  messages: {
    lost: "{{count}} merged ranges of '{{sheet}}' are no longer merged, such as {{range}}",
    added: "{{count}} ranges of '{{sheet}}' are merged that were not, such as {{range}}",
  },
  *check({ facts, looked }) {
    for (const { before, after, lost, added, columnsLost, columnsAdded, rows } of facts(updateDiff).sheets) {
      const isShifted = rows.some((row) => row.before !== row.after) || before.columnCount !== after.columnCount;
      if (isShifted || before.rowCount !== after.rowCount || lost.length + added.length + columnsLost.length + columnsAdded.length > 0)
        continue;
      looked({ sheets: 1 });
      const [was, is] = [before, after].map(({ merges }) => new Set(merges.map(rangeAddress)));
      const sides = [
        ['lost', [...(was ?? [])].filter((range) => !is?.has(range))],
        ['added', [...(is ?? [])].filter((range) => !was?.has(range))],
      ] as const;
      for (const [messageId, ranges] of sides) {
        const [range] = ranges;
        if (range === undefined) continue;
        yield {
          messageId,
          data: { count: ranges.length, sheet: after.name, range },
          at: { kind: 'cell', sheet: after.name, range },
          key: `merges of ${before.name}`,
        };
      }
    }
  },
});
