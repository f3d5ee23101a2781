import type { StyleExpectation } from '@preflag/core';
import type { Citation } from '../../../facts/citations.ts';

/** How each style names a source in the text; Chicago and MLA as with author and date, or author and page. */
export const CITATION_STYLES: Readonly<
  Record<NonNullable<StyleExpectation['citation']>, readonly [style: Citation['style'], example: string]>
> = {
  apa: ['author, year', '(Smith, 2020)'],
  chicago: ['author year', '(Smith 2020)'],
  mla: ['author page', '(Smith 45)'],
  ieee: ['numbers in brackets', '[1]'],
  numeric: ['numbers in brackets', '[1]'],
};
