import { defineRule, type Rule } from '@preflag/core';
import { headings } from '../../../facts/headings.ts';
import { tellsHeadings } from '../../../tells-headings.ts';

const END = /(?<![.。…])(?<it>[.:;,，。；：、])\s*$/du;
/** A full stop that belongs to the word. */
const ABBREVIATION = /\b(?:etc|Inc|Ltd|Corp|Co|No|vs|al|Jr|Sr|St|e\.g|i\.e|[A-Z](?:\.[A-Z])*|usw|bzw|z\.B|u\.a|\d+)\.\s*$/u;

/**
 * Looks at the last sign of headings; question and exclamation marks are fine.
 * Does not catch: headings in bold (see fake-heading). Known false alarms: headings that are whole sentences on purpose: where most end so,
 * none is reported.
 */
export const headingEndsInPunctuation: Rule<'document'> = defineRule({
  id: 'formatting/heading-ends-in-punctuation',
  title: 'A heading ends in a punctuation mark',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  facts: [headings],
  why: 'Tables of contents and reading aloud show the mark, and other headings have none.',
  advice: "Take the '{{mark}}' at the end of the heading out.",
  messages: { mark: "The heading '{{heading}}' ends in '{{mark}}'" },
  *check(context) {
    const { model, facts, looked } = context;
    if (!tellsHeadings(context)) return;
    const all = facts(headings);
    looked({ headings: all.length, blocks: model.blocks.length });
    const found = all.flatMap((block) => {
      const match = ABBREVIATION.test(block.prose) ? null : END.exec(block.prose);
      return match?.groups?.['it'] === undefined ? [] : [{ block, mark: match.groups['it'], offset: match.index }];
    });
    if (all.length >= 3 && found.length * 2 > all.length) return;
    for (const { block, mark, offset } of found)
      yield { messageId: 'mark', data: { heading: block.text.trim(), mark }, at: model.locate(block, offset, mark.length), group: mark };
  },
});
