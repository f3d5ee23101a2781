import { strToU8, zipSync } from 'fflate';
import type { DocxBlock } from './docx-of.ts';
import { escapeXml } from './escape-xml.ts';

const ODF = 'urn:oasis:names:tc:opendocument:xmlns';
const NAMES = `xmlns:office="${ODF}:office:1.0" xmlns:text="${ODF}:text:1.0" xmlns:table="${ODF}:table:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"`;

/**
 * Writes an OpenDocument text with real headings, list items and tables.
 * @param more elements that follow, and `before` those that come first, as they stand in `office:text`
 */
export function odtOf(blocks: readonly DocxBlock[], more = '', before = ''): Uint8Array {
  const text = `${before}${blocks.map(blockOf).join('')}${more}`;
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content ${NAMES}><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    ),
  });
}

function blockOf(block: DocxBlock): string {
  if (typeof block !== 'string') return tableOf(block);
  const [, signs, title] = /^(#{1,6}) (.*)$/s.exec(block) ?? [];
  if (signs !== undefined) return `<text:h text:outline-level="${signs.length}">${escapeXml(title ?? '')}</text:h>`;
  if (block.startsWith('- ')) return `<text:list><text:list-item>${paragraphOf(block.slice(2))}</text:list-item></text:list>`;
  return paragraphOf(block);
}

function paragraphOf(text: string): string {
  return `<text:p>${escapeXml(text)}</text:p>`;
}

function tableOf([header = [], ...rows]: readonly (readonly string[])[]): string {
  const rowOf = (cells: readonly string[]): string =>
    `<table:table-row>${cells.map((cell) => `<table:table-cell>${paragraphOf(cell)}</table:table-cell>`).join('')}</table:table-row>`;
  return `<table:table><table:table-header-rows>${rowOf(header)}</table:table-header-rows>${rows.map(rowOf).join('')}</table:table>`;
}
