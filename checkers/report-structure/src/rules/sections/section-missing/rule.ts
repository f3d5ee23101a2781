import { defineRule, type Rule, type SectionExpectation } from '@preflag/core';
import { headingsUntold } from '@preflag/readers/headings';
import { outline } from '../../../facts/outline.ts';
import { bestOf, isSection } from '../../../find-section.ts';
import { nearestTitle } from './nearest-title.ts';

/** Tools count words differently: this much beyond a range is forgiven. */
const TOLERANCE = 0.02;

/**
 * Titles match without regard to number, case, punctuation and level; `Findings: rising rents` is a Findings section too.
 * Does not catch: a section that has the title and is about something else.
 * Known false alarms: a section under a title that is neither asked for nor an alias; add the alias to the job.
 */
export const sectionMissing: Rule<'document', unknown, readonly SectionExpectation[]> = defineRule({
  id: 'report-structure/section-missing',
  title: 'A section that was asked for is missing or empty',
  severity: 'important',
  certainty: 'certain',
  reads: 'document',
  facts: [outline],
  demands: ['sections', 'sections.words'],
  why: 'The client named the sections that the report must have, and looks for them by their titles.',
  advice: "Add the section '{{expected}}' with its content.",
  messages: {
    missing: "The section '{{expected}}' is missing",
    near: {
      text: "There is no section '{{expected}}'; '{{found}}' may be the one",
      certainty: 'likely',
      severity: 'minor',
      advice: "Name the section '{{expected}}', as it was asked for.",
    },
    empty: { text: "The section '{{found}}' has no content", advice: "Write the content of the section '{{found}}'." },
    short: { text: "The section '{{title}}' has {{count}}, and {{range}} were asked for", advice: 'Bring the section to {{range}} words.' },
    long: { text: "The section '{{title}}' has {{count}}, and {{range}} were asked for", advice: 'Bring the section to {{range}} words.' },
  },
  asks: ({ sections }) => (sections && sections.length > 0 ? sections : undefined),
  *check({ model, facts, asked, looked, notChecked }) {
    const sections = facts(outline);
    const untold = headingsUntold(model);
    const used = new Set(asked.flatMap((expected) => sections.filter((section) => isSection(section, expected))));
    for (const expected of asked) {
      looked({ sections: 1 });
      const { title, required } = expected;
      const section = bestOf(sections.filter((one) => isSection(one, expected)));
      if (!section) {
        if (!required) continue;
        if (untold !== undefined) {
          notChecked('format', `${untold} So the section '${title}' could not be looked for.`);
          continue;
        }
        const near = nearestTitle(
          expected,
          sections.filter((one) => !used.has(one) && one.hasContent),
        );
        yield near
          ? { messageId: 'near', data: { expected: title, found: near.title }, at: model.locate(near.block), key: title }
          : { messageId: 'missing', data: { expected: title }, at: { kind: 'file' }, key: title };
        continue;
      }
      const at = model.locate(section.block);
      if (!section.hasContent && !section.hasSubsections) yield { messageId: 'empty', data: { found: section.title }, at, key: title };
      else if (expected.words) {
        const { min = 0, max = Infinity } = expected.words;
        const range = max === Infinity ? `at least ${min}` : min === 0 ? `at most ${max}` : `${min} to ${max}`;
        const { fewest, most } = section.words;
        const data = { title: section.title, range };
        if (most < min * (1 - TOLERANCE)) yield { messageId: 'short', data: { ...data, count: wordsText(most) }, at, key: title };
        if (fewest > max * (1 + TOLERANCE)) yield { messageId: 'long', data: { ...data, count: wordsText(fewest) }, at, key: title };
      }
    }
  },
});

function wordsText(count: number): string {
  return `${count} ${count === 1 ? 'word' : 'words'}`;
}
