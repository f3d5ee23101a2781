import { richOfBlocks } from './rich/rich-of-blocks.ts';
import { writeDocx } from './rich/write-docx.ts';

/** `# Heading`, `## Heading`, `- item`, a table as rows of cells, or a paragraph. */
export type DocxBlock = string | readonly (readonly string[])[];

/** Writes a docx with real headings, list items and tables. */
export function docxOf(blocks: readonly DocxBlock[]): Promise<Uint8Array> {
  return writeDocx(richOfBlocks(blocks));
}
