import { defineRule, type Rule } from '@preflag/core';
import { outline, type Section } from '../../../facts/outline.ts';
import { isExplained, secondStart } from '../../../facts/second-start.ts';
import { headingsUntold } from '@preflag/readers/headings';

/** Lists of like things have the same headings many times. */
const MOST_COPIES = 3;

/**
 * Two sections with the same title under the same heading, each with content.
 * Does not catch: the same section under another title; report-structure/repeated-paragraph finds its text. What comes again because the
 * document starts again is told by document-starts-twice, and a slide that goes on with the title of the one before is none.
 * Known false alarms: lists of like things (`Example`) that stand side by side; more than three of a title are taken for such.
 */
export const duplicateSection: Rule<'document'> = defineRule({
  id: 'report-structure/duplicate-section',
  title: 'A section stands there twice',
  severity: 'important',
  certainty: 'likely',
  reads: 'document',
  facts: [outline, secondStart],
  why: 'The reader cannot tell which of the two counts.',
  advice: "Join the two sections '{{found}}', or take one out.",
  messages: {
    twice: "The section '{{found}}' stands there twice",
  },
  *check({ model, facts, looked, notChecked }) {
    const untold = headingsUntold(model);
    if (untold !== undefined) {
      notChecked('format', untold);
      return;
    }
    const sections = facts(outline).filter(
      ({ depth, key, hasContent, hasSubsections }) => depth < 7 && key !== '' && (hasContent || hasSubsections),
    );
    looked({ sections: sections.length });
    const again = facts(secondStart);
    const seen = new Map<string, Section[]>();
    for (const section of sections) {
      const key = [section.depth, ...section.block.path, section.number, section.key].join('\n');
      seen.set(key, [...(seen.get(key) ?? []).slice(0, MOST_COPIES), section]);
    }
    for (const [first, second, ...more] of seen.values()) {
      if (!first || !second || more.length > MOST_COPIES - 2) continue;
      if (isExplained(again, first.block.index, second.block.index) || (model.format === 'pptx' && follows(sections, first, second)))
        continue;
      yield {
        messageId: 'twice',
        data: { found: second.title },
        at: model.locate(second.block),
        related: [{ at: model.locate(first.block), label: 'the first one' }],
      };
    }
  },
});

function follows(sections: readonly Section[], first: Section, second: Section): boolean {
  return sections.indexOf(second) === sections.indexOf(first) + 1;
}
