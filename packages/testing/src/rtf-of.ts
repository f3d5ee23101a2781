import type { DocxBlock } from './docx-of.ts';

const HEADINGS = Array.from({ length: 6 }, (_, level) => `{\\s${level + 1}\\outlinelevel${level} heading ${level + 1};}`).join('');

/**
 * Writes a rich text with real headings, list items and tables.
 * @param more what follows, as it stands in the file
 */
export function rtfOf(blocks: readonly DocxBlock[], more = ''): Uint8Array {
  const text = `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}{\\stylesheet{\\ql Normal;}${HEADINGS}}\n${blocks.map(blockOf).join('\n')}\n${more}}`;
  return new TextEncoder().encode(text);
}

function blockOf(block: DocxBlock): string {
  if (typeof block !== 'string') return block.map(rowOf).join('\n');
  const [, signs, title] = /^(#{1,6}) (.*)$/s.exec(block) ?? [];
  if (signs !== undefined) return `\\pard\\s${signs.length} ${escapeRtf(title ?? '')}\\par`;
  if (block.startsWith('- ')) return `\\pard{\\listtext\\'95\\tab}\\ls1 ${escapeRtf(block.slice(2))}\\par`;
  return `\\pard ${escapeRtf(block)}\\par`;
}

function rowOf(cells: readonly string[], row: number): string {
  const edges = cells.map((_, at) => `\\cellx${(at + 1) * 2000}`).join('');
  return `\\trowd${row === 0 ? '\\trhdr' : ''}${edges}${cells.map((cell) => `\\pard\\intbl ${escapeRtf(cell)}\\cell`).join('')}\\row`;
}

function escapeRtf(text: string): string {
  return text
    .replaceAll(/[\\{}]/g, String.raw`\$&`)
    .replaceAll(/[^\u0020-\u007E]/g, (unit) => String.raw`\u${((unit.charCodeAt(0) + 0x8000) % 0x10000) - 0x8000}?`);
}
