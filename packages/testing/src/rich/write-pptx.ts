import { strToU8, zipSync } from 'fflate';
import { escapeXml } from '../escape-xml.ts';
import { PICTURE, type RichBlock, type RichDocument, type RichItem, type RichText, type Written } from './rich-document.ts';

const NAMES = `xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`;
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * Writes a presentation: a slide for each heading, the first one a cover, with what follows the heading on it. Slides have no footnotes.
 * @param hidden the title of a slide at the end that is not shown
 */
export function writePptx({ blocks, notes, title, author }: RichDocument, hidden?: string): Written {
  if (notes.size > 0) return { isWritten: false, construct: 'footnotes' };
  const slides = slidesOf(blocks);
  const anchors = new Map(slides.flatMap(([first], at) => (first?.kind === 'heading' && first.anchor !== '' ? [[first.anchor, at]] : [])));
  const written = slides.map((slide, at) => new SlideWriter(anchors).write(slide, at === 0 || isTitle(slide) ? 'ctrTitle' : 'title'));
  if (hidden !== undefined) {
    const texts = [{ text: hidden }];
    written.push(new SlideWriter(anchors).write([{ kind: 'heading', depth: 1, texts, anchor: '' }], 'title', ' show="0"'));
  }
  const core = [
    title === undefined ? '' : `<dc:title>${escapeXml(title)}</dc:title>`,
    author === undefined ? '' : `<dc:creator>${escapeXml(author)}</dc:creator>`,
  ].join('');
  const bytes = zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>',
    ),
    '_rels/.rels': relationships([
      ['r1', 'officeDocument', 'ppt/presentation.xml'],
      ['r2', 'metadata/core-properties', 'docProps/core.xml'],
    ]),
    'docProps/core.xml': strToU8(
      `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${core}</cp:coreProperties>`,
    ),
    'ppt/presentation.xml': strToU8(
      `<p:presentation ${NAMES}><p:sldIdLst>${written.map((_, at) => `<p:sldId id="${256 + at}" r:id="s${at}"/>`).join('')}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/></p:presentation>`,
    ),
    'ppt/_rels/presentation.xml.rels': relationships(written.map((_, at) => [`s${at}`, 'slide', `slides/${nameOf(at)}`])),
    'ppt/media/image1.png': PICTURE,
    ...Object.fromEntries(
      written.flatMap(({ xml, links }, at) => [
        [`ppt/slides/${nameOf(at)}`, strToU8(xml)],
        [`ppt/slides/_rels/${nameOf(at)}.rels`, relationships(links)],
      ]),
    ),
  });
  return { isWritten: true, bytes };
}

function slidesOf(blocks: readonly RichBlock[]): readonly (readonly RichBlock[])[] {
  const slides: RichBlock[][] = [];
  for (const block of blocks) {
    if (slides.length === 0 || block.kind === 'heading' || block.kind === 'pageBreak') slides.push([]);
    if (block.kind !== 'pageBreak') slides.at(-1)?.push(block);
  }
  return slides;
}

/** Titles of a document are covers. */
function isTitle([first]: readonly RichBlock[]): boolean {
  return first?.kind === 'heading' && first.depth === 1;
}

function nameOf(slide: number): string {
  return `slide${slide + 1}.xml`;
}

/** The placeholder in which a slide shows its number. */
const NUMBER =
  '<p:sp><p:nvSpPr><p:cNvPr id="1" name="Number"/><p:cNvSpPr/><p:nvPr><p:ph type="sldNum" idx="12"/></p:nvPr></p:nvSpPr><p:txBody><a:bodyPr/><a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:t>1</a:t></a:fld></a:p></p:txBody></p:sp>';

type Relationship = readonly [id: string, type: string, target: string, isExternal?: boolean];

class SlideWriter {
  readonly #anchors: ReadonlyMap<string, number>;
  readonly #links: Relationship[] = [];
  #shapes = 1;

  constructor(anchors: ReadonlyMap<string, number>) {
    this.#anchors = anchors;
  }

