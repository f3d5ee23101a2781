import type { Written } from './rich-document.ts';
import { NotCarried, richOfMarkdown } from './rich-of-markdown.ts';
import { writeDocx } from './write-docx.ts';
import { writeHtml } from './write-html.ts';
import { writeOdt } from './write-odt.ts';
import { writePdf, type PdfOptions } from './write-pdf.ts';
import { writePptx } from './write-pptx.ts';
import { writeRtf } from './write-rtf.ts';
import { writeText } from './write-text.ts';

/** The formats that a markdown text can be written in, by their file endings. */
export const WRITTEN_FORMATS = ['docx', 'html', 'odt', 'pdf', 'pptx', 'rtf', 'txt'] as const;
export type WrittenFormat = (typeof WRITTEN_FORMATS)[number];

/** XML has no form for control characters. */
const IN_XML: ReadonlySet<WrittenFormat> = new Set(['docx', 'odt', 'pptx']);
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/;

/**
 * Writes a markdown text in another format, as its program would: real headings, lists, tables, footnotes, captions, links and contents.
 * What the format has no form for is named, and nothing is written then.
 * @param pdf what a pdf is to be without
 */
export async function writeIn(format: WrittenFormat, markdown: string, pdf: PdfOptions = {}): Promise<Written> {
  try {
    const document = richOfMarkdown(markdown);
    if (IN_XML.has(format) && CONTROL.test(markdown)) return { isWritten: false, construct: 'control characters' };
    if (format === 'pptx') return writePptx(document);
    if (format === 'txt') return writeText(document);
    if (format === 'docx') return { isWritten: true, bytes: await writeDocx(document) };
    if (format === 'pdf') return { isWritten: true, bytes: writePdf(document, pdf) };
    const write = { html: writeHtml, odt: writeOdt, rtf: writeRtf }[format];
    return { isWritten: true, bytes: write(document) };
  } catch (thrown) {
    if (thrown instanceof NotCarried) return { isWritten: false, construct: thrown.construct };
    throw thrown;
  }
}
