import { defineFact, type Fact } from '@preflag/core';
import { languageOf } from '@preflag/readers/language';
import { findAddresses, type Address } from '../markup/find-addresses.ts';
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
      const [source, target] = withoutNames(segment.sourceProse ?? segment.source ?? '', segment.targetProse ?? segment.target ?? '');
      const gap = compareNumbers(
        { text: source, language: from },
        { text: target, language: segment.language === undefined ? to : (languageOf(segment.language) ?? '') },
      );
      return gap ? [{ ...gap, segment }] : [];
    });
    return { segments: both.length, gaps };
  },
});

/**
 * Telephone and account numbers are grouped in many ways, and codes (AB-1234) are no amounts: url-changed compares them as a whole. Codes
 * only where both sides have as many, since an amount may look like one.
 */
function withoutNames(source: string, target: string): readonly [string, string] {
  if (!HAS_NAMES.test(source) && !HAS_NAMES.test(target)) return [source, target];
  const [own, other] = [findAddresses(source), findAddresses(target)];
  const isCode = ({ kind, text }: Address): boolean => kind === 'code' && /[-_]/.test(text);
  const areCodes = own.filter(isCode).length === other.filter(isCode).length;
  const isName = (one: Address): boolean => one.kind === 'phone' || one.kind === 'account' || (areCodes && isCode(one));
  return [blanked(source, own.filter(isName)), blanked(target, other.filter(isName))];
}

const HAS_NAMES = /[+(]\d|[A-Z]{2}[-_]?\d{2}/;

function blanked(text: string, addresses: readonly Address[]): string {
  return addresses.reduce(
    (rest, { offset, text: { length } }) => rest.slice(0, offset) + ' '.repeat(length) + rest.slice(offset + length),
    text,
  );
}
