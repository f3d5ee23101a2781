import { defineRule, type Rule } from '@preflag/core';
import type { CellChange } from '../../../diff/sheet-diff.ts';
import { updateDiff } from '../../../facts/update-diff.ts';
import { placeOfChange } from '../../../place-of-change.ts';
import { groupOf, strayChanges } from '../../../stray-changes.ts';

/**
 * Looks at dates that moved by one day, by the 1,462 days between the two date systems of spreadsheets, or with day and month exchanged.
 * Where the job says what may change, data-update/changed-outside-scope reports it.
 * Does not catch: dates that moved by hours, and texts in words.
 * Known false alarms: a date that was really corrected by a day; fewer than three in a column that moved alike are only a hint.
 */
export const dateShifted: Rule<'update'> = defineRule({
  id: 'data-update/date-shifted',
  title: 'Dates moved',
  severity: 'important',
  certainty: 'likely',
  reads: 'update',
  needs: ['before'],
  facts: [updateDiff],
  why: 'Time zones, date systems and the order of day and month get lost between programs, and nobody sees it in a single date.',
  advice: 'Put the dates of {{column}} back, and read and write them without a time zone.',
  messages: {
    day: "'{{column}}' of '{{key}}' was {{expected}} and is now {{found}}, as are {{count}} dates of the column that moved by one day",
    system: "'{{column}}' of '{{key}}' was {{expected}} and is now {{found}}: the date systems of 1900 and 1904 were mixed up",
    swapped:
      "'{{column}}' of '{{key}}' was {{expected}} and is now {{found}}, as are {{count}} dates of the column: day and month were exchanged",
    single: { text: "'{{column}}' of '{{key}}' was {{expected}} and is now {{found}}", severity: 'minor', certainty: 'hint' },
  },
  *check(context) {
    const moved = strayChanges(context, movement);
    const counts = Map.groupBy(moved, groupOf);
    for (const one of moved) {
      const { change, kind: how } = one;
      const count = counts.get(groupOf(one))?.length ?? 0;
      const messageId = how.startsWith('system') ? 'system' : count < FEWEST ? 'single' : how.startsWith('day') ? 'day' : 'swapped';
      yield {
        messageId,
        data: { column: change.column.name, key: change.row.key, expected: change.from, found: change.to, count },
        ...placeOfChange(context.model, change),
      };
    }
  },
});

const FEWEST = 3;
const DAY = 86_400_000;

/** How a date moved, with the direction; `undefined` for other changes. */
function movement({ from, to }: CellChange): string | undefined {
  const [a, b] = [ISO.exec(from), ISO.exec(to)];
  if (!a || !b) return undefined;
  const [before, after] = [a, b].map(([, year, month, day]) => Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const days = ((after ?? 0) - (before ?? 0)) / DAY;
  if (Math.abs(days) === 1) return `day ${days}`;
  if (Math.abs(days) === 1462) return `system ${days}`;
  return days !== 0 && a[1] === b[1] && a[2] === b[3] && a[3] === b[2] ? 'swapped' : undefined;
}

/** As models write dates, and csv files mostly do. */
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?$/;
