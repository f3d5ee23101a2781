import { defineRule, type Rule } from '@preflag/core';
import type { Block } from '@preflag/readers';
import { isExplained, secondStart } from '../../../facts/second-start.ts';

const LONG = 120;
const SHORT = 80;
const LEAST_COPIES = 3;
const MOST_COPIES = 6;

/**
 * Paragraphs of at least 120 signs that come again, and shorter ones that come three times or more, without regard to case and marks.
 * Does not catch: paragraphs in other words; those that come again because the document starts again (see document-starts-twice).
 * Known false alarms: notes that belong to each of several parts; what comes very often is taken for such a note.
 */
export const repeatedParagraph: Rule<'document'> = defineRule({
  id: 'report-structure/repeated-paragraph',
  title: 'A paragraph is there twice',
  severity: 'important',
  certainty: 'likely',
  reads: 'document',
  facts: [secondStart],
  why: 'The reader reads the same text again and doubts the rest.',
  advice: 'Take one of the two out.',
  messages: {
    twice: "This paragraph stands word for word in '{{where}}' already",
    often: { text: 'This paragraph stands {{count}} times in the document', certainty: 'hint' },
  },
  *check({ model, facts, looked }) {
    const start = facts(secondStart);
    const seen = new Map<string, Block[]>();
    for (const block of model.blocks) {
      if (block.quoted || (block.type !== 'paragraph' && block.type !== 'listItem')) continue;
      looked({ paragraphs: 1 });
      const key =
        block.prose.length < SHORT
          ? ''
          : block.text
              .toLowerCase()
              .replace(/[^\p{L}\p{N}]+/gu, ' ')
              .trim();
      if (key.length < SHORT || (block.type === 'listItem' && key.length < LONG) || !/\p{L}{3}/u.test(block.prose)) continue;
      const copies = seen.get(key);
      if (copies) copies.push(block);
      else seen.set(key, [block]);
    }
    for (const [key, [first, second, ...more]] of seen) {
      if (!first || !second) continue;
      const count = 2 + more.length;
      const isOften = count > MOST_COPIES;
      if ((key.length < LONG && count < LEAST_COPIES) || isExplained(start, first.index, second.index)) continue;
      for (const block of isOften ? [second] : [second, ...more]) {
        yield {
          messageId: isOften || key.length < LONG || block.type === 'listItem' ? 'often' : 'twice',
          data: { where: first.path.at(-1) ?? 'the beginning', count },
          at: model.locate(block),
          related: [{ at: model.locate(first), label: 'the first one' }],
          group: key.slice(0, LONG),
        };
      }
    }
  },
});
