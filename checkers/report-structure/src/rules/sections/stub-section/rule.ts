import { defineRule, type Rule } from '@preflag/core';
import { outline, type Section } from '../../../facts/outline.ts';
import { headingsUntold } from '@preflag/readers/headings';

const FEWEST = 8;
const USUAL = 80;
const LEAST_SIBLINGS = 3;

/**
 * A section of a few words among long ones of its level.
 * Does not catch: sections of a length that only the brief can call short; the job's `sections.words` says that.
 * Known false alarms: sections that only refer to another one.
 */
export const stubSection: Rule<'document'> = defineRule({
  id: 'report-structure/stub-section',
  title: 'A section holds hardly anything',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  facts: [outline],
  why: 'The section looks as if its text was forgotten.',
  advice: "Write the section '{{found}}', or join it to another one.",
  messages: { stub: "The section '{{found}}' has {{words}} words, and those beside it have {{usual}} and more" },
  *check({ model, facts, looked, notChecked }) {
    const untold = headingsUntold(model);
    if (untold !== undefined) {
      notChecked('format', untold);
      return;
    }
    for (const siblings of levelsOf(facts(outline))) {
      looked({ sections: siblings.length });
      const long = siblings.filter(({ words }) => words.most >= USUAL);
      if (long.length < LEAST_SIBLINGS || long.length < siblings.length * 0.7) continue;
      for (const { block, title, words, hasContent, hasSubsections } of siblings) {
        // What has no words but content is a table, a picture or code.
        if (!hasContent || hasSubsections || words.most === 0 || words.most >= FEWEST) continue;
        yield { messageId: 'stub', data: { found: title, words: words.most, usual: USUAL }, at: model.locate(block) };
      }
    }
  },
});

function levelsOf(sections: readonly Section[]): readonly (readonly Section[])[] {
  return [1, 2].map((level) => sections.filter(({ depth }) => depth === level));
}
