import { defineRule, type Rule } from '@preflag/core';
import { findStray } from '../../../punctuation/find-stray.ts';
import { relatedSource } from '../../../related-source.ts';
import { translatedSegments } from '../../../translated-segments.ts';

/**
 * Looks within sentences for a question or exclamation mark or a full stop before a small letter, a hyphen behind a word, a sign of
 * programs behind a word, and two signs together, where the source has not the like.
 * Does not catch: commas, semicolons and colons too many, which translators set as their language wants; languages without small letters,
 * but for hyphens and double signs.
 * Known false alarms: names that end with a sign (Yahoo!) and are written otherwise in the source.
 */
export const strayPunctuation: Rule<'bitext'> = defineRule({
  id: 'translation/stray-punctuation',
  title: 'A sign breaks a sentence',
  severity: 'minor',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  why: 'The reader stumbles, and reads two sentences where there is one.',
  advice: 'Remove the sign, or set the one that the sentence needs.',
  messages: { stray: "In '{{context}}', the sign '{{sign}}' breaks the sentence; the source has none there" },
  *check({ model, looked }) {
    for (const segment of translatedSegments(model)) {
      looked({ segments: 1 });
      for (const { sign, offset, context } of findStray(segment.sourceProse, segment.targetProse))
        yield {
          messageId: 'stray',
          data: { sign, context: context.trim() },
          at: { kind: 'segment', id: segment.id, offset, length: sign.length },
          related: relatedSource(model, segment),
        };
    }
  },
});
