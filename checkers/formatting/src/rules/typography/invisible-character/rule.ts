import { defineRule, type Rule } from '@preflag/core';
import { proseBlocks } from '../../../facts/prose-blocks.ts';
import { replaceAll } from '../../../safe-fix.ts';
import { hitsInBlock } from '../../../text-hits.ts';
import { ANY_INVISIBLE, INVISIBLE } from '@preflag/readers/damage';

/**
 * Looks at prose and cells, and reports each kind once per block. Joiners are allowed where letters or pictures join, zero-width spaces
 * where words are not parted by spaces, and marks of direction beside Hebrew and Arabic.
 * Does not catch: invisible characters in code. Known false alarms: soft hyphens that were set with care, which are hints.
 */
export const invisibleCharacter: Rule<'document'> = defineRule({
  id: 'formatting/invisible-character',
  title: 'The text holds characters that nobody sees',
  severity: 'minor',
  certainty: 'certain',
  reads: 'document',
  facts: [proseBlocks],
  why: 'Searching, copying and comparing fail on words that look right.',
  advice: 'Take the {{kind}} out.',
  messages: {
    control: "A {{kind}} ({{code}}) stands in the text, behind '{{before}}'",
    tag: { text: "{{count}} {{kind}}s stand in the text, behind '{{before}}': a program reads them, and people do not" },
    hidden: { text: "A {{kind}} ({{code}}) stands in the text, behind '{{before}}'", certainty: 'likely' },
    soft: { text: "A {{kind}} ({{code}}) stands in the text, behind '{{before}}'", certainty: 'hint' },
  },
  *check({ model, facts, looked, notChecked }) {
    if (model.format === 'pdf') {
      notChecked('format', 'A pdf draws its text: characters that show nothing are not read from it.');
      return;
    }
    for (const block of facts(proseBlocks)) {
      looked({ blocks: 1 });
      if (!ANY_INVISIBLE.test(block.prose)) continue;
      for (const { kind, messageId, pattern, allowedWith } of INVISIBLE) {
        const hits = allowedWith?.test(block.prose) ? [] : hitsInBlock(block, pattern);
        const [first] = hits;
        if (!first) continue;
        const data = {
          kind,
          code: codeOf(first.found),
          count: Array.from(first.found).length,
          before: wordBefore(block.prose, first.offset),
        };
        const fixes =
          messageId === 'soft'
            ? {}
            : replaceAll(
                model,
                `take the ${kind} out`,
                hits.map((hit) => ({ hit, to: '' })),
              );
        yield { messageId, data, at: model.locate(block, first.offset, first.found.length), group: kind, ...fixes };
      }
    }
  },
});

/** `U+200B`. */
function codeOf(found: string): string {
  return `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function wordBefore(text: string, at: number): string {
  return /[^\s\uFFFC]*$/.exec(text.slice(Math.max(0, at - 20), at))?.[0] ?? '';
}
