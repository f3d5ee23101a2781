import { defineRule, type Rule } from '@preflag/core';
import { citations } from '../../../facts/citations.ts';
import { byVariant, minorities } from '../../../minority.ts';
import { CITATION_STYLES } from './citation-styles.ts';

/**
 * Looks at how sources are named in the text, not at the list of references: for the shape of its entries see report-structure.
 * Without a job, pages in place of years do not count.
 * Does not catch: `Smith (2020) says`, which fits all of them; notes. Known false alarms: numbers in brackets that are no citations.
 */
export const mixedCitationStyles: Rule<'document'> = defineRule({
  id: 'formatting/mixed-citation-styles',
  title: 'Sources are named in several ways, or not as asked',
  severity: 'important',
  certainty: 'likely',
  reads: 'document',
  facts: [citations],
  demands: ['style'],
  why: 'A reader cannot find the source in the list, and the text looks put together from several.',
  advice: 'Name all sources in the same way, such as {{usual}}.',
  messages: {
    asked: "'{{found}}' is not how the job asks to name sources: {{usual}}",
    mixed: '{{count}} sources are named like {{other}}, and {{usualCount}} like {{usual}}',
  },
  *check({ model, deliverable, facts, looked }) {
    const all = facts(citations);
    looked({ citations: all.length, blocks: model.blocks.length });
    const asked = deliverable?.style?.citation;
    if (asked !== undefined) {
      const [style, usual] = CITATION_STYLES[asked];
      for (const citation of all) {
        const { block, offset, found } = citation;
        if (citation.style !== style)
          yield {
            messageId: 'asked',
            data: { found: found.trim(), usual },
            at: model.locate(block, offset, found.length),
            group: 'citations',
          };
      }
      return;
    }
    const variants = byVariant(all, ({ style }) => (style === 'author page' ? undefined : style));
    for (const { hits, usual, other, usualCount } of minorities(variants)) {
      const [{ block, offset, found }] = hits;
      const data = { count: hits.length, other: found.trim(), usual: variants.get(usual)?.[0]?.found.trim() ?? usual, usualCount };
      yield { messageId: 'mixed', data, at: model.locate(block, offset, found.length), key: other };
    }
  },
});
