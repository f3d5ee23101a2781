import { defineRule, type Rule } from '@preflag/core';
import { partOf, placeOf } from '../../../part-of.ts';

/** So many gaps, or one of so many lines, are a way of making room. */
const [GAPS, LINES] = [3, 5];

/**
 * Looks at runs of paragraphs without text, and reports once per document.
 * Does not catch: single empty paragraphs. Known false alarms: title pages and forms for signatures; so it only hints.
 */
export const emptyParagraphsAsSpacing: Rule<'document'> = defineRule({
  id: 'formatting/empty-paragraphs-as-spacing',
  title: 'Empty paragraphs make room',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  why: 'The gaps move with each change of the text, and stand at the top of a page in the end.',
  advice: 'Delete the empty paragraphs, and set the space before and after paragraphs, or a page break.',
  messages: { many: 'Empty paragraphs make room: {{lines}} of them, in {{places}}' },
  *check(context) {
    const { model, looked } = context;
    const runs = partOf(context, 'emptyParagraphs', 'which paragraphs are empty');
    if (!runs) return;
    looked({ blocks: model.blocks.length });
    const longest = runs.toSorted((a, b) => b.count - a.count)[0];
    if (!longest || (runs.length < GAPS && longest.count < LINES)) return;
    const lines = runs.reduce((sum, { count }) => sum + count, 0);
    yield {
      messageId: 'many',
      data: { lines, places: runs.length === 1 ? 'one place' : `${runs.length} places` },
      at: placeOf(model, Math.max(0, longest.after)),
      key: 'empty paragraphs',
    };
  },
});
