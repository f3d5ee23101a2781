import { defineFact, type Fact } from '@preflag/core';
import { isReference } from '../is-reference.ts';
import { hitsInBlock, type Hit } from '../text-hits.ts';
import { proseBlocks } from './prose-blocks.ts';

/** How a source is named in the text: `[1]`, `(Smith, 2020)`, `(Smith 2020, 45)`, `(Smith 45)`. */
export interface Citation extends Hit {
  readonly style: 'numbers in brackets' | 'author, year' | 'author year' | 'author page';
}

const NAME = "\\p{Lu}[\\p{L}'’-]+(?:(?:,? (?:and|&|und|et|y) |, )\\p{Lu}[\\p{L}'’-]+)*(?: et al\\.?)?";
const NUMBERS =
  /(?<![\p{L}\p{N}\])!])\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\](?![([:])|(?<=[\p{L}\p{N}.,;:)”"'’。，、；！？])\s?\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\](?![([:])/gu;
const AUTHOR_COMMA_YEAR = new RegExp(
  `\\((?:(?:see|cf\\.|e\\.g\\.,?) )?${NAME}, (?:1[6-9]|20)\\d\\d[a-z]?(?:, pp?\\. ?[\\d–-]+)?(?:; ${NAME}, (?:1[6-9]|20)\\d\\d[a-z]?)*\\)`,
  'gu',
);
const AUTHOR_YEAR = new RegExp(
  `\\((?:(?:see|cf\\.|e\\.g\\.,?) )?${NAME} (?:1[6-9]|20)\\d\\d[a-z]?(?:, [\\d–-]+)?(?:; ${NAME} (?:1[6-9]|20)\\d\\d[a-z]?(?:, [\\d–-]+)?)*\\)`,
  'gu',
);
const AUTHOR_PAGE = new RegExp(`\\(${NAME} \\d{1,3}(?:[–-]\\d{1,3})?\\)`, 'gu');

/** Months and the like, which stand before a year or a day and wrote nothing. */
const NO_AUTHOR =
  /^\((?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter|Figure|Fig|Table|Section|Chapter|Page|Part|Appendix|Version|Step|Level|Note|Q[1-4]|Phase|Day|Week|Year|Class|Type|Grade|Tier|Stage|Article|Rule|Title|Act|Equation|Line|Row|Column|Item|Room|Model|Windows|Python|Rust|Office|Since|Until|In|Before|After|About|Over|Under)\b/u;

/** The citations in the running text, outside of the list of references. */
export const citations: Fact<'document', readonly Citation[]> = defineFact({
  id: 'formatting/citations',
  reads: 'document',
  uses: [proseBlocks],
  compute: (_, facts) =>
    facts(proseBlocks).flatMap((block) => {
      if (!/\[\d|\(/.test(block.prose) || isReference(block)) return [];
      const named = (style: Citation['style'], pattern: RegExp): Citation[] =>
        hitsInBlock(block, pattern)
          .filter(({ found }) => !NO_AUTHOR.test(found))
          .map((hit) => ({ ...hit, style }));
      return [
        ...named('numbers in brackets', NUMBERS),
        ...named('author, year', AUTHOR_COMMA_YEAR),
        ...named('author year', AUTHOR_YEAR),
        ...named('author page', AUTHOR_PAGE),
      ].toSorted((a, b) => a.offset - b.offset);
    }),
});
