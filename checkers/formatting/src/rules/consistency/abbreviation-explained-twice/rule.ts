import { defineRule, type Rule } from '@preflag/core';
import type { Block } from '@preflag/readers';
import { ownProse } from '../../../facts/own-prose.ts';
import { hitsIn, type Hit } from '../../../text-hits.ts';

/** Two to six capitals in brackets; the words before them are looked at. */
const SHORT = /\(\p{Lu}[\p{Lu}&]{1,5}s?\)/gu;
/** Units before the brackets that hold what they stand for. */
const LONGEST = 200;
/** Small words give no letter: `Bank of England (BE)`. */
const SMALL = new Set([
  'of',
  'the',
  'and',
  'for',
  'in',
  'on',
  'to',
  'a',
  'an',
  'de',
  'la',
  'le',
  'des',
  'du',
  'und',
  'der',
  'die',
  'für',
  '&',
]);
/** Abstracts and tables are read alone, and explain on their own. */
const PROSE = new Set<Block['type']>(['paragraph', 'listItem']);
const ALONE =
  /^(?:[\d.]+\s*)?(?:abstract|(?:executive )?summary|zusammenfassung|abkürzungen|abbreviations|glossary|glossar|acronyms|résumé)\b/iu;

/**
 * Abbreviations that are explained by the same words in two sections. A summary is read alone, and may explain again; so are lists of
 * abbreviations.
 * Does not catch: abbreviations that are never explained, which would be a list of what readers of a field know.
 * Known false alarms: long documents whose chapters are read alone, hence a hint.
 */
export const abbreviationExplainedTwice: Rule<'document'> = defineRule({
  id: 'formatting/abbreviation-explained-twice',
  title: 'An abbreviation is explained twice',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  facts: [ownProse],
  why: 'It shows that the parts were written apart, and that nobody read them in a row.',
  advice: "Explain '{{found}}' where it comes first, and write only the abbreviation from there on.",
  messages: { twice: "'{{found}}' is explained again: '{{words}}'" },
  *check({ model, facts, looked }) {
    const blocks = facts(ownProse).filter(({ type, path }) => PROSE.has(type) && !path.some((title) => ALONE.test(title.trim())));
    looked({ blocks: blocks.length });
    const first = new Map<string, Hit>();
    for (const { block, offset, found } of hitsIn(blocks, SHORT)) {
      const short = found.replace(/^\(|s?\)$/g, '');
      const words = wordsFor(short, block.prose.slice(Math.max(0, offset - LONGEST), offset));
      if (words === undefined) continue;
      const hit = { block, offset: offset + 1, found: short };
      const key = `${short} ${words.toLowerCase()}`;
      const before = first.get(key);
      if (!before) first.set(key, hit);
      else
        yield {
          messageId: 'twice',
          data: { found: short, words },
          at: model.locate(block, hit.offset, short.length),
          related: [{ at: model.locate(before.block, before.offset, short.length), label: 'where it is explained first' }],
          key,
        };
    }
  },
});

/** The words before the brackets whose first letters make the abbreviation, from the last word back. */
function wordsFor(short: string, before: string): string | undefined {
  const words = before.trim().split(/\s+/);
  const wanted = short.replaceAll('&', '');
  let letters = '';
  for (let start = words.length - 1; start >= 0 && letters.length <= wanted.length; start -= 1) {
    const word = words[start] ?? '';
    if (SMALL.has(word.toLowerCase())) continue;
    letters =
      word
        .replace(/^[^\p{L}]+/u, '')
        .charAt(0)
        .toUpperCase() + letters;
    if (letters === wanted) return words.slice(start).join(' ');
  }
  return undefined;
}
