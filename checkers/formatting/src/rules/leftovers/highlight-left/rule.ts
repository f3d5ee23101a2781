import { defineRule, type Rule } from '@preflag/core';
import { partOf, placeOf } from '../../../part-of.ts';

/** More of it is a way of marking that the writer chose. */
const MOST = 0.2;

/**
 * Looks at text with the colour of a marker behind it. Where a fifth of the text is marked, the marks belong to the document.
 * Does not catch: coloured letters and shading. Known false alarms: terms that are marked for the reader; so it only hints.
 */
export const highlightLeft: Rule<'document'> = defineRule({
  id: 'formatting/highlight-left',
  title: 'Highlighted text was left in the document',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  inherits: false,
  why: 'The writers marked what was still to be done, and the client sees the marks.',
  advice: 'See what the mark is for, and take it out.',
  messages: { marked: "'{{text}}' is highlighted" },
  *check(context) {
    const { model, looked } = context;
    const highlights = partOf(context, 'highlights', 'what is highlighted');
    if (!highlights) return;
    looked({ blocks: model.blocks.length, highlights: highlights.length });
    const all = model.blocks.reduce((sum, { text }) => sum + text.length, 0);
    if (highlights.reduce((sum, { length }) => sum + length, 0) > all * MOST) return;
    for (const { block, offset, length } of highlights) {
      const text = model.blocks[block]?.text.slice(offset, offset + length).trim() ?? '';
      if (text !== '') yield { messageId: 'marked', data: { text }, at: placeOf(model, block, offset, length), group: 'highlight' };
    }
  },
});
