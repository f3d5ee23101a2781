import { defineRule, type Rule, type SectionExpectation } from '@preflag/core';
import { outline } from '../../../facts/outline.ts';
import { sectionOf } from '../../../find-section.ts';
import { headingsUntold } from '@preflag/readers/headings';

interface Asked {
  readonly sections: readonly SectionExpectation[];
}

/**
 * Compares the order of the sections that the job names, where it asks for an order.
 * Does not catch: sections that are missing (report-structure/section-missing) and others between them (report-structure/unexpected-section).
 * Known false alarms: none; the job gives the order.
 */
export const sectionOrder: Rule<'document', unknown, Asked> = defineRule({
  id: 'report-structure/section-order',
  title: 'Sections stand in another order than was asked for',
  severity: 'important',
  certainty: 'certain',
  reads: 'document',
  facts: [outline],
  demands: ['order'],
  why: 'The client asked for an order, and looks for the sections there.',
  advice: "Put '{{found}}' behind '{{expected}}'.",
  messages: { order: "'{{found}}' comes before '{{expected}}', and was asked for behind it" },
  asks: ({ sections, order }) => (order !== 'any' && sections && sections.length > 1 ? { sections } : undefined),
  *check({ model, facts, asked, looked, notChecked }) {
    const untold = headingsUntold(model);
    if (untold !== undefined) notChecked('format', untold);
    const sections = facts(outline);
    const found = asked.sections.flatMap((expected) => sectionOf(sections, expected) ?? []);
    looked({ sections: found.length });
    let last = found[0];
    for (const section of found.slice(1)) {
      if (last && section.block.index < last.block.index) {
        yield {
          messageId: 'order',
          data: { found: section.title, expected: last.title },
          at: model.locate(section.block),
          related: [{ at: model.locate(last.block), label: 'the section that was to stand before' }],
          key: section.key,
        };
      } else last = section;
    }
  },
});
