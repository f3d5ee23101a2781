import { defineRule, type Rule, type SectionExpectation } from '@preflag/core';
import { outline } from '../../../facts/outline.ts';
import { isSection, sectionOf } from '../../../find-section.ts';
import { headingsUntold } from '@preflag/readers/headings';

/**
 * Where the job asks for its sections in strict order, no others may stand on their level.
 * Does not catch: subsections, which are free.
 * Known false alarms: a section that was asked for under a title that is no alias; add the alias to the job.
 */
export const unexpectedSection: Rule<'document', unknown, readonly SectionExpectation[]> = defineRule({
  id: 'report-structure/unexpected-section',
  title: 'A section was not asked for',
  severity: 'minor',
  certainty: 'certain',
  reads: 'document',
  facts: [outline],
  demands: ['order'],
  why: 'The client asked for these sections and no others.',
  advice: "Take '{{found}}' out, or move what it says into a section that was asked for.",
  messages: { unexpected: "The section '{{found}}' was not asked for" },
  asks: ({ sections, order }) => (order === 'strict' && sections && sections.length > 0 ? sections : undefined),
  *check({ model, facts, asked, looked, notChecked }) {
    const untold = headingsUntold(model);
    if (untold !== undefined) {
      notChecked('format', untold);
      return;
    }
    const sections = facts(outline);
    const levels = new Set(asked.flatMap((expected) => sectionOf(sections, expected)?.depth ?? []));
    for (const section of sections) {
      if (!levels.has(section.depth)) continue;
      looked({ sections: 1 });
      // The title of the document is no section.
      if (section === sections[0] && section.depth === 1 && sections.every((other) => other === section || other.depth > 1)) continue;
      if (!asked.some((expected) => isSection(section, expected)))
        yield { messageId: 'unexpected', data: { found: section.title }, at: model.locate(section.block), key: section.key };
    }
  },
});
