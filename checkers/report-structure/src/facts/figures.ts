import { defineFact, type Fact } from '@preflag/core';
import type { Block } from '@preflag/readers';
import { decimalMark, numberLocale } from '../numbers/decimal-mark.ts';
import { findFigures, type Figure } from '../numbers/find-figures.ts';
import type { DecimalMark } from '../numbers/read-number.ts';

/** The figures of a document, and how its numbers are written. */
export interface Figures {
  readonly mark: DecimalMark;
  /** BCP 47: a locale that writes numbers as the document does, for messages. */
  readonly locale: string;
  /** Blocks of prose that hold figures, with them, in reading order. */
  readonly blocks: readonly BlockFigures[];
}

export interface BlockFigures {
  readonly block: Block;
  readonly figures: readonly Figure[];
}

const PROSE = new Set<Block['type']>(['paragraph', 'listItem', 'footnote']);

/** Quotes, headings and code are left out; table cells are in the fact `tables`. */
export const figures: Fact<'document', Figures> = defineFact({
  id: 'report-structure/figures',
  reads: 'document',
  compute: ({ blocks, language }) => {
    const told = blocks.filter(({ type, quoted }) => (PROSE.has(type) || type === 'tableCell') && !quoted);
    const mark = decimalMark(
      told.map(({ prose }) => prose),
      language,
    );
    const found = told
      .filter(({ type }) => PROSE.has(type))
      .map((block) => ({ block, figures: findFigures(block.prose, mark) }))
      .filter((one) => one.figures.length > 0);
    return { mark, locale: numberLocale(mark, language), blocks: found };
  },
});
