import { defineRule, type Rule } from '@preflag/core';
import { compareDates, type DateGap } from '../../../numbers/compare-dates.ts';
import { dateOrder } from '../../../numbers/find-dates.ts';
import { calendarWords } from '../../../numbers/calendar-words.ts';
import { relatedSource } from '../../../related-source.ts';
import { translatedSegments } from '../../../translated-segments.ts';

/**
 * Reads dates on both sides by the names of months and weekdays and the order of day and month that CLDR gives the two languages, and
 * compares them. Dates in digits whose order is open (English without a country) are right in either.
 * Does not catch: a day or year that changed alone (translation/number-changed); dates in words or of other calendars than the Gregorian
 * and the Thai one; names of months in a case that hides their stem;
 * texts with more than 200 of them.
 * Known false alarms: dates of one event by two calendars.
 */
export const dateChanged: Rule<'bitext'> = defineRule({
  id: 'translation/date-changed',
  title: 'A date differs between source and translation, or is not written as the language reads it',
  severity: 'critical',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  why: 'A reader comes on the wrong day, or cannot tell on which.',
  advice: 'Write the date of the source as the language of the translation does.',
  messages: {
    changed: "The translation has the date '{{found}}' where the source has '{{expected}}'",
    copied: "'{{found}}' was copied from the source: in the language of the translation the day comes {{where}}, so it is another date",
    order: { text: "'{{found}}' is no date in the language of the translation: there the day comes {{where}}", severity: 'important' },
    untranslated: { text: "The date '{{found}}' stands in the language of the source", severity: 'important' },
    month: "The translation names the month '{{found}}' where the source has '{{expected}}'",
    weekday: { text: "The translation names the day '{{found}}' where the source has '{{expected}}'", severity: 'important' },
  },
  *check({ model, looked, notChecked }) {
    if (!calendarWords(model.targetLanguage, 'month', true))
      notChecked('language', 'The names of months in the language of the translation are not known, or the language is not.');
    const where = dateOrder(model.targetLanguage) === 'mdy' ? 'second' : 'first';
    for (const segment of translatedSegments(model)) {
      looked({ segments: 1 });
      const target = { text: segment.targetProse, language: segment.language ?? model.targetLanguage };
      for (const gap of compareDates({ text: segment.sourceProse, language: model.sourceLanguage }, target)) {
        const { text, offset } = gap.found;
        yield {
          messageId: gap.kind,
          data: { found: text, ...expectedOf(gap), where },
          at: { kind: 'segment', id: segment.id, offset, length: text.length },
          related: relatedSource(model, segment),
        };
      }
    }
  },
});

function expectedOf({ expected }: DateGap): { expected?: string } {
  return expected ? { expected: expected.text } : {};
}
