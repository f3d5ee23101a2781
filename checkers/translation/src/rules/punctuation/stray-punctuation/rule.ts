import { defineRule, type Rule } from '@preflag/core';
import { languageOf } from '@preflag/readers/language';
import { findStray } from '../../../punctuation/find-stray.ts';
import { relatedSource } from '../../../related-source.ts';
import { translatedSegments } from '../../../translated-segments.ts';

/**
 * Looks within sentences for a question or exclamation mark, a full stop before a small letter, a hyphen or an apostrophe behind a word, a
 * sign of programs, two signs together, and any sign between an article and its noun, where the source has not the like; and, as a hint, for
 * a colon that nothing in the source asks for, or a semicolon where the source has no sign.
 * Does not catch: most commas too many, which translators set as their language wants; in languages without small letters, full stops and
 * apostrophes.
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
  messages: {
    stray: "In '{{context}}', the sign '{{sign}}' breaks the sentence; the source has none there",
    doubtful: {
      text: "In '{{context}}', the sign '{{sign}}' stands where nothing in the source asks for it",
      certainty: 'hint',
      advice: 'See whether it breaks the sentence.',
    },
  },
  *check({ model, looked }) {
    for (const segment of translatedSegments(model)) {
      looked({ segments: 1 });
      for (const { sign, offset, context, isDoubtful } of findStray(
        segment.sourceProse,
        segment.targetProse,
        languageOf(segment.language ?? model.targetLanguage),
      ))
        yield {
          messageId: isDoubtful ? 'doubtful' : 'stray',
          data: { sign, context: context.trim() },
          at: { kind: 'segment', id: segment.id, offset, length: sign.length },
          related: relatedSource(model, segment),
        };
    }
  },
});
