import type { DocxBlock } from './docx-of.ts';
import { richOfBlocks } from './rich/rich-of-blocks.ts';
import { writeRtf } from './rich/write-rtf.ts';

/**
 * Writes a rich text with real headings, list items and tables.
 * @param more what follows, as it stands in the file
 */
export function rtfOf(blocks: readonly DocxBlock[], more = ''): Uint8Array {
  return writeRtf(richOfBlocks(blocks), more);
}
