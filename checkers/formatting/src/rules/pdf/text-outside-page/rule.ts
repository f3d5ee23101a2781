import { defineRule, type Rule } from '@preflag/core';
import { partOf } from '../../../part-of.ts';

/** A word or two may be printer's marks. */
const FEWEST = 10;

/**
 * Looks at text that the edge of its page cuts, or that stands beyond it.
 * Does not catch: text that is wholly outside, where the reader leaves it out; text behind pictures. Known false alarms: marks for the printer, and notes of a template beside the page.
 */
export const textOutsidePage: Rule<'document'> = defineRule({
  id: 'formatting/text-outside-page',
  title: 'Text stands outside of the page',
  severity: 'important',
  certainty: 'likely',
  reads: 'document',
  why: 'The reader does not see it: a wide table or a long line was cut off.',
  advice: 'Make the table or the line narrower, or turn the page, and export again.',
  messages: { outside: '{{count}} characters stand outside of page {{page}}, or are cut by its edge' },
  *check(context) {
    const { looked } = context;
    const pdf = partOf(context, 'pdf', 'what stands on each page');
    if (!pdf) return;
    looked({ pages: pdf.pages.length });
    for (const [page, { unitsOutside }] of pdf.pages.entries())
      if (unitsOutside >= FEWEST)
        yield { messageId: 'outside', data: { count: unitsOutside, page: page + 1 }, at: { kind: 'page', page }, key: `page ${page}` };
  },
});
