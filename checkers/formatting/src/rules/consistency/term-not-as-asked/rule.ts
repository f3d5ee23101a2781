import { defineRule, type Deliverable, type Rule } from '@preflag/core';
import { proseBlocks } from '../../../facts/prose-blocks.ts';
import { distinctHits } from '../../../text-hits.ts';

/**
 * Looks at the words that the job bans, and at those that it wants to be written in another way. Addresses, code and block quotes are left
 * alone; capitals count only for terms to use.
 * Does not catch: other forms of a word than the job lists. Known false alarms: terms in titles that are quoted.
 */
export const termNotAsAsked: Rule<'document', unknown, NonNullable<Deliverable['terms']>> = defineRule({
  id: 'formatting/term-not-as-asked',
  title: 'A term is not used as the job asks',
  severity: 'important',
  certainty: 'certain',
  reads: 'document',
  facts: [proseBlocks],
  demands: ['terms'],
  why: 'The client has settled how its words are used, and must correct the text by hand.',
  advice: 'Follow the list of terms in the job.',
  messages: {
    use: { text: "'{{found}}' is to be written '{{expected}}'", advice: "Write '{{expected}}' in place of '{{found}}'." },
    banned: { text: "The job bans '{{found}}'", advice: "Find another word for '{{found}}'." },
  },
  asks: ({ terms }) => terms,
  *check({ model, asked, facts, looked }) {
    const blocks = facts(proseBlocks);
    looked({ blocks: blocks.length, terms: Object.keys(asked.use).length + asked.banned.length });
    const wanted = Object.entries(asked.use).flatMap(([expected, others]) =>
      others.map((other) => ({ expected, pattern: wordPattern(other, 'gu') })),
    );
    for (const { expected, pattern } of wanted) {
      const right = wordPattern(expected, 'gu');
      // `Acme` inside of `Acme Ltd`, where the longer one is right.
      for (const { block, offset, found } of distinctHits(blocks, [right, pattern])) {
        if (found === expected) continue;
        yield { messageId: 'use', data: { found, expected }, at: model.locate(block, offset, found.length), group: expected };
      }
    }
    for (const { block, offset, found } of distinctHits(
      blocks,
      asked.banned.map((word) => wordPattern(word, 'giu')),
    ))
      yield { messageId: 'banned', data: { found }, at: model.locate(block, offset, found.length), group: found.toLowerCase() };
  },
});

/** The term as a word of its own, where it begins and ends with letters; scripts without spaces have no such words. */
function wordPattern(term: string, flags: string): RegExp {
  const words = term
    .trim()
    .split(/\s+/)
    .map((word) => RegExp.escape(word));
  const isSpaced = (letter: string): boolean =>
    /[\p{L}\p{N}]/u.test(letter) && !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(letter);
  const before = isSpaced(term.trim().charAt(0)) ? '(?<![\\p{L}\\p{N}_])' : '';
  const behind = isSpaced(term.trim().slice(-1)) ? '(?![\\p{L}\\p{N}_])' : '';
  return new RegExp(`${before}${words.join('\\s+')}${behind}`, flags);
}
