import { defineRule, type Rule } from '@preflag/core';
import { outline } from '../../../facts/outline.ts';
import { secondStart } from '../../../facts/second-start.ts';
import { headingsUntold } from '@preflag/readers/headings';

/**
 * Compares the headings with those at the start, without regard to case and punctuation.
 * Does not catch: a second start under another title and with other sections.
 * Known false alarms: parts that are built alike (one per country) under the same title.
 */
export const documentStartsTwice: Rule<'document'> = defineRule({
  id: 'report-structure/document-starts-twice',
  title: 'The document starts twice',
  severity: 'important',
  certainty: 'certain',
  reads: 'document',
  facts: [outline, secondStart],
  why: 'The client cannot tell which of the two versions counts, and reads a draft as if it were part of the report.',
  advice: "Keep one version: take out what stands before the second '{{found}}', or after it.",
  messages: {
    title: "The document starts again with its title '{{found}}'",
    opening: "The document starts again: the headings '{{first}}' and '{{found}}' come a second time",
    number: "The numbering starts again with the same heading '{{found}}'",
    similar: { text: "The document starts again under another title: '{{found}}' after '{{first}}'", certainty: 'likely' },
  },
  *check({ model, facts, looked, notChecked }) {
    const untold = headingsUntold(model);
    if (untold !== undefined) notChecked('format', untold);
    looked({ headings: facts(outline).filter(({ depth }) => depth < 7).length });
    const again = facts(secondStart);
    if (!again) return;
    const { sign, first, second } = again;
    yield {
      messageId: sign,
      data: { found: second.title, first: first.title },
      at: model.locate(second.block),
      related: [{ at: model.locate(first.block), label: 'the first start' }],
    };
  },
});
