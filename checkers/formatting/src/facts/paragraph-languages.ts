import { defineFact, type Fact } from '@preflag/core';
import type { Block } from '@preflag/readers';
import { languageScores } from '@preflag/readers/language';
import { isReference } from '../is-reference.ts';
import { proseBlocks } from './prose-blocks.ts';

/** A paragraph with how well it fits the languages that can be told, 1 for the best; see languageScores. */
export interface ParagraphLanguage {
  readonly block: Block;
  readonly scores: ReadonlyMap<string, number>;
}

/** Letters, of which ideographs count threefold: shorter texts are told wrong too often. */
const SHORTEST = 80;
/** So many paragraphs, from the beginning, middle and end, tell the language of a document. */
const MOST = 400;

/** The languages of paragraphs and items that are long enough to tell. */
export const paragraphLanguages: Fact<'document', readonly ParagraphLanguage[]> = defineFact({
  id: 'formatting/paragraph-languages',
  reads: 'document',
  uses: [proseBlocks],
  async compute(_, facts) {
    const long = facts(proseBlocks).filter(
      (block) => block.type !== 'header' && block.type !== 'footer' && isLong(block) && !isReference(block),
    );
    const step = Math.ceil(long.length / MOST);
    const chosen = long.filter((_, at) => at % step === 0);
    const scores = await languageScores(chosen.map(({ prose }) => prose.replaceAll('\uFFFC', ' ')));
    return chosen.flatMap((block, at) => (scores[at]?.size ? [{ block, scores: scores[at] }] : []));
  },
});

function isLong({ prose }: Block): boolean {
  let count = 0;
  for (const [letters] of prose.matchAll(/\p{L}+/gu)) {
    const ideographs = letters.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
    count += letters.length + 2 * ideographs;
    if (count >= SHORTEST) return true;
  }
  return false;
}
