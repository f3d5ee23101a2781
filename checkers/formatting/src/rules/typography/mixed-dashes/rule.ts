import { defineRule, type Rule } from '@preflag/core';
import type { Block } from '@preflag/readers';
import { ownProse } from '../../../facts/own-prose.ts';
import { byVariant, minorities } from '../../../minority.ts';
import { hitsIn } from '../../../text-hits.ts';

/** A dash between two words of a sentence, with its spaces. */
const DASH = /(?<=[\p{L}\p{N},”’)] ?)(?: (?:—|–|-|--|---) |—|(?<=\p{Ll})(?:--|---)(?=\p{Ll})|(?<=\p{Ll})–(?=\p{Ll}))(?=[\p{L}\p{N}“‘(])/gu;
const NAMES: Readonly<Record<string, string>> = {
  '—': 'em dashes',
  '–': 'en dashes',
  '-': 'hyphens',
  '--': 'double hyphens',
  '---': 'triple hyphens',
};
const SENTENCES = new Set<Block['type']>(['paragraph', 'footnote']);

/**
 * Looks at dashes between the words of paragraphs; lists and tables use them to part a name from a text.
 * Does not catch: ranges of numbers. Known false alarms: titles of works that have dashes of their own.
 */
export const mixedDashes: Rule<'document'> = defineRule({
  id: 'formatting/mixed-dashes',
  title: 'Dashes are written in several ways',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  facts: [ownProse],
  why: 'The mixture shows which parts were pasted from elsewhere.',
  advice: 'Write all dashes as {{usual}}.',
  messages: { mixed: '{{count}} dashes are {{other}}, and {{usualCount}} are {{usual}}' },
  *check({ model, facts, looked }) {
    const blocks = facts(ownProse).filter(({ type }) => SENTENCES.has(type));
    looked({ blocks: blocks.length });
    const variants = byVariant(hitsIn(blocks, DASH), ({ found }) => nameOf(found));
    for (const { hits, ...minority } of minorities(variants, { least: 3 })) {
      const [{ block, offset, found }] = hits;
      yield {
        messageId: 'mixed',
        data: { ...minority, count: hits.length },
        at: model.locate(block, offset, found.length),
        key: minority.other,
      };
    }
  },
});

/** `em dashes between spaces`. */
function nameOf(found: string): string | undefined {
  const name = NAMES[found.trim()];
  return name && (found.startsWith(' ') ? `${name} between spaces` : `${name} without spaces`);
}
