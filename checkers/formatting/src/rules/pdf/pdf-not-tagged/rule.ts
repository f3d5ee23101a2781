import { defineRule, type Rule } from '@preflag/core';
import { partOf } from '../../../part-of.ts';

/**
 * Looks at whether the pdf says what is a heading, a table, a paragraph (ISO 14289, PDF/UA).
 * Does not catch: wrong tags. Known false alarms: clients who only print.
 */
export const pdfNotTagged: Rule<'document'> = defineRule({
  id: 'formatting/pdf-not-tagged',
  title: 'The pdf has no tags',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  why: 'Programs that read aloud, and those that search, do not know headings from text.',
  advice: 'Export the pdf with tags (in Word: document structure tags for accessibility).',
  messages: { untagged: 'The pdf does not say what is a heading, a table or a paragraph' },
  *check(context) {
    const { looked } = context;
    const pdf = partOf(context, 'pdf', 'whether it is tagged');
    if (!pdf) return;
    looked({ pages: pdf.pages.length });
    if (!pdf.isTagged) yield { messageId: 'untagged', at: { kind: 'file' }, key: 'tags' };
  },
});
