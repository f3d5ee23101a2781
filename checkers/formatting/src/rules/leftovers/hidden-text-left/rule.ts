import { defineRule, type Rule } from '@preflag/core';
import { partOf, placeOf } from '../../../part-of.ts';

/**
 * Looks at text that the file holds and does not show. Spaces and single signs, which Word itself hides, are left alone.
 * Does not catch: white letters on white; text behind pictures. Known false alarms: index entries and text for screen readers.
 */
export const hiddenTextLeft: Rule<'document'> = defineRule({
  id: 'formatting/hidden-text-left',
  title: 'Hidden text was left in the document',
  severity: 'important',
  certainty: 'likely',
  reads: 'document',
  why: 'The client can make it visible: notes, other clients’ texts, or orders to programs that read the document.',
  advice: 'Delete the hidden text, or show it if it belongs to the document.',
  messages: { hidden: "Hidden text stands in the document: '{{text}}'" },
  *check(context) {
    const { model, looked } = context;
    const hidden = partOf(context, 'hidden', 'what is hidden');
    if (!hidden) return;
    looked({ blocks: model.blocks.length, hidden: hidden.length });
    for (const { text, block } of hidden)
      if (/[\p{L}\p{N}]{2}/u.test(text))
        yield { messageId: 'hidden', data: { text: text.trim() }, at: placeOf(model, block), group: 'hidden text' };
  },
});
