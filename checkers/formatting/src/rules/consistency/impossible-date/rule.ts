import { defineRule, type Rule } from '@preflag/core';
import { dates, type WrittenDate } from '../../../facts/dates.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** Before, weekdays depend on the calendar of the country. */
const GREGORIAN = 1924;

/**
 * Looks at dates with a day and a month. A day that the month never has is certain where the month is written as a word, or the year comes
 * first; figures with full stops or slashes may be something else.
 * Does not catch: `03/04/2025`, of which nobody knows the month. Known false alarms: examples of wrong dates.
 */
export const impossibleDate: Rule<'document'> = defineRule({
  id: 'formatting/impossible-date',
  title: 'A date does not exist',
  severity: 'important',
  certainty: 'certain',
  reads: 'document',
  facts: [dates],
  why: 'Somebody plans for a day that never comes, or misses the right one.',
  advice: "Look up the date, and correct '{{found}}'.",
  messages: {
    day: "The date '{{found}}' does not exist",
    figures: { text: "The date '{{found}}' does not exist", certainty: 'likely' },
    weekday: { text: "'{{found}}' is a {{expected}}, and the text says {{said}}", certainty: 'likely' },
  },
  *check({ model, facts, looked }) {
    const all = facts(dates);
    looked({ dates: all.length, blocks: model.blocks.length });
    for (const date of all) {
      const { block, offset, found, month, day, weekday } = date;
      if (month === undefined || day === undefined) continue;
      const at = model.locate(block, offset, found.length);
      if (!exists(date)) {
        // A day alone may be part of a list: `March 31, 32 and 33` counts pages.
        if (date.year === undefined && (day > 31 || day === 0)) continue;
        yield { messageId: isPlain(date) ? 'day' : 'figures', data: { found }, at };
        continue;
      }
      const expected = weekdayOf(date);
      if (weekday === undefined || expected === undefined || weekday === expected) continue;
      yield { messageId: 'weekday', data: { found, expected: WEEKDAYS[expected - 1] ?? '', said: WEEKDAYS[weekday - 1] ?? '' }, at };
    }
  },
});

function exists({ year = 2024, month = 1, day = 1 }: WrittenDate): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isPlain({ shape }: WrittenDate): boolean {
  return shape === 'day month year' || shape === 'month day year' || shape === 'year month day';
}

/** 1 for Monday. */
function weekdayOf({ year, month = 1, day = 1 }: WrittenDate): number | undefined {
  if (year === undefined || year < GREGORIAN) return undefined;
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}
