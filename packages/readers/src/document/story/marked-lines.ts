import { captionKind, captionNumber } from '../caption-kind.ts';
import { lineWithPage } from '../line-with-page.ts';
import type { Caption, ContentsEntry } from '../parts-model.ts';
import type { PlacedParagraph } from './placed-paragraph.ts';

/**
 * The caption that a paragraph is: one with a number that the program counts, or in the style of captions.
 * @param isCaption it is in that style
 */
export function captionOf({ paragraph, block, text }: PlacedParagraph, isCaption: boolean): readonly Caption[] {
  const sequence = paragraph.marks.fields.find(({ code }) => /^SEQ\b/i.test(code));
  if ((!sequence && !isCaption) || text === '' || paragraph.marks.isContents) return [];
  const name = sequence?.code.replace(/^SEQ\s*/i, '').replaceAll('"', '') ?? text;
  const kind = captionKind(name) ?? captionKind(text) ?? 'other';
  const number = captionNumber(text) ?? sequence?.result;
  return [{ block, kind, ...(number !== undefined && number !== '' && { number }) }];
}

/**
 * A line of a table of contents: the title, and behind a tab or dots the page.
 * @param level of the style that such lines have, if it is in one
 */
export function contentsLineOf({ paragraph, block, text }: PlacedParagraph, level: number | undefined): readonly ContentsEntry[] {
  if ((!paragraph.marks.isContents && level === undefined) || text === '') return [];
  const { title, page } = lineWithPage(text);
  // The heading of the table of contents stands in it, too.
  if (level === undefined && page === undefined) return [];
  return [{ text: title, level: level ?? 1, ...(page !== undefined && { page }), block }];
}
