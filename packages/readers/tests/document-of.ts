import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Limits, ReadResult } from '@preflag/core';
import { DEFAULT_LIMITS } from '@preflag/core';
import { strToU8, zipSync } from 'fflate';
import type { Document } from '../src/document/index.ts';
import { readDocument } from '../src/document/index.ts';

export type Format = 'odt' | 'pptx' | 'rtf';

/** What a file of these bytes is read as. */
export async function readBytes(bytes: Uint8Array, format: Format, limits: Limits = DEFAULT_LIMITS): Promise<ReadResult<Document>> {
  const path = join(await mkdtemp(join(tmpdir(), 'preflag-')), `a.${format}`);
  await writeFile(path, bytes);
  return readDocument({ file: `a.${format}`, path }, format, { limits });
}

export async function modelOf(bytes: Uint8Array, format: Format): Promise<Document> {
  const result = await readBytes(bytes, format);
  if (!result.ok) throw new Error(result.failure.text);
  return result.model;
}

const ODF = 'urn:oasis:names:tc:opendocument:xmlns';
const ODF_NAMES = `xmlns:office="${ODF}:office:1.0" xmlns:text="${ODF}:text:1.0" xmlns:table="${ODF}:table:1.0" xmlns:style="${ODF}:style:1.0"
 xmlns:draw="${ODF}:drawing:1.0" xmlns:fo="${ODF}:xsl-fo-compatible:1.0" xmlns:svg="${ODF}:svg-compatible:1.0" xmlns:meta="${ODF}:meta:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"`;

/** The parts of an OpenDocument text, as the XML inside of their roots. */
export interface OdtSpec {
  readonly text: string;
  readonly automatic?: string;
  readonly styles?: string;
  readonly pages?: string;
  readonly meta?: string;
  readonly manifest?: string;
}

export function odt({ text, automatic = '', styles = '', pages = '', meta = '', manifest = '' }: OdtSpec): Uint8Array {
  const root = (name: string, inner: string): Uint8Array => strToU8(`<office:${name} ${ODF_NAMES}>${inner}</office:${name}>`);
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'META-INF/manifest.xml': strToU8(`<m:manifest xmlns:m="${ODF}:manifest:1.0">${manifest}</m:manifest>`),
    'content.xml': root(
      'document-content',
      `<office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body>`,
    ),
    'styles.xml': root('document-styles', `<office:styles>${styles}</office:styles>${pages}`),
    'meta.xml': root('document-meta', `<office:meta>${meta}</office:meta>`),
    'Pictures/a.png': new Uint8Array(7),
  });
}

const PPTX_NAMES = `xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"`;

export interface SlideSpec {
  /** The shapes. */
  readonly shapes: string;
  readonly layout?: 'title' | 'secHead' | 'obj';
  readonly isHidden?: boolean;
  /** The shapes of the page of notes. */
  readonly notes?: string;
  /** The comments part, inside of its root. */
  readonly comments?: string;
  /** The data of a diagram, inside of its root; its relationship is `diagram`. */
  readonly diagram?: string;
}

/** A presentation. The layouts have a body placeholder with the index 1, whose first two levels have bullets by the master. */
export function pptx(slides: readonly SlideSpec[], authors = ''): Uint8Array {
  const tree = (inner: string): string => `<p:cSld><p:spTree><p:nvGrpSpPr/><p:grpSpPr/>${inner}</p:spTree></p:cSld>`;
  const part = (name: string, inner: string, attributes = ''): Uint8Array =>
    strToU8(`<p:${name} ${PPTX_NAMES}${attributes}>${inner}</p:${name}>`);
  const files: Record<string, Uint8Array> = {
    '_rels/.rels': relationships([['r1', 'officeDocument', 'ppt/presentation.xml']]),
    'ppt/presentation.xml': part(
      'presentation',
      `<p:sldIdLst>${slides.map((_, at) => `<p:sldId id="${256 + at}" r:id="s${at}"/>`).join('')}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/>`,
    ),
    'ppt/_rels/presentation.xml.rels': relationships([
      ...slides.map((_, at) => [`s${at}`, 'slide', `slides/slide${at}.xml`] as const),
      ['authors', 'commentAuthors', 'authors.xml'],
    ]),
    'ppt/authors.xml': part('cmAuthorLst', authors),
    'ppt/master.xml': part(
      'sldMaster',
      `${tree('')}<p:txStyles><p:bodyStyle><a:lvl1pPr><a:buChar char="•"/></a:lvl1pPr><a:lvl2pPr><a:buChar char="–"/></a:lvl2pPr></p:bodyStyle></p:txStyles>`,
    ),
    'ppt/media/a.png': new Uint8Array(7),
  };
  for (const layout of ['title', 'secHead', 'obj'] as const) {
    files[`ppt/layouts/${layout}.xml`] = part('sldLayout', tree(sp('', '<p:ph type="body" idx="1"/>')), ` type="${layout}"`);
    files[`ppt/layouts/_rels/${layout}.xml.rels`] = relationships([['m', 'slideMaster', '../master.xml']]);
  }
  for (const [at, { shapes, layout = 'obj', isHidden, notes, comments, diagram }] of slides.entries()) {
    files[`ppt/slides/slide${at}.xml`] = part('sld', tree(shapes), isHidden ? ' show="0"' : '');
    files[`ppt/slides/_rels/slide${at}.xml.rels`] = relationships([
      ['layout', 'slideLayout', `../layouts/${layout}.xml`],
      ['picture', 'image', '../media/a.png'],
      ['link', 'hyperlink', 'https://a.example'],
      ['diagram', 'diagramData', `../diagrams/${at}.xml`],
      ...(notes === undefined ? [] : [['notes', 'notesSlide', `../notes/${at}.xml`] as const]),
      ...(comments === undefined ? [] : [['comments', 'comments', `../comments/${at}.xml`] as const]),
    ]);
    if (notes !== undefined) files[`ppt/notes/${at}.xml`] = part('notes', tree(notes));
    if (comments !== undefined) files[`ppt/comments/${at}.xml`] = part('cmLst', comments);
    if (diagram !== undefined) files[`ppt/diagrams/${at}.xml`] = strToU8(`<dgm:dataModel ${PPTX_NAMES}>${diagram}</dgm:dataModel>`);
  }
  return zipSync(files);
}

/** A shape with a placeholder and the paragraphs of its text. */
export const sp = (paragraphs: string, placeholder = '', attributes = ''): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="a"${attributes}/><p:cNvSpPr/><p:nvPr>${placeholder}</p:nvPr></p:nvSpPr><p:txBody><a:bodyPr/>${paragraphs}</p:txBody></p:sp>`;
export const ap = (text: string, properties = ''): string => `<a:p>${properties}<a:r><a:rPr/><a:t>${text}</a:t></a:r></a:p>`;

function relationships(list: readonly (readonly [id: string, type: string, target: string])[]): Uint8Array {
  const all = list.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"${target.includes(':') ? ' TargetMode="External"' : ''}/>`,
  );
  return strToU8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`);
}

/** A rich text around this. */
export const rtf = (body: string): Uint8Array =>
  Buffer.from(
    `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}{\\f1\\fcharset204 Arial;}{\\f2\\fcharset2 Symbol;}}${body}}`,
    'latin1',
  );
