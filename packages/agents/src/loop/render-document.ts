import type { Block, Document } from '@preflag/readers';
import { LineBuffer } from './line-buffer.ts';

/** The text of a document in the manner of markdown; what stands outside of its flow has its kind before it. */
export function renderDocument({ blocks }: Document): string {
  const lines = new LineBuffer();
  let before: Block | undefined;
  for (const block of blocks) {
    if (lines.isFull) break;
    if (block.cell && isSameRow(before, block)) lines.extend(` ${inCell(block.text)} |`);
    else {
      if (!(block.cell && before?.cell?.table === block.cell.table) && !(block.item && before?.item)) lines.add('');
      if (before?.cell?.header && block.cell?.table === before.cell.table) lines.add(`|${' --- |'.repeat(before.cell.column + 1)}`);
      lines.add(firstLine(block));
    }
    before = block;
  }
  return lines.text().trim();
}

function firstLine({ type, depth, text, cell, item, quoted }: Block): string {
  if (cell) return `| ${inCell(text)} |`;
  const mark = quoted ? '> ' : '';
  if (item) return `${mark}${'  '.repeat(item.level)}${item.ordered ? `${item.number ?? 1}.` : '-'} ${text}`;
  switch (type) {
    case 'heading':
      return `${mark}${'#'.repeat(depth)} ${text}`;
    case 'footnote':
    case 'header':
    case 'footer':
    case 'comment':
      return `[${type}] ${text}`;
    default:
      return `${mark}${text}`;
  }
}

function isSameRow(before: Block | undefined, { cell }: Block): boolean {
  return before?.cell !== undefined && before.cell.table === cell?.table && before.cell.row === cell.row;
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*[\r\n]+\s*/g, ' ');
}
