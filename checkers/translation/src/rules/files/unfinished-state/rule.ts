import { defineRule, type Rule } from '@preflag/core';
import { relatedSource } from '../../../related-source.ts';

/**
 * Reads what the file itself says of each translation: `fuzzy` in po files, the states of xliff and of Xcode. A text that is not there at
 * all is that of translation/segment-missing.
 * Does not catch: states of tools in namespaces of their own.
 * Known false alarms: files that are handed on to a reviewer on purpose; approved="no", which tools write on all that no person has
 * approved in them, is a hint.
 */
export const unfinishedState: Rule<'bitext'> = defineRule({
  id: 'translation/unfinished-state',
  title: 'A translation is marked as unfinished',
  severity: 'important',
  certainty: 'certain',
  reads: 'bitext',
  why: 'Programs leave such texts out and show the source, or a person was to look at them first.',
  advice: 'Check the translation, and set its state to finished.',
  messages: {
    unfinished: "The translation '{{found}}' is marked as {{state}}",
    unapproved: { text: "The translation '{{found}}' is not marked as approved", certainty: 'hint', severity: 'minor' },
  },
  *check({ model, looked }) {
    for (const segment of model.segments) {
      const { id, state, target } = segment;
      if (!model.catalog || target === undefined || target.trim() === '') continue;
      looked({ segments: 1 });
      if (!state?.isUnfinished) continue;
      yield {
        messageId: state.name.startsWith('approved') ? 'unapproved' : 'unfinished',
        data: { found: target, state: state.name },
        at: { kind: 'segment', id },
        related: relatedSource(model, segment),
        group: state.name,
      };
    }
  },
});
