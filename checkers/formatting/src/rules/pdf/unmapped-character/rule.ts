import { defineRule, type Rule } from '@preflag/core';
import { partOf } from '../../../part-of.ts';

/** Bullets and arrows of symbol fonts come in ones and twos; so great a share of a page is its text. */
const SHARE = 0.05;
const FEWEST = 5;

/**
 * Looks at characters that show a sign on the page, and say no letter when they are copied.
 * Does not catch: fonts that map to the wrong letters. Known false alarms: pages of symbols.
 */
export const unmappedCharacter: Rule<'document'> = defineRule({
  id: 'formatting/unmapped-character',
  title: 'Text of the pdf cannot be copied or searched',
  severity: 'important',
  certainty: 'likely',
  reads: 'document',
  why: 'Search does not find the words, copies are garbled, and the text could not be checked.',
  advice: 'Export the pdf again, with fonts that say which characters they show.',
  messages: { unmapped: '{{count}} of {{units}} characters on page {{page}} stand for no letter' },
  *check(context) {
    const { looked } = context;
    const pdf = partOf(context, 'pdf', 'which characters its fonts show');
    if (!pdf) return;
    looked({ pages: pdf.pages.length });
    for (const [page, { unmapped, units }] of pdf.pages.entries())
      if (unmapped >= FEWEST && unmapped > units * SHARE)
        yield { messageId: 'unmapped', data: { count: unmapped, units, page: page + 1 }, at: { kind: 'page', page }, key: `page ${page}` };
  },
});
