import type { ContentType, ReadResult } from '@preflag/core';
import { toFailure } from '../archive/index.ts';
import { unreadFailure } from '../content-type/index.ts';
import type { FileSource, ReadOptions } from '../source.ts';
import { readDocx } from './docx/read-docx.ts';
import { readHtml } from './html/read-html.ts';
import { readMarkdown } from './markdown/read-markdown.ts';
import type { Document } from './model.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { readPlainText } from './plain/read-plain-text.ts';

type DocumentReader = (source: FileSource, options: ReadOptions) => Promise<ReadResult<Document>>;

const READERS: { readonly [type in ContentType]?: DocumentReader } = {
  docx: readDocx,
  html: readHtml,
  markdown: readMarkdown,
  pdf: readPdf,
  text: readPlainText,
};

/** Reads a document of any format that has a reader. Never throws: what cannot be read is a failure that says why. */
export async function readDocument(source: FileSource, type: ContentType, options: ReadOptions): Promise<ReadResult<Document>> {
  const reader = READERS[type];
  if (!reader)
    return { ok: false, failure: unreadFailure(type) ?? { kind: 'unsupported', text: `A file of type ${type} is no document.` } };
  try {
    return await reader(source, options);
  } catch (thrown) {
    return { ok: false, failure: toFailure(thrown) };
  }
}
