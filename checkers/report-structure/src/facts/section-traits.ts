import { defineFact, type Fact } from '@preflag/core';
import { bareTitle } from '../title-key.ts';
import { outline } from './outline.ts';

/** A section as a job may ask for it. */
export interface SectionTraits {
  /** Without its number. */
  readonly title: string;
  /** Equal for titles that match; see titleKey. */
  readonly key: string;
  /** 1 to 6; 7 for a short bold paragraph that is used as a heading. */
  readonly depth: number;
  /** Nothing stands under it, nor under its subsections. */
  readonly isEmpty: boolean;
}

/** More sections than anybody lists in a job. */
const MOST = 300;
const LONGEST_TITLE = 150;

/** The sections of a document in order, for jobs that are made from examples. */
export const sectionTraits: Fact<'document', readonly SectionTraits[]> = defineFact({
  id: 'report-structure/section-traits',
  reads: 'document',
  portable: true,
  uses: [outline],
  compute: (_, facts) =>
    facts(outline)
      .filter(({ key, title }) => key !== '' && title.length <= LONGEST_TITLE)
      .slice(0, MOST)
      .map(({ title, key, depth, hasContent, hasSubsections }) => ({
        title: bareTitle(title),
        key,
        depth,
        isEmpty: !hasContent && !hasSubsections,
      })),
});
