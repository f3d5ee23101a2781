import { defineRule, rangeAddress, type Rule } from '@preflag/core';
import type { SheetDiff } from '../../../diff/sheet-diff.ts';
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
    const { pairs, sheets } = facts(updateDiff);
    for (const { before, after } of pairs) {
      const isStill = sheets.filter((diff) => diff.before === before).every(isUnmoved);
      if (!isStill || before.rowCount !== after.rowCount || before.columnCount !== after.columnCount) continue;
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

/** Ranges compare by their place only where no row or column came, went or moved. */
function isUnmoved({ rows, frame, columns, lost, added, columnsLost, columnsAdded }: SheetDiff): boolean {
  const isGone = lost.length + added.length + columnsLost.length + columnsAdded.length > 0;
  return !isGone && [...frame, ...rows, ...columns].every((pair) => pair.before === pair.after);
}
