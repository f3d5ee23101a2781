import { strToU8, zipSync } from 'fflate';
import { escapeXml } from '../escape-xml.ts';
import { PICTURE, partsOfCaption, type RichBlock, type RichDocument, type RichItem, type RichText } from './rich-document.ts';

const ODF = 'urn:oasis:names:tc:opendocument:xmlns';
const NAMES = `xmlns:office="${ODF}:office:1.0" xmlns:text="${ODF}:text:1.0" xmlns:table="${ODF}:table:1.0" xmlns:style="${ODF}:style:1.0"
 xmlns:draw="${ODF}:drawing:1.0" xmlns:fo="${ODF}:xsl-fo-compatible:1.0" xmlns:svg="${ODF}:svg-compatible:1.0" xmlns:meta="${ODF}:meta:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"`;

/** What stands around the text, as it stands in `office:text`. */
export interface OdtExtras {
  readonly before?: string;
  readonly more?: string;
  /** Styles of single texts, as they stand in `office:automatic-styles`. */
  readonly styles?: string;
}

/** Writes an OpenDocument text with the styles and constructs of LibreOffice. */
export function writeOdt(document: RichDocument, { before = '', more = '', styles = '' }: OdtExtras = {}): Uint8Array {
  const text = `${before}${new OdtWriter(document.notes).body(document.blocks)}${more}`;
  const part = (name: string, inner: string): Uint8Array =>
    strToU8(`<office:${name} ${NAMES} office:version="1.3">${inner}</office:${name}>`);
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': part(
      'document-content',
      `<office:automatic-styles>${AUTOMATIC}${styles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body>`,
    ),
    'styles.xml': part('document-styles', STYLES),
    'meta.xml': part(
      'document-meta',
      `<office:meta><meta:generator>LibreOffice/24.2</meta:generator>${document.title === undefined ? '' : `<dc:title>${escapeXml(document.title)}</dc:title>`}${document.author === undefined ? '' : `<meta:initial-creator>${escapeXml(document.author)}</meta:initial-creator>`}</office:meta>`,
    ),
    'Pictures/1.png': PICTURE,
    'META-INF/manifest.xml': strToU8(
      `<manifest:manifest xmlns:manifest="${ODF}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="Pictures/1.png" manifest:media-type="image/png"/></manifest:manifest>`,
    ),
  });
}

const textStyle = (name: string, properties: string): string =>
  `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`;
const AUTOMATIC = [
  textStyle('Bold', 'fo:font-weight="bold"'),
  textStyle('Italic', 'fo:font-style="italic"'),
  '<style:style style:name="Break" style:family="paragraph" style:parent-style-name="Text_20_body"><style:paragraph-properties fo:break-before="page"/></style:style>',
  ...['bullet', 'number'].map((kind) => {
    const level = (at: number): string =>
      kind === 'bullet'
        ? `<text:list-level-style-bullet text:level="${at}" text:bullet-char="•"/>`
        : `<text:list-level-style-number text:level="${at}" style:num-format="1" style:num-suffix="."/>`;
    return `<text:list-style style:name="${kind}">${[1, 2, 3, 4, 5, 6].map(level).join('')}</text:list-style>`;
  }),
].join('');

const named = (name: string, parent: string, properties = ''): string =>
  `<style:style style:name="${name}" style:family="paragraph"${parent === '' ? '' : ` style:parent-style-name="${parent}"`}>${properties}</style:style>`;
const STYLES = `<office:font-face-decls><style:font-face style:name="Liberation Serif" svg:font-family="'Liberation Serif'"/></office:font-face-decls><office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="Liberation Serif" fo:font-size="12pt" fo:language="en" fo:country="GB"/></style:default-style>${[
  named('Standard', ''),
  named('Text_20_body', 'Standard'),
  named('Heading', 'Standard', '<style:text-properties fo:font-weight="bold"/>'),
  ...[1, 2, 3, 4, 5, 6].map((level) => named(`Heading_20_${level}`, 'Heading')),
  named('Quotations', 'Standard'),
  named('Preformatted_20_Text', 'Standard'),
  named('Caption', 'Standard'),
  named('Table', 'Caption'),
  named('Figure', 'Caption'),
  named('Footnote', 'Standard'),
  named('Index', 'Standard'),
  named('Contents_20_Heading', 'Heading'),
  ...[1, 2, 3].map((level) => named(`Contents_20_${level}`, 'Index')),
].join(
  '',
)}</office:styles><office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>`;

class OdtWriter {
  readonly #notes: RichDocument['notes'];
  #noteCount = 0;
  #tableCount = 0;

  constructor(notes: RichDocument['notes']) {
    this.#notes = notes;
  }

  body(blocks: readonly RichBlock[]): string {
    let xml = '';
    for (let at = 0; at < blocks.length; at += 1) {
      const block = blocks[at]!;
      if (block.kind !== 'item') xml += this.#block(block, blocks[at - 1]?.kind === 'pageBreak');
      else {
        const end = blocks.findIndex((other, index) => index > at && (other.kind !== 'item' || other.list !== block.list));
        const items = blocks.slice(at, end < 0 ? blocks.length : end) as readonly RichItem[];
        xml += this.#list(items);
        at += items.length - 1;
      }
    }
    return xml;
  }

