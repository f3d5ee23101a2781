import { defineRule, type Rule } from '@preflag/core';
import { languageOf } from '@preflag/readers/language';
import { findCasings } from '../../../consistency/find-casings.ts';
import { relatedSource } from '../../../related-source.ts';
import { translatedSegments } from '../../../translated-segments.ts';

/**
 * Finds words that stand within sentences with a capital in one place and without in another, where the source has one word, written in one
 * way, in all of them. In German, whose nouns have capitals anyway, adjectives before the same noun (das Schwarze Loch, das schwarze Loch).
 * Does not catch: words at the start of sentences, in headings and in names of several words; words that stand once in each form.
 * Known false alarms: a word that is a name in one place and a common noun in the other, in the source too (the Sun and the sun).
 */
export const mixedCasing: Rule<'bitext'> = defineRule({
  id: 'translation/mixed-casing',
  title: 'A term is written with and without a capital',
  severity: 'minor',
  certainty: 'hint',
  reads: 'bitext',
  needs: ['source'],
  why: 'A reader asks whether two things are meant.',
  advice: "Write '{{usual}}' everywhere, or '{{found}}'.",
  messages: { mixed: "'{{found}}' stands as '{{usual}}' in {{count}} other places; the source has '{{term}}' in all of them" },
  *check({ model, looked, notChecked }) {
    const segments = translatedSegments(model).filter(({ language }) => language === undefined);
    if (!segments.some(({ targetProse }) => /\p{Lu}\p{Ll}/u.test(targetProse))) {
      if (segments.length > 0) notChecked('language', 'The translation has no capitals.');
      return;
    }
    looked({ segments: segments.length });
    for (const { found, usual, term, hits, count } of findCasings(segments, languageOf(model.targetLanguage) === 'de'))
      for (const { segment, offset } of hits)
        yield {
          messageId: 'mixed',
          data: { found, usual, term, count },
          at: { kind: 'segment', id: segment.id, offset, length: found.length },
          related: relatedSource(model, segment),
          group: `casing ${usual.toLowerCase()}`,
        };
  },
});
