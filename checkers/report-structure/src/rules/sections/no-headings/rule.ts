import { defineRule, type Rule } from '@preflag/core';
import { addCounts, countWords } from '@preflag/readers/words';
import { outline } from '../../../facts/outline.ts';

const LONG = 1200;
/** Letters and articles: paragraphs. Lists and tables have a structure of their own. */
const LEAST_PARAGRAPHS = 8;

/**
 * A long text without any heading, neither real nor as a bold line.
 * Does not catch: long sections without subheadings. Plain text has no headings; a pdf has them only where it is tagged.
 * Known false alarms: essays and letters.
 */
export const noHeadings: Rule<'document'> = defineRule({
  id: 'report-structure/no-headings',
  title: 'A long text has no headings',
  severity: 'minor',
  certainty: 'likely',
  reads: 'document',
  facts: [outline],
  why: 'The reader finds nothing again in a text without headings.',
  advice: 'Give the text headings, one for each of its parts.',
  messages: { none: 'The text has {{words}} words and no heading' },
  *check({ model, facts, looked, notChecked }) {
    if (model.format === 'text' || (model.format === 'pdf' && !model.parts.pdf?.isTagged)) {
      notChecked('format', 'The format does not tell headings from other text.');
      return;
    }
    const paragraphs = model.blocks.filter(({ type, quoted }) => type === 'paragraph' && !quoted);
    looked({ paragraphs: paragraphs.length });
    if (facts(outline).length > 0 || paragraphs.length < LEAST_PARAGRAPHS) return;
    const words = addCounts(paragraphs.map(({ text }) => countWords(text))).fewest;
    if (words >= LONG) yield { messageId: 'none', data: { words }, at: { kind: 'file' } };
  },
});
