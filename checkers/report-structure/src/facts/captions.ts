import { defineFact, type Fact } from '@preflag/core';
import type { Block, Caption } from '@preflag/readers';

const LONGEST = 300;
/** A number and a mark behind it: a sentence that begins with `Table 3 shows` is none. */
const TYPED = /^(?:(table|tabelle|tab\.|表)|(?:figure|fig\.|abbildung|abb\.|图))\s?(\d{1,3}(?:[.-]\d{1,3})?)\s*(?:[:：|–—]|[.-]\s|$)/iu;

/** The captions of a document: those that the format marks as such, and paragraphs that are typed like one. `undefined` where it cannot be told. */
export const captions: Fact<'document', readonly Caption[] | undefined> = defineFact({
  id: 'report-structure/captions',
  reads: 'document',
  compute: ({ blocks, parts }) => {
    if (!parts.captions) return undefined;
    const marked = new Set(parts.captions.map(({ block }) => block));
    return [...parts.captions, ...blocks.flatMap((block) => (marked.has(block.index) ? [] : typed(block)))].toSorted(
      (a, b) => a.block - b.block,
    );
  },
});

function typed({ type, text, index, quoted }: Block): readonly Caption[] {
  if (type !== 'paragraph' || quoted || text.length > LONGEST) return [];
  const match = TYPED.exec(text);
  return match?.[2] === undefined ? [] : [{ block: index, kind: match[1] === undefined ? 'figure' : 'table', number: match[2] }];
}
