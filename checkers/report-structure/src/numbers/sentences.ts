import { matchesIn } from '@preflag/core';

/** A sentence of a text, by UTF-16 units. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Ends of sentences: not the points of `approx.`, ` 2.` and single letters. */
const END =
  /(?<!\s\d{1,2}|[\s.](?:\p{L}|approx|ca|vs|No|Nr|St|Mr|Ms|Dr|Mio|Mrd|Tsd|bzw|inkl|incl|z\.\s?B|e\.g|i\.e))[.!?]["'”’)]*(?=\s)|[。！？；;\n]/gu;

/** The sentences of a text, in order; a semicolon ends one. */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const { index, 0: mark } of matchesIn(text, END)) {
    sentences.push({ start, end: index + mark.length });
    start = index + mark.length;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}
