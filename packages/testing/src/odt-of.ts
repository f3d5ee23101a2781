import type { DocxBlock } from './docx-of.ts';
import { richOfBlocks } from './rich/rich-of-blocks.ts';
import { writeOdt } from './rich/write-odt.ts';

/**
 * Writes an OpenDocument text with real headings, list items and tables.
 * @param more elements that follow, and `before` those that come first, as they stand in `office:text`
 */
export function odtOf(blocks: readonly DocxBlock[], more = '', before = ''): Uint8Array {
  return writeOdt(richOfBlocks(blocks), { before, more });
}
