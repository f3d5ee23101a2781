import { defineRule, type Rule } from '@preflag/core';
import { proseBlocks } from '../../../facts/prose-blocks.ts';
import { isQuoted } from '../../../is-quoted.ts';
import { replaceAll } from '../../../safe-fix.ts';
import { findMojibake } from '@preflag/readers/damage';

/**
 * Looks at prose and cells for UTF-8 that was read in the wrong encoding, and for the sign that stands in place of lost characters.
 * Does not catch: other wrong encodings than Windows-1252; texts that were garbled twice are found, and decoded once.
 * Known false alarms: texts about encodings that show the signs without quotation marks.
 */
export const mojibake: Rule<'document'> = defineRule({
  id: 'formatting/mojibake',
  title: 'Characters were read in the wrong encoding',
  severity: 'important',
  certainty: 'certain',
  reads: 'document',
  facts: [proseBlocks],
  why: 'Names and words are misspelt, and cannot be searched.',
  advice: "Put '{{decoded}}' in place of '{{found}}'.",
  messages: {
    garbled: "'{{found}}' stands where '{{decoded}}' was meant",
    lost: {
      text: "A character behind '{{before}}' was lost, and '\uFFFD' stands in its place",
      advice: 'Put the character back that was lost.',
    },
    alone: {
      text: "Behind '{{before}}' stands '\uFFFD', the sign for a character that was lost",
      certainty: 'likely',
      advice: 'Put the character back that was lost.',
    },
  },
  *check({ model, facts, looked }) {
    for (const block of facts(proseBlocks)) {
      looked({ blocks: 1 });
      for (const { offset, found, decoded } of findMojibake(block.prose)) {
        if (isQuoted(block.prose, offset, offset + found.length)) continue;
        yield {
          messageId: 'garbled',
          data: { found, decoded },
          at: model.locate(block, offset, found.length),
          group: found,
          ...replaceAll(model, `put '${decoded}' in place of '${found}'`, [{ hit: { block, offset, found }, to: decoded }]),
        };
      }
      const at = block.prose.indexOf('\uFFFD');
      if (at < 0 || isQuoted(block.prose, at, at + 1)) continue;
      yield {
        // By itself, it may be what the text is about.
        messageId: /[\p{L}\p{N}\uFFFD]/u.test(block.prose.charAt(at - 1) + block.prose.charAt(at + 1)) ? 'lost' : 'alone',
        data: { before: block.prose.slice(Math.max(0, at - 20), at).trimStart() },
        at: model.locate(block, at, 1),
        group: 'lost',
      };
    }
  },
});