  #block(block: Exclude<RichBlock, RichItem>, isAfterBreak: boolean): string {
    if (block.kind === 'table') return this.#table(block.rows);
    if (block.kind === 'contents') return contentsXml(block.entries);
    if (block.kind === 'pageBreak') return '';
    if (block.kind === 'caption') return this.#caption(block.texts, block.of);
    const texts = this.#texts(block.texts);
    if (block.kind === 'heading') {
      const mark = block.anchor === '' ? '' : `<text:bookmark text:name="${attribute(block.anchor)}"/>`;
      return `<text:h text:style-name="Heading_20_${block.depth}" text:outline-level="${block.depth}">${mark}${texts}</text:h>`;
    }
    const style = block.look === 'quote' ? 'Quotations' : block.look === 'code' ? 'Preformatted_20_Text' : 'Text_20_body';
    return `<text:p text:style-name="${isAfterBreak ? 'Break' : style}">${texts}</text:p>`;
  }

  #list(items: readonly RichItem[]): string {
    const [first] = items;
    if (!first) return '';
    let xml = '';
    for (let at = 0; at < items.length; at += 1) {
      const item = items[at]!;
      const end = items.findIndex(({ level }, index) => index > at && level <= item.level);
      const inner = items.slice(at + 1, end < 0 ? items.length : end);
      const start = item.number === undefined ? '' : ` text:start-value="${item.number}"`;
      xml += `<text:list-item${start}><text:p text:style-name="Text_20_body">${this.#texts(item.texts)}</text:p>${this.#list(inner)}</text:list-item>`;
      at += inner.length;
    }
    return `<text:list text:style-name="${first.number === undefined ? 'bullet' : 'number'}">${xml}</text:list>`;
  }

  #table([header = [], ...rows]: Extract<RichBlock, { kind: 'table' }>['rows']): string {
    this.#tableCount += 1;
    const cell = (texts: readonly RichText[]): string =>
      `<table:table-cell office:value-type="string"><text:p>${this.#texts(texts)}</text:p></table:table-cell>`;
    const row = (cells: typeof header): string => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`;
    const columns = `<table:table-column table:number-columns-repeated="${Math.max(1, header.length)}"/>`;
    return `<table:table table:name="Table${this.#tableCount}">${columns}<table:table-header-rows>${row(header)}</table:table-header-rows>${rows.map(row).join('')}</table:table>`;
  }

  #caption(texts: readonly RichText[], kind: string): string {
    const parts = partsOfCaption(texts);
    if (!parts) return `<text:p text:style-name="${kind}">${this.#texts(texts)}</text:p>`;
    const { name, number, rest } = parts;
    return `<text:p text:style-name="${kind}">${escapeXml(name)} <text:sequence text:ref-name="ref${kind}${number}" text:name="${kind}" text:formula="ooow:${kind}+1" style:num-format="1">${number}</text:sequence>${this.#texts(rest)}</text:p>`;
  }

  #texts(texts: readonly RichText[]): string {
    return texts.map((one) => this.#text(one)).join('');
  }

  #text({ text, isBold, isItalic, isCode, link, note, image }: RichText): string {
    if (note !== undefined) {
      this.#noteCount += 1;
      const body = this.#texts(this.#notes.get(note) ?? []);
      return `<text:note text:id="ftn${this.#noteCount}" text:note-class="footnote"><text:note-citation>${this.#noteCount}</text:note-citation><text:note-body><text:p text:style-name="Footnote">${body}</text:p></text:note-body></text:note>`;
    }
    let xml = image ? frameOf(image.alt) : spaced(text);
    for (const [isOn, style] of [
      [isCode, 'Source_20_Text'],
      [isItalic, 'Italic'],
      [isBold, 'Bold'],
    ] as const)
      if (isOn) xml = `<text:span text:style-name="${style}">${xml}</text:span>`;
    return link === undefined ? xml : `<text:a xlink:type="simple" xlink:href="${attribute(addressOf(link))}">${xml}</text:a>`;
  }
}

/** Files beside the document are outside of the package, one folder up. */
function addressOf(link: string): string {
  return link === '' || /^(?:#|[a-z][a-z0-9+.-]*:|\/)/i.test(link) ? link : `../${link}`;
}

function contentsXml(entries: Extract<RichBlock, { kind: 'contents' }>['entries']): string {
  const lines = entries.map(
    ({ level, text, anchor }, at) =>
      `<text:p text:style-name="Contents_20_${Math.min(level, 3)}"><text:a xlink:type="simple" xlink:href="#${attribute(anchor)}">${spaced(text)}<text:tab/>${at + 1}</text:a></text:p>`,
  );
  return `<text:table-of-content text:name="Contents"><text:table-of-content-source text:outline-level="3"><text:index-title-template>Contents</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title text:name="Contents_Head"><text:p text:style-name="Contents_20_Heading">Contents</text:p></text:index-title>${lines.join('')}</text:index-body></text:table-of-content>`;
}

function frameOf(alt: string | undefined): string {
  const description = alt === undefined ? '' : `<svg:desc>${escapeXml(alt)}</svg:desc>`;
  return `<draw:frame draw:name="Image" svg:width="8cm" svg:height="6cm"><draw:image xlink:href="Pictures/1.png"/>${description}</draw:frame>`;
}

/** White space as the format writes it (ODF 1.3, part 3, 6.1.2). */
function spaced(text: string): string {
  return escapeXml(text)
    .replaceAll(/^ | $| {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
    .replaceAll('\t', '<text:tab/>')
    .replaceAll('\n', '<text:line-break/>');
}

function attribute(text: string): string {
  return escapeXml(text).replaceAll('"', '&quot;');
}
