import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Limits, ReadResult } from '@preflag/core';
import { DEFAULT_LIMITS } from '@preflag/core';
import { strToU8, zipSync } from 'fflate';
import type { Document } from '../src/document/index.ts';
import { readDocument } from '../src/document/index.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const STRICT: string = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const OTHER_NAMESPACES = `xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"`;

/** The parts of a Word document, as the XML inside of their root elements. */
export interface Parts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  /** Whole parts: the theme, which comments are done, and what the package says of the document. */
  readonly whole?: Readonly<Partial<Record<'theme' | 'commentsExtended' | 'core' | 'app', string>>>;
  readonly namespace?: string;
}

/** A Word document of these parts. */
export function docx({ body, namespace = W, ...parts }: Parts): Uint8Array {
  const wrap = (root: string, inner: string): Uint8Array =>
    strToU8(`<w:${root} xmlns:w="${namespace}" ${OTHER_NAMESPACES}>${inner}</w:${root}>`);
  const relationships = (list: readonly (readonly [id: string, type: string, target: string])[]): Uint8Array =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
        .map(
          ([id, type, target]) =>
            `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"${target.includes(':') ? ' TargetMode="External"' : ''}/>`,
        )
        .join('')}</Relationships>`,
    );
  const { styles = '', numbering = '', footnotes = '', endnotes = '', comments = '', header = '', whole = {} } = parts;
  return zipSync({
    '_rels/.rels': relationships([
      ['r1', 'officeDocument', 'word/document.xml'],
      ['r2', 'core-properties', 'core.xml'],
      ['r3', 'extended-properties', 'app.xml'],
    ]),
    'word/document.xml': wrap('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': relationships([
      ...['styles', 'numbering', 'footnotes', 'endnotes', 'comments', 'header'].map((type) => [type, type, `${type}.xml`] as const),
      ...['theme', 'commentsExtended'].map((type) => [type, type, `${type}.xml`] as const),
      ['link', 'hyperlink', 'https://a.example'],
      ['picture', 'image', 'media/a.png'],
    ]),
    'word/styles.xml': wrap('styles', styles),
    'word/numbering.xml': wrap('numbering', numbering),
    'word/footnotes.xml': wrap('footnotes', footnotes),
    'word/endnotes.xml': wrap('endnotes', endnotes),
    'word/comments.xml': wrap('comments', comments),
    'word/header.xml': wrap('hdr', header),
    'word/media/a.png': new Uint8Array(5),
    ...Object.fromEntries(
      Object.entries(whole).map(([name, xml]) => [name === 'core' || name === 'app' ? `${name}.xml` : `word/${name}.xml`, strToU8(xml)]),
    ),
  });
}

export async function read(bytes: Uint8Array, limits: Limits = DEFAULT_LIMITS): Promise<ReadResult<Document>> {
  const path = join(await mkdtemp(join(tmpdir(), 'preflag-')), 'a.docx');
  await writeFile(path, bytes);
  return readDocument({ file: 'a.docx', path }, 'docx', { limits });
}

export async function model(parts: Parts | Uint8Array): Promise<Document> {
  const result = await read(parts instanceof Uint8Array ? parts : docx(parts));
  if (!result.ok) throw new Error(result.failure.text);
  return result.model;
}

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const p = (inner: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner.startsWith('<') ? inner : run(inner)}</w:p>`;
export const styled = (style: string, text: string): string => p(text, `<w:pStyle w:val="${style}"/>`);
export const style = (id: string, name: string, inner = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`;
export const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
export const instruction: string = '<w:r><w:instrText> REF x </w:instrText></w:r>';
