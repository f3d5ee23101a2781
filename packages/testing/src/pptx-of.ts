import type { DocxBlock } from './docx-of.ts';
import { richOfBlocks } from './rich/rich-of-blocks.ts';
import { writePptx } from './rich/write-pptx.ts';

/**
 * Writes a presentation: a slide for each heading, the first one a cover, with what follows the heading on it.
 * @param hidden the title of a slide at the end that is not shown
 */
export function pptxOf(blocks: readonly DocxBlock[], hidden?: string): Uint8Array {
  const written = writePptx(richOfBlocks(blocks), hidden);
  if (!written.isWritten) throw new Error(`A presentation has no ${written.construct}.`);
  return written.bytes;
}
