import { defineRule, type Rule, type SectionExpectation } from '@preflag/core';
import { foldText } from '@preflag/readers/sheets';
import { outline } from '../../../facts/outline.ts';
import { sectionOf } from '../../../find-section.ts';
import { headingsUntold } from '@preflag/readers/headings';

const SMALL = 4;
const LEAST_SHARE = 0.5;
const QUESTION_WORDS = new Set([
  'what',
  'which',
  'when',
  'where',
  'does',
  'have',
  'been',
  'that',
  'this',
  'with',
  'from',
  'will',
  'would',
  'should',
  'could',
  'they',
  'there',
  'their',
  'most',
  'were',
  'welche',
  'welcher',
  'welches',
  'warum',
  'wann',
  'sind',
  'wird',
  'werden',
  'wurde',
  'haben',
  'kann',
  'eine',
  'einen',
  'sich',
]);

/**
 * Looks for the words of the job's questions in the section that is to answer them. Whether they are an answer is for a person: a
 * report that has the words is not checked, and never passed.
 * Does not catch: a section that has the words and no answer.
 * Known false alarms: answers in other words, hence a hint.
 */
export const questionNotAnswered: Rule<'document', unknown, readonly SectionExpectation[]> = defineRule({
  id: 'report-structure/question-not-answered',
  title: 'A question of the job seems not to be answered',
  severity: 'important',
  certainty: 'hint',
  reads: 'document',
  facts: [outline],
  demands: ['sections.questions'],
  why: 'The client asked this question, and pays for its answer.',
  advice: "Read the section '{{section}}' for an answer, and write one if there is none.",
  messages: { words: "The section '{{section}}' has hardly a word of the question '{{question}}'" },
  asks: ({ sections }) => (sections?.some(({ questions }) => questions.length > 0) ? sections : undefined),
  *check({ model, facts, asked, looked, notChecked }) {
    const untold = headingsUntold(model);
    if (untold !== undefined) notChecked('format', untold);
    const sections = facts(outline);
    const open: string[] = [];
    for (const expected of asked) {
      const section = expected.questions.length > 0 ? sectionOf(sections, expected) : undefined;
      if (!section) continue;
      const next = sections.find(({ block, depth }) => block.index > section.block.index && depth <= section.depth);
      const text = foldText(
        model.blocks
          .slice(section.block.index, next?.block.index)
          .map((block) => block.text)
          .join(' '),
      );
      for (const question of expected.questions) {
        looked({ questions: 1 });
        const words = [...new Set(foldText(question).match(/[\p{L}\d]+/gu) ?? [])].filter(
          (word) => word.length >= SMALL && !QUESTION_WORDS.has(word),
        );
        const there = words.filter((word) => text.includes(word.slice(0, Math.max(SMALL, word.length - 3))));
        if (words.length > 0 && there.length < words.length * LEAST_SHARE)
          yield { messageId: 'words', data: { section: section.title, question }, at: model.locate(section.block), key: question };
        else open.push(question);
      }
    }
    const [first, ...others] = open;
    const more = others.length === 0 ? '' : `, and ${others.length === 1 ? 'one more question' : `${others.length} more questions`}`;
    if (first !== undefined) notChecked('needs-person', `whether the report answers '${first}'${more}, which no rule judges`);
  },
});
