import { defineRule, type Rule } from '@preflag/core';
import { ownProse } from '../../../facts/own-prose.ts';
import { minorities } from '../../../minority.ts';
import type { Hit } from '../../../text-hits.ts';
import { MARKS, marksByForm } from './marks-by-form.ts';

/**
 * Looks at double quotation marks and at apostrophes inside of words. What most of the document has counts, unless the job says it.
 * Does not catch: single quotation marks; less than a tenth of either kind. Known false alarms: quotations that were copied with their marks.
 */
export const mixedQuotes: Rule<'document'> = defineRule({
  id: 'formatting/mixed-quotes',
  title: 'Straight and curly quotation marks are mixed',
  severity: 'minor',
  certainty: 'certain',
  reads: 'document',
  facts: [ownProse],
  demands: ['style'],
  why: 'The mixture shows which parts were pasted from elsewhere.',
  advice: 'Use {{usual}} {{kind}} throughout.',
  messages: {
    mixed: { text: '{{count}} {{kind}} are {{other}}, and {{usualCount}} are {{usual}}', certainty: 'hint' },
    asked: 'The job asks for {{usual}} {{kind}}, and {{count}} of {{total}} are {{other}}',
  },
  *check({ model, deliverable, facts, looked }) {
    const blocks = facts(ownProse);
    looked({ blocks: blocks.length });
    const usual = deliverable?.style?.quotes;
    for (const { kind, pattern } of MARKS) {
      const variants = marksByForm(blocks, pattern);
      const other = usual === 'curly' ? 'straight' : 'curly';
      const against = usual === undefined ? [] : (variants.get(other) ?? []);
      const at = ([first]: readonly Hit[]): ReturnType<typeof model.locate> =>
        first ? model.locate(first.block, first.offset, first.found.length) : { kind: 'file' };
      if (usual !== undefined && against.length > 0)
        yield {
          messageId: 'asked',
          data: { kind, usual, other, count: against.length, total: against.length + (variants.get(usual)?.length ?? 0) },
          at: at(against),
          key: kind,
        };
      if (usual !== undefined) continue;
      for (const { hits, ...minority } of minorities(variants, { least: 4 }))
        yield { messageId: 'mixed', data: { kind, ...minority, count: hits.length }, at: at(hits), key: kind };
    }
  },
});
