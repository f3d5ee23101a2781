import { defineRule, type Rule } from '@preflag/core';
import { outline } from '../../../facts/outline.ts';
import { headingsUntold } from '@preflag/readers/headings';

const LARGEST_SHARE = 0.75;
const LEAST_SECTIONS = 4;
const LEAST_WORDS = 600;
const CLOSING = /^(?:conclusions?|summary|executive summary|abstract|fazit|zusammenfassung|schluss|结论|总结|摘要)$/;

/**
 * One section that has most of the text, and a summary or a conclusion that is longer than all other sections together.
 * Does not catch: lengths that only the brief can call wrong; the job's `sections.words` says that.
 * Known false alarms: reports of one large part by intention.
 */
export const sectionUnbalanced: Rule<'document'> = defineRule({
  id: 'report-structure/section-unbalanced',
  title: 'One section has most of the text',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  facts: [outline],
  why: 'What the reader expects from the other headings is not there.',
  advice: "Split '{{found}}', or write more in the other sections.",
  messages: {
    large: "'{{found}}' has {{percent}} % of the text",
    closing: "'{{found}}' is longer than all other sections together",
  },
  *check({ model, facts, looked, notChecked }) {
    const untold = headingsUntold(model);
    if (untold !== undefined) {
      notChecked('format', untold);
      return;
    }
    const sections = facts(outline);
    const depth = [1, 2, 3].find((level) => sections.filter((one) => one.depth === level).length >= LEAST_SECTIONS);
    const siblings = sections.filter((one) => one.depth === depth);
    const words = siblings.reduce((sum, one) => sum + one.words.most, 0);
    looked({ sections: siblings.length });
    if (words < LEAST_WORDS) return;
    for (const { block, title, key, words: own } of siblings) {
      const share = own.most / words;
      const isClosing = CLOSING.test(key) && share > 0.5;
      if (isClosing || share > LARGEST_SHARE)
        yield {
          messageId: isClosing ? 'closing' : 'large',
          data: { found: title, percent: Math.round(share * 100) },
          at: model.locate(block),
        };
    }
  },
});
