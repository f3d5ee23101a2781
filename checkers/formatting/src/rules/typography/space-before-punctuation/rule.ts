import { defineRule, type Rule } from '@preflag/core';
import { ownProse } from '../../../facts/own-prose.ts';
import { documentLanguage, textLanguage } from '@preflag/readers/language';
import { replaceAll } from '../../../safe-fix.ts';
import { hitsInBlock } from '../../../text-hits.ts';

/** Behind a word, and before white space or the end: `.NET`, ` ...` and ` .5` are none. */
const COMMA_OR_STOP = /(?<=[\p{L}\p{N})\]”’])(?<it>[ \u00A0]+[,.])(?=\s|$)(?!\s\.)/dgu;
const OTHERS = /(?<=[\p{L}\p{N})\]”’])(?<it>[ \u00A0]+[;:!?])(?=\s|$)/dgu;

/**
 * Looks at prose. French has a space before `; : ! ?`, where only commas and full stops count.
 * Does not catch: spaces behind opening brackets. Known false alarms: `Name : value` in lists, which is only a hint.
 */
export const spaceBeforePunctuation: Rule<'document'> = defineRule({
  id: 'formatting/space-before-punctuation',
  title: 'A space stands before a punctuation mark',
  severity: 'minor',
  certainty: 'likely',
  reads: 'document',
  facts: [ownProse, textLanguage],
  why: 'The mark may begin the next line, and the text looks as if a piece was cut out.',
  advice: "Take the space before '{{mark}}' out.",
  messages: {
    stop: "A space stands before '{{mark}}'",
    other: { text: "A space stands before '{{mark}}'", certainty: 'hint' },
  },
  *check(context) {
    const { model, facts, looked } = context;
    const isFrench = documentLanguage(context) === 'fr';
    for (const block of facts(ownProse)) {
      looked({ blocks: 1 });
      if (!/[ \u00A0][,.;:!?]/.test(block.prose)) continue;
      const hits = [
        ...hitsInBlock(block, COMMA_OR_STOP).map((hit) => ({ hit, messageId: 'stop' })),
        ...(isFrench ? [] : hitsInBlock(block, OTHERS).map((hit) => ({ hit, messageId: 'other' }))),
      ];
      for (const { hit, messageId } of hits) {
        const mark = hit.found.trim();
        yield {
          messageId,
          data: { mark },
          at: model.locate(block, hit.offset, hit.found.length),
          group: `space before ${mark}`,
          ...replaceAll(model, `take the space before '${mark}' out`, [{ hit, to: mark }]),
        };
      }
    }
  },
});
