import type { ContentType, ReadResult } from '@preflag/core';
import { toFailure } from '../archive/index.ts';
import { unreadFailure } from '../content-type/index.ts';
import type { FileSource, ReadOptions } from '../source.ts';
import type { Document } from './model.ts';

type DocumentReader = (source: FileSource, options: ReadOptions) => Promise<ReadResult<Document>>;

/** Loaded when a file of the format is there: most of the time of a small check is loading code. */
const READERS: { readonly [type in ContentType]?: () => Promise<DocumentReader> } = {
  docx: async () => (await import('./docx/read-docx.ts')).readDocx,
  html: async () => (await import('./html/read-html.ts')).readHtml,
  markdown: async () => (await import('./markdown/read-markdown.ts')).readMarkdown,
  odt: async () => (await import('./odt/read-odt.ts')).readOdt,
  pdf: async () => (await import('./pdf/read-pdf.ts')).readPdf,
  pptx: async () => (await import('./pptx/read-pptx.ts')).readPptx,
  rtf: async () => (await import('./rtf/read-rtf.ts')).readRtf,
  text: async () => (await import('./plain/read-plain-text.ts')).readPlainText,
};

/** Reads a document of any format that has a reader. Never throws: what cannot be read is a failure that says why. */
export async function readDocument(source: FileSource, type: ContentType, options: ReadOptions): Promise<ReadResult<Document>> {
  const load = READERS[type];
  if (!load) return { ok: false, failure: unreadFailure(type) ?? { kind: 'unsupported', text: `A file of type ${type} is no document.` } };
  try {
    const read = await load();
    return await read(source, options);
  } catch (thrown) {
    return { ok: false, failure: toFailure(thrown) };
  }
}
