import { defineRule, type Rule } from '@preflag/core';
import { partOf } from '../../../part-of.ts';

/**
 * Looks at pages without text and without pictures.
 * Does not catch: pages with nothing but a header. Known false alarms: drawings made of lines only; blank pages before a chapter in print.
 */
export const blankPage: Rule<'document'> = defineRule({
  id: 'formatting/blank-page',
  title: 'A page is blank',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  why: 'The reader wonders whether something is missing.',
  advice: 'Take the blank page out, or see what is missing on it.',
  messages: { blank: 'Page {{page}} is blank' },
  *check(context) {
    const { looked } = context;
    const pdf = partOf(context, 'pdf', 'what stands on each page');
    if (!pdf) return;
    looked({ pages: pdf.pages.length });
    for (const [page, { units, images }] of pdf.pages.entries())
      if (units === 0 && images === 0)
        yield { messageId: 'blank', data: { page: page + 1 }, at: { kind: 'page', page }, key: `page ${page}` };
  },
});
