import { strToU8, zipSync } from 'fflate';
import type { DocxBlock } from './docx-of.ts';
import { escapeXml } from './escape-xml.ts';

const NAMES = `xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`;
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * Writes a presentation: a slide for each heading, the first one a cover, with what follows the heading on it.
 * @param hidden the title of a slide at the end that is not shown
 */
export function pptxOf(blocks: readonly DocxBlock[], hidden?: string): Uint8Array {
  const slides: DocxBlock[][] = [];
  for (const block of blocks) {
    if (slides.length === 0 || (typeof block === 'string' && block.startsWith('#'))) slides.push([]);
    slides.at(-1)?.push(block);
  }
  const shown = slides.map((slide, at) => slideOf(slide, at === 0 ? 'ctrTitle' : 'title'));
  const all = hidden === undefined ? shown : [...shown, slideOf([`# ${hidden}`], 'title', ' show="0"')];
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>',
    ),
    '_rels/.rels': relationships([['r1', 'officeDocument', 'ppt/presentation.xml']]),
    'ppt/presentation.xml': strToU8(
      `<p:presentation ${NAMES}><p:sldIdLst>${all.map((_, at) => `<p:sldId id="${256 + at}" r:id="s${at}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    ),
    'ppt/_rels/presentation.xml.rels': relationships(all.map((_, at) => [`s${at}`, 'slide', `slides/slide${at + 1}.xml`])),
    ...Object.fromEntries(all.map((xml, at) => [`ppt/slides/slide${at + 1}.xml`, strToU8(xml)])),
  });
}

function slideOf(blocks: readonly DocxBlock[], title: string, attributes = ''): string {
  const shapes = blocks.map((block) => {
    if (typeof block !== 'string') return tableOf(block);
    const heading = /^#+ (.*)$/s.exec(block)?.[1];
    if (heading !== undefined) return shapeOf(heading, `<p:ph type="${title}"/>`);
    return block.startsWith('- ') ? shapeOf(block.slice(2), '', '<a:pPr><a:buChar char="•"/></a:pPr>') : shapeOf(block);
  });
  return `<p:sld ${NAMES}${attributes}><p:cSld><p:spTree>${shapes.join('')}</p:spTree></p:cSld></p:sld>`;
}

function shapeOf(text: string, placeholder = '', properties = ''): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Text"/><p:cNvSpPr/><p:nvPr>${placeholder}</p:nvPr></p:nvSpPr><p:txBody><a:bodyPr/>${paragraphOf(text, properties)}</p:txBody></p:sp>`;
}

function paragraphOf(text: string, properties = ''): string {
  return `<a:p>${properties}<a:r><a:t>${escapeXml(text)}</a:t></a:r></a:p>`;
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string =>
    `<a:tr>${cells.map((cell) => `<a:tc><a:txBody>${paragraphOf(cell)}</a:txBody></a:tc>`).join('')}</a:tr>`;
  return `<p:graphicFrame><a:tbl><a:tblPr firstRow="1"/>${rows.map(row).join('')}</a:tbl></p:graphicFrame>`;
}

function relationships(list: readonly (readonly [id: string, type: string, target: string])[]): Uint8Array {
  const all = list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"/>`);
  return strToU8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`);
}
