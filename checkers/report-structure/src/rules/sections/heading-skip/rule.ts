import { defineRule, type Rule } from '@preflag/core';
import { outline } from '../../../facts/outline.ts';
import { headingsUntold } from '@preflag/readers/headings';

/**
 * A heading that is two levels or more below the one before it.
 * Does not catch: headings of a wrong level that skip none.
 * Known false alarms: none known; some house styles start at the second or third level, which is no skip.
 */
export const headingSkip: Rule<'document'> = defineRule({
  id: 'report-structure/heading-skip',
  title: 'The headings skip a level',
  severity: 'minor',
  certainty: 'likely',
  reads: 'document',
  facts: [outline],
  why: 'Tables of contents and screen readers show a part that seems to be missing.',
  advice: "Make '{{found}}' a heading of level {{expected}}.",
  messages: { skip: "'{{title}}' is a heading of level {{level}} directly under one of level {{above}}" },
  *check({ model, facts, looked, notChecked }) {
    const untold = headingsUntold(model);
    if (untold !== undefined) {
      notChecked('format', untold);
      return;
    }
    if (model.format === 'pptx' || model.parts.pdf?.isTagged === false) {
      notChecked('format', model.format === 'pptx' ? 'The titles of slides have no levels.' : 'An outline cannot skip a level.');
      return;
    }
    let above = 0;
    let skipped = 0;
    for (const { block, depth, title } of facts(outline)) {
      if (depth > 6) continue;
      looked({ headings: 1 });
      // Headings that follow on the level that was skipped to are right among themselves.
      if (above > 0 && depth > above + 1 && depth !== skipped) {
        skipped = depth;
        yield {
          messageId: 'skip',
          data: { title, found: title, level: depth, above, expected: above + 1 },
          at: model.locate(block),
          group: 'skip',
        };
      }
      if (depth <= above) skipped = depth === skipped ? skipped : 0;
      above = depth;
    }
  },
});