  write(blocks: readonly RichBlock[], title: string, attributes = ''): { readonly xml: string; readonly links: readonly Relationship[] } {
    let shapes = '';
    for (let at = 0; at < blocks.length; at += 1) {
      const block = blocks[at]!;
      if (block.kind === 'item') {
        const end = blocks.findIndex((other, index) => index > at && other.kind !== 'item');
        const items = blocks.slice(at, end < 0 ? blocks.length : end) as readonly RichItem[];
        shapes += this.#shape(items.map((item) => this.#item(item)).join(''));
        at += items.length - 1;
      } else shapes += this.#block(block, title);
    }
    const xml = `<p:sld ${NAMES}${attributes}><p:cSld><p:spTree>${shapes}${NUMBER}</p:spTree></p:cSld></p:sld>`;
    return { xml, links: this.#links };
  }

  #block(block: Exclude<RichBlock, RichItem>, title: string): string {
    if (block.kind === 'table') return this.#table(block.rows);
    if (block.kind === 'pageBreak') return '';
    if (block.kind === 'contents')
      return this.#shape(block.entries.map(({ text, anchor }) => this.#paragraph([{ text, link: `#${anchor}` }])).join(''));
    if (block.kind === 'heading') return this.#shape(this.#paragraph(block.texts), `<p:ph type="${title}"/>`);
    return this.#pictures(block.texts) + this.#shape(this.#paragraph(block.texts));
  }

  /** Pictures stand beside text. */
  #pictures(texts: readonly RichText[]): string {
    return texts.flatMap(({ image }) => (image ? [this.#picture(image.alt)] : [])).join('');
  }

  #picture(alt: string | undefined): string {
    const id = this.#link('image', '../media/image1.png');
    const description = alt === undefined ? '' : ` descr="${attribute(alt)}"`;
    return `<p:pic><p:nvPicPr><p:cNvPr id="${(this.#shapes += 1)}" name="Picture"${description}/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${id}"/></p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2880000" cy="2160000"/></a:xfrm></p:spPr></p:pic>`;
  }

  #shape(paragraphs: string, placeholder = ''): string {
    if (paragraphs === '') return '';
    return `<p:sp><p:nvSpPr><p:cNvPr id="${(this.#shapes += 1)}" name="Text"/><p:cNvSpPr/><p:nvPr>${placeholder}</p:nvPr></p:nvSpPr><p:txBody><a:bodyPr/>${paragraphs}</p:txBody></p:sp>`;
  }

  #item({ texts, level, number }: RichItem): string {
    const bullet = number === undefined ? '<a:buChar char="•"/>' : `<a:buAutoNum type="arabicPeriod" startAt="${number}"/>`;
    return this.#paragraph(texts, `<a:pPr lvl="${level}">${bullet}</a:pPr>`);
  }

  #paragraph(texts: readonly RichText[], properties = ''): string {
    const runs = texts.filter(({ image }) => !image).map((one) => this.#run(one));
    return runs.length === 0 ? '' : `<a:p>${properties}${runs.join('')}</a:p>`;
  }

  #run({ text, isBold, isItalic, isCode, link }: RichText): string {
    const font = isCode ? '<a:latin typeface="Courier New"/>' : '';
    const click = link === undefined ? '' : this.#click(link);
    return `<a:r><a:rPr lang="en-GB"${isBold ? ' b="1"' : ''}${isItalic ? ' i="1"' : ''}>${font}${click}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r>`;
  }

  /** Links inside of a presentation lead to slides; where a slide was deleted, PowerPoint leaves the address of none. */
  #click(link: string): string {
    if (!link.startsWith('#')) return `<a:hlinkClick r:id="${this.#link('hyperlink', link, true)}"/>`;
    const slide = this.#anchors.get(link.slice(1));
    const id = this.#link('slide', slide === undefined ? 'NULL' : nameOf(slide));
    return `<a:hlinkClick r:id="${id}" action="ppaction://hlinksldjump"/>`;
  }

  #link(type: string, target: string, isExternal = false): string {
    const id = `rId${this.#links.length + 1}`;
    this.#links.push([id, type, target, isExternal]);
    return id;
  }

  #table(rows: Extract<RichBlock, { kind: 'table' }>['rows']): string {
    const cell = (texts: readonly RichText[]): string => `<a:tc><a:txBody>${this.#paragraph(texts) || '<a:p/>'}</a:txBody></a:tc>`;
    const row = (cells: readonly (readonly RichText[])[]): string => `<a:tr>${cells.map(cell).join('')}</a:tr>`;
    return `<p:graphicFrame><a:tbl><a:tblPr firstRow="1"/>${rows.map(row).join('')}</a:tbl></p:graphicFrame>`;
  }
}

function relationships(list: readonly Relationship[]): Uint8Array {
  const all = list.map(
    ([id, type, target, isExternal]) =>
      `<Relationship Id="${id}" Type="${type.startsWith('metadata/') ? `http://schemas.openxmlformats.org/package/2006/relationships/${type}` : `${TYPES}/${type}`}" Target="${attribute(target)}"${isExternal ? ' TargetMode="External"' : ''}/>`,
  );
  return strToU8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`);
}

function attribute(text: string): string {
  return escapeXml(text).replaceAll('"', '&quot;');
}
