import { defineRule, type Problem, type Rule } from '@preflag/core';
import { languageOf } from '@preflag/readers/language';
import { compareClocks } from '../../../numbers/compare-clocks.ts';
import { dayPeriodsOf } from '../../../numbers/day-periods.ts';
import { compareZones } from '../../../numbers/time-zones.ts';
import { relatedSource } from '../../../related-source.ts';
import { translatedSegments, type TranslatedSegment } from '../../../translated-segments.ts';

/** Languages whose readers count to 24 and do not know AM and PM. */
const TO_24 = new Set('be bg bs ca cs da de et eu fi fr gl hr hu is it lt lv mk nb nl nn no pl ro ru sk sl sr sv tr uk'.split(' '));
const AM_OR_PM = /(?<![\d.:])\d{1,2}(?:[:.]\d{2})?\s?(?:[AP]M|[ap]\.?\s?m\.?)(?![\p{L}\p{N}])/u;

/**
 * Tells by am and pm, the hour (15:45) and the words that CLDR has for the parts of a day (下午, wieczorem) which half of the day a time is
 * of, and which zone it is in.
 * Does not catch: minutes or hours that differ (translation/number-changed); hours in words; times without a half in the source;
 * texts with more than 200 of them.
 * Known false alarms: a half of the day that the sentence before has named.
 */
export const timeChanged: Rule<'bitext'> = defineRule({
  id: 'translation/time-changed',
  title: 'A time is of another half of the day or zone, or does not say of which',
  severity: 'important',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  why: 'A reader comes twelve hours early, or calls at night.',
  advice: 'Write the time as the language of the translation does, with its half of the day and its zone.',
  messages: {
    half: "The translation says '{{found}}' where the source has '{{expected}}': morning and evening are not told apart",
    changed: { text: "The translation says '{{found}}' where the source has '{{expected}}': the other half of the day" },
    zone: "The translation has the time zone '{{found}}' where the source has '{{expected}}'",
    zoneLost: { text: "The time zone '{{expected}}' of the source is not in the translation", certainty: 'hint' },
    twelve: {
      text: "'{{found}}' has AM or PM, which the language of the translation does not use",
      severity: 'minor',
      certainty: 'hint',
      advice: 'Write the hour from 0 to 24.',
    },
  },
  *check({ model, looked, notChecked }) {
    if (!dayPeriodsOf(model.targetLanguage) || !dayPeriodsOf(model.sourceLanguage))
      notChecked('language', 'How one of the two languages names the parts of a day is not known, or the language is not.');
    for (const segment of translatedSegments(model)) {
      looked({ segments: 1 });
      const language = segment.language ?? model.targetLanguage;
      for (const problem of problemsOf(segment, model.sourceLanguage, language))
        yield { ...problem, related: relatedSource(model, segment) };
    }
  },
});

function* problemsOf(segment: TranslatedSegment, from: string | undefined, to: string | undefined): Generator<Problem> {
  const { id, sourceProse, targetProse } = segment;
  const placeOf = (offset: number, length: number): Problem['at'] => ({ kind: 'segment', id, offset, length });
  for (const { kind, expected, found, offset } of compareClocks({ text: sourceProse, language: from }, { text: targetProse, language: to }))
    yield { messageId: kind, data: { expected, found }, at: placeOf(offset, found.length) };
  const zone = compareZones(sourceProse, targetProse, to);
  if (zone) yield { messageId: zone.found === undefined ? 'zoneLost' : 'zone', data: { ...zone }, at: { kind: 'segment', id } };
  const twelve = TO_24.has(languageOf(to) ?? '') ? AM_OR_PM.exec(targetProse) : null;
  if (twelve) yield { messageId: 'twelve', data: { found: twelve[0] }, at: placeOf(twelve.index, twelve[0].length) };
}
