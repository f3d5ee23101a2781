import { defineRule, type Rule } from '@preflag/core';
import type { Caption } from '@preflag/readers';
import { captions } from '../../../facts/captions.ts';

/**
 * Captions of one kind with the same number twice, or with a number left out. Numbers by chapter (`2.1`) are compared as they are.
 * Does not catch: captions without numbers.
 * Known false alarms: a document that is a part of another one; it starts later, which is no gap.
 */
export const captionNumberBroken: Rule<'document'> = defineRule({
  id: 'report-structure/caption-number-broken',
  title: 'The numbers of figures or tables are not in order',
  severity: 'minor',
  certainty: 'likely',
  reads: 'document',
  facts: [captions],
  why: 'References lead to the wrong one, or to none.',
  advice: 'Number the captions anew, and the references to them.',
  messages: {
    twice: 'There are two captions with the number {{found}}',
    gap: { text: 'The caption before {{found}} has the number {{before}}', certainty: 'hint' },
  },
  *check({ model, facts, looked, notChecked }) {
    const all = facts(captions);
    if (!all) {
      notChecked('format', 'The format does not tell captions.');
      return;
    }
    for (const kind of ['table', 'figure'] as const) {
      const numbered = all.filter((caption) => caption.kind === kind && caption.number !== undefined);
      looked({ captions: numbered.length });
      const seen = new Map<string, Caption>();
      let before: Caption | undefined;
      for (const caption of numbered) {
        const { number = '', block: index } = caption;
        const block = model.blocks[index];
        const first = seen.get(number);
        seen.set(number, caption);
        const at = block && model.locate(block);
        if (at && first && first.block !== index) {
          const other = model.blocks[first.block];
          yield {
            messageId: 'twice',
            data: { found: number },
            at,
            ...(other && { related: [{ at: model.locate(other), label: 'the other one' }] }),
          };
        } else if (at && before && /^\d+$/.test(number) && Number(number) > Number(before.number) + 1)
          yield { messageId: 'gap', data: { found: number, before: before.number ?? '' }, at };
        before = caption;
      }
    }
  },
});
