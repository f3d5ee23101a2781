import type { DocxBlock } from '../docx-of.ts';
import type { RichBlock, RichDocument } from './rich-document.ts';

/** The document of blocks as the writers of small documents take them; signs in them are text. */
export function richOfBlocks(blocks: readonly DocxBlock[]): RichDocument {
  return { blocks: blocks.map(blockOf), notes: new Map() };
}

function blockOf(block: DocxBlock): RichBlock {
  if (typeof block !== 'string') return { kind: 'table', rows: block.map((cells) => cells.map((text) => [{ text }])) };
  const [, signs, title = ''] = /^(#{1,6}) (.*)$/s.exec(block) ?? [];
  if (signs !== undefined) return { kind: 'heading', depth: signs.length, texts: [{ text: title }], anchor: '' };
  if (block.startsWith('- ')) return { kind: 'item', texts: [{ text: block.slice(2) }], level: 0, list: 0 };
  return { kind: 'paragraph', texts: [{ text: block }] };
}
