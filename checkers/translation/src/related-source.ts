import type { Problem } from '@preflag/core';
import type { Bitext, Segment } from '@preflag/readers';

/** Longer texts are cut: the label is read in one line. */
const LONGEST = 120;

/** The source of a segment, for `related`: a reader who knows both languages compares the two at once. */
export function relatedSource({ sourceFile }: Bitext, { source = '', sourceAt }: Segment): NonNullable<Problem['related']> {
  const text = source.replace(/\s+/g, ' ').trim();
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return sourceAt ? [{ file: sourceFile, at: sourceAt, label: `the source: '${shown}'` }] : [];
}
