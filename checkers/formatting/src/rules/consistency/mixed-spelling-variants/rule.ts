import { defineRule, matchesIn, type Rule } from '@preflag/core';
import type { Block } from '@preflag/readers';
import { proseBlocks } from '../../../facts/prose-blocks.ts';
import { isKnownLanguage, textLanguage } from '@preflag/readers/language';
import { isReference } from '../../../is-reference.ts';
import { isInsideQuotes } from '../../../is-quoted.ts';
import { byVariant } from '../../../minority.ts';
import type { Hit } from '../../../text-hits.ts';
import { SPELLINGS, type SpellingPair } from './word-pairs.ts';

const LANGUAGES = ['en'];
/** So many different words on each side are a mixture; one or two are names and habits. */
const FEWEST = 3;
/** Regions that spell as Britain does. */
const BRITISH = new Set(['GB', 'IE', 'AU', 'NZ', 'ZA', 'IN']);
const WORD = /(?<![\p{L}\p{N}'’_/.@#-])\p{L}{4,30}(?![\p{L}\p{N}_/@-])/gu;
const OTHER = { british: 'american', american: 'british' } as const;

/**
 * Looks at words that Britain and America spell differently. Names (with a capital inside of a sentence), quotations and references are
 * left alone. British texts may write `organize`, which Oxford does: it only counts beside `organise`.
 * Does not catch: words that are not in word-pairs.ts, and those that have another meaning as well (program, check).
 * Known false alarms: a job in Canadian English, which mixes; it is not judged.
 */
export const mixedSpellingVariants: Rule<'document'> = defineRule({
  id: 'formatting/mixed-spelling-variants',
  title: 'British and American spellings are mixed',
  severity: 'minor',
  certainty: 'likely',
  reads: 'document',
  facts: [proseBlocks, textLanguage],
  languages: LANGUAGES,
  why: 'The client’s readers notice that the text was put together from elsewhere.',
  advice: "Write '{{expected}}' in place of '{{found}}'.",
  messages: {
    asked: "'{{found}}' is the {{variant}} spelling, and the job asks for {{language}}",
    mixed: {
      text: "'{{found}}' is the {{variant}} spelling, and {{usualCount}} other words are spelt the {{usual}} way",
      certainty: 'hint',
    },
  },
  *check(context) {
    const { model, deliverable, facts, looked } = context;
    if (!isKnownLanguage(context, LANGUAGES)) return;
    const words = facts(proseBlocks).flatMap((block) => (isReference(block) ? [] : spellingsIn(block)));
    looked({ blocks: facts(proseBlocks).length });
    const sides = byVariant(words, ({ pair }) => pair.is);
    const different = (side: string): number => new Set(sides.get(side)?.map(({ pair }) => pair.british)).size;
    const asked = askedVariant(deliverable?.language);
    const usual = asked ?? (different('british') >= different('american') ? 'british' : 'american');
    const wrong = OTHER[usual];
    if (asked === undefined && Math.min(different('british'), different('american')) < FEWEST) return;
    const usualCount = different(usual);
    const seen = new Set<string>();
    for (const { block, offset, found, pair } of sides.get(wrong) ?? []) {
      if (usual === 'british' && isOxford(pair) && !sides.get('british')?.some((word) => isOxford(word.pair))) continue;
      if (seen.has(pair.british)) continue;
      seen.add(pair.british);
      const data = {
        found,
        expected: pair[usual],
        variant: nameOf(wrong),
        usual: nameOf(usual),
        usualCount,
        language: deliverable?.language ?? '',
      };
      yield { messageId: asked ? 'asked' : 'mixed', data, at: model.locate(block, offset, found.length), group: 'spelling' };
    }
  },
});

type Spelling = Hit & { readonly pair: SpellingPair & { readonly is: keyof SpellingPair } };

function spellingsIn(block: Block): Spelling[] {
  const spellings: Spelling[] = [];
  for (const { 0: found, index: offset } of matchesIn(block.prose, WORD)) {
    const pair = SPELLINGS.get(found.toLowerCase());
    const hit = pair && { block, offset, found, pair };
    if (hit && !isName(hit) && !isInsideQuotes(block.prose, offset)) spellings.push(hit);
  }
  return spellings;
}

/** A capital that no sentence explains. */
function isName({ block, offset, found }: Hit): boolean {
  return /^\p{Lu}/u.test(found) && !/(?:^|[.!?:]\s+|^\W*)$/.test(block.prose.slice(Math.max(0, offset - 3), offset));
}

function isOxford({ british, american }: SpellingPair): boolean {
  return /is(?:e|es|ed|ing|ation|ations|er|ers)$/.test(british) && /iz/.test(american);
}

function askedVariant(language: string | undefined): keyof SpellingPair | undefined {
  const region = /^en[-_]([a-z]{2})$/i.exec(language ?? '')?.[1]?.toUpperCase();
  if (region === 'US') return 'american';
  return region !== undefined && BRITISH.has(region) ? 'british' : undefined;
}

function nameOf(variant: keyof SpellingPair): string {
  return variant === 'british' ? 'British' : 'American';
}
