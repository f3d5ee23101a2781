import { defineRule, type Rule } from '@preflag/core';
import { ownProse } from '../../../facts/own-prose.ts';
import { byVariant, minorities } from '../../../minority.ts';
import { hitsIn } from '../../../text-hits.ts';

const ELLIPSIS = /…|(?<!\.)\.\.\.(?!\.)/g;

/**
 * Looks at prose. Does not catch: `. . .`, and less than two or a tenth of either kind. Known false alarms: quotations.
 */
export const mixedEllipses: Rule<'document'> = defineRule({
  id: 'formatting/mixed-ellipses',
  title: 'Ellipses are written in two ways',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  facts: [ownProse],
  why: 'The mixture shows which parts were pasted from elsewhere.',
  advice: 'Write all ellipses as {{usual}}.',
  messages: { mixed: '{{count}} ellipses are {{other}}, and {{usualCount}} are {{usual}}' },
  *check({ model, facts, looked }) {
    const blocks = facts(ownProse);
    looked({ blocks: blocks.length });
    const variants = byVariant(hitsIn(blocks, ELLIPSIS), ({ found }) => (found === '…' ? 'one character' : 'three full stops'));
    for (const { hits, ...minority } of minorities(variants)) {
      const [{ block, offset, found }] = hits;
      yield {
        messageId: 'mixed',
        data: { ...minority, count: hits.length },
        at: model.locate(block, offset, found.length),
        key: 'ellipses',
      };
    }
  },
});
