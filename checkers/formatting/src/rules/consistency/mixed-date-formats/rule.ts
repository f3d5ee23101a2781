import { defineRule, type Rule } from '@preflag/core';
import { dates } from '../../../facts/dates.ts';
import { isReference } from '../../../is-reference.ts';
import { byVariant, minorities } from '../../../minority.ts';
import { datePattern } from './date-pattern.ts';

/**
 * Looks at dates with a year in running text. Tables and lists of references may follow rules of their own: they count only where the job
 * names a format.
 * Does not catch: abbreviated beside full months. Known false alarms: names of files and releases with a date that are not code.
 */
export const mixedDateFormats: Rule<'document'> = defineRule({
  id: 'formatting/mixed-date-formats',
  title: 'Dates are written in several ways, or not as asked',
  severity: 'minor',
  certainty: 'certain',
  reads: 'document',
  facts: [dates],
  demands: ['style'],
  why: 'A date that is written in two ways is read in two ways: 03/04 is in March here and in April there.',
  advice: 'Write all dates like {{usual}}.',
  messages: {
    asked: "The date '{{found}}' is not written as {{usual}}, as the job asks",
    mixed: { text: "{{count}} dates are written like '{{other}}', and {{usualCount}} like '{{usual}}'", certainty: 'hint' },
  },
  *check({ model, deliverable, facts, looked, jobError }) {
    const all = facts(dates).filter(({ year, block }) => year !== undefined && !isReference(block));
    looked({ dates: all.length, blocks: model.blocks.length });
    const usual = deliverable?.style?.dates;
    if (usual !== undefined) {
      const pattern = datePattern(usual);
      if (!pattern) jobError('/style/dates', `'${usual}' names no day and month: write it like 'D MMMM YYYY'.`);
      else
        for (const { block, offset, found } of all)
          if (!pattern.test(found))
            yield { messageId: 'asked', data: { usual, found }, at: model.locate(block, offset, found.length), group: 'dates' };
      return;
    }
    const inText = all.filter(({ block }) => block.type !== 'tableCell');
    const examples = new Map(inText.map(({ shape, found }) => [shape as string, found] as const).toReversed());
    const variants = byVariant(inText, ({ shape }) => shape);
    for (const { hits, usual: most, other, usualCount } of minorities(variants)) {
      const [{ block, offset, found }] = hits;
      const data = { count: hits.length, other: examples.get(other) ?? other, usual: examples.get(most) ?? most, usualCount };
      yield { messageId: 'mixed', data, at: model.locate(block, offset, found.length), key: other };
    }
  },
});
