import { defineRule, type Rule } from '@preflag/core';
import { relatedSource } from '../../../related-source.ts';
import { findTerm } from '../../../terms/find-term.ts';
import { translatedSegments } from '../../../translated-segments.ts';

/**
 * Terms that the job does not want translated must stand in the translation where the source has them; endings may be added.
 * Does not catch: a second occurrence in a segment that is gone.
 * Known false alarms: pronouns in place of the term; names whose inner letters change when they are inflected.
 */
export const protectedTermChanged: Rule<'bitext', unknown, readonly string[]> = defineRule<'bitext', unknown, readonly string[]>({
  id: 'translation/protected-term-changed',
  title: 'A term that should stay was translated or left out',
  severity: 'important',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  demands: ['doNotTranslate'],
  why: 'Names of products and companies are what readers search for.',
  advice: "Write '{{expected}}' as in the source.",
  messages: { changed: "'{{expected}}' should stay as it is, and the translation does not have it" },
  asks: ({ doNotTranslate }) => (doNotTranslate?.length ? doNotTranslate : undefined),
  *check({ model, asked, looked }) {
    for (const segment of translatedSegments(model)) {
      looked({ segments: 1 });
      const { id, source, target } = segment;
      for (const term of asked) {
        // As the job writes it: `Windows`, not windows.
        if (!source.includes(term) || !findTerm(source, term) || target.includes(term)) continue;
        yield {
          messageId: 'changed',
          data: { expected: term },
          at: { kind: 'segment', id },
          related: relatedSource(model, segment),
          key: `${id} ${term}`,
        };
      }
    }
  },
});
