import type { RelatedPlace, Span } from '@preflag/core';
import type { Bitext, Segment } from '@preflag/readers';

/**
 * The source of a segment, for `related`: a reader who knows both languages compares the two at once.
 * @param spans where in the source is what the problem is about; by default, where `expected` or else `found` stands in it
 */
export function relatedSource(
  { sourceFile }: Bitext,
  { source = '', sourceAt }: Segment,
  spans?: readonly Span[],
): readonly RelatedPlace[] {
  return sourceAt ? [{ file: sourceFile, at: sourceAt, label: 'the source', source: { text: source, ...(spans && { spans }) } }] : [];
}
