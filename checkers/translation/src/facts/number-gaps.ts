import { defineFact, type Fact } from '@preflag/core';
import { languageOf } from '@preflag/readers/language';
import { findAddresses } from '../markup/find-addresses.ts';
import type { Segment } from '@preflag/readers';
import { compareNumbers, type NumberGap } from '../numbers/compare-numbers.ts';

/** Segments whose numbers differ from those of their source; how many segments with both sides there are. */
export const numberGaps: Fact<
  'bitext',
  { readonly segments: number; readonly gaps: readonly (NumberGap & { readonly segment: Segment })[] }
> = defineFact({
  id: 'translation/number-gaps',
  reads: 'bitext',
  compute: ({ segments, sourceLanguage, targetLanguage }) => {
    const both = segments.filter(
      ({ source, target, role }) => source !== undefined && /[\p{L}\p{N}]/u.test(target ?? '') && role !== 'code',
    );
    const [from, to] = [languageOf(sourceLanguage) ?? '', languageOf(targetLanguage) ?? ''];
    const gaps = both.flatMap((segment) => {
      const gap = compareNumbers(
        { text: withoutDialled(segment.sourceProse ?? segment.source ?? ''), language: from },
        {
          text: withoutDialled(segment.targetProse ?? segment.target ?? ''),
          language: segment.language === undefined ? to : (languageOf(segment.language) ?? ''),
        },
      );
      return gap ? [{ ...gap, segment }] : [];
    });
    return { segments: both.length, gaps };
  },
});

/** Telephone and account numbers are grouped in many ways; they are compared as a whole by url-changed. */
function withoutDialled(text: string): string {
  if (!/[+(]\d|[A-Z]{2}\d{2}/.test(text)) return text;
  return findAddresses(text)
    .filter(({ kind }) => kind === 'phone' || kind === 'account')
    .reduce((rest, { offset, text: { length } }) => rest.slice(0, offset) + ' '.repeat(length) + rest.slice(offset + length), text);
}
