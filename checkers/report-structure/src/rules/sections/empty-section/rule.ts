import { defineRule, type Rule } from '@preflag/core';
import { outline } from '../../../facts/outline.ts';
import { headingsUntold } from '@preflag/readers/headings';

/** Where so many sections are empty, the document is a form or an agenda. */
const MOST_EMPTY = 3;
const LEAST_WRITTEN = 3;

/**
 * A heading with nothing under it, neither text nor subsections, where most sections have text.
 * Does not catch: sections that say that they are empty, and the sections of forms and agendas.
 * Known false alarms: sections for which nothing was to be said.
 */
export const emptySection: Rule<'document'> = defineRule({
  id: 'report-structure/empty-section',
  title: 'A section has no content',
  severity: 'important',
  certainty: 'likely',
  reads: 'document',
  inherits: false,
  facts: [outline],
  why: 'The heading promises something that was not delivered.',
  advice: "Write the section '{{found}}', or take its heading out.",
  messages: {
    empty: "The section '{{found}}' has no content",
    many: { text: "The section '{{found}}' has no content, like {{others}} others", certainty: 'hint' },
  },
  *check({ model, facts, looked, notChecked }) {
    const untold = headingsUntold(model);
    if (untold !== undefined) {
      notChecked('format', untold);
      return;
    }
    const sections = facts(outline).filter(({ depth, title }) => depth < 7 && title !== '');
    looked({ sections: sections.length });
    const empty = sections.filter(({ hasContent, hasSubsections }) => !hasContent && !hasSubsections);
    const isForm = empty.length > MOST_EMPTY || sections.length - empty.length < LEAST_WRITTEN;
    // A title alone above the first section belongs to the whole document.
    for (const { block, title } of empty) {
      if (block === sections[0]?.block) continue;
      yield { messageId: isForm ? 'many' : 'empty', data: { found: title, others: empty.length - 1 }, at: model.locate(block) };
    }
  },
});
