import { captionKind, captionNumber } from '../caption-kind.ts';
import { lineWithPage } from '../line-with-page.ts';
import type { Caption, ContentsEntry } from '../parts-model.ts';
import type { PlacedParagraph } from './placed-paragraph.ts';
import type { StoryParagraph } from './story.ts';

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
  if (!isContentsLine(paragraph, text, level)) return [];
  const { title, page } = lineWithPage(text);
  return [{ text: title, level: level ?? 1, ...(page !== undefined && { page }), block }];
}

/** A line of a table of contents; the heading of the table stands in it, too, and is none. */
export function isContentsLine({ marks }: StoryParagraph, text: string, level: number | undefined): boolean {
  if ((!marks.isContents && level === undefined) || text === '') return false;
  return level !== undefined || lineWithPage(text).page !== undefined;
}
