import { defineRule, type Rule } from '@preflag/core';
import { partOf, placeOf } from '../../../part-of.ts';

/**
 * Looks at content controls that Word itself knows to be empty, whatever their prompt says.
 * Does not catch: prompts that were copied as text (see placeholder-text).
 * Known false alarms: forms that the client is to fill in.
 */
export const promptLeft: Rule<'document'> = defineRule({
  id: 'formatting/prompt-left',
  title: 'A field of the document was never filled in',
  severity: 'important',
  certainty: 'likely',
  reads: 'document',
  inherits: false,
  why: 'The client reads an order to the writer where an answer should be.',
  advice: 'Fill the field in, or delete it.',
  messages: { prompt: "The field with the prompt '{{text}}' was never filled in" },
  *check(context) {
    const { model, looked } = context;
    const prompts = partOf(context, 'prompts', 'which fields are empty');
    if (!prompts) return;
    looked({ blocks: model.blocks.length, prompts: prompts.length });
    for (const { block, offset, length } of prompts) {
      const text = model.blocks[block]?.text.slice(offset, offset + length).trim() ?? '';
      if (text !== '') yield { messageId: 'prompt', data: { text }, at: placeOf(model, block, offset, length), group: 'prompts' };
    }
  },
});
