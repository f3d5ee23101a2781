import { defineRule, type Rule } from '@preflag/core';
import { countWords } from '@preflag/readers/words';
import { headings } from '../../../facts/headings.ts';
import { tellsHeadings } from '../../../tells-headings.ts';

interface Options {
  readonly words: number;
}

/**
 * Looks at headings below the title. Does not catch: long headings in bold. Known false alarms: questions that are headings.
 */
export const headingTooLong: Rule<'document', Options> = defineRule({
  id: 'formatting/heading-too-long',
  title: 'A heading is as long as a paragraph',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  facts: [headings],
  why: 'It says too much to be found in a table of contents, and may be a paragraph that was marked by mistake.',
  advice: 'Say the matter in a few words, and the rest in a paragraph below.',
  options: {
    type: 'object',
    properties: { words: { type: 'integer', minimum: 1, default: 25 } },
    additionalProperties: false,
  },
  messages: { long: 'The heading has {{words}} words' },
  *check(context) {
    const { model, options, facts, looked } = context;
    if (!tellsHeadings(context)) return;
    looked({ blocks: model.blocks.length });
    for (const block of facts(headings)) {
      const words = countWords(block.text).fewest;
      if (block.depth > 1 && words > options.words) yield { messageId: 'long', data: { words }, at: model.locate(block) };
    }
  },
});
