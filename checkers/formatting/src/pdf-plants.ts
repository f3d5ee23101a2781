import { pdfOf, withFile, type Example, type PdfPageSpec, type PdfSpec, type Plant } from '@preflag/testing';
import type { Expected } from './document-plants.ts';

/** A page with some lines of text. */
export const PDF_PAGE: PdfPageSpec = {
  lines: [
    ['Rents rose by a tenth in March, and the shop in the south', 72, 700],
    ['sold the most of all.', 72, 684],
  ],
};

/** A clean pdf with two pages of text. */
export function cleanPdf(): Example {
  return { files: { 'report.pdf': pdfOf({ pages: [PDF_PAGE, PDF_PAGE] }) } };
}

/** Puts another pdf in the place of the first one: what a pdf is made of cannot be changed in place. */
export function replacePdf(spec: PdfSpec, findings: readonly Expected[]): Plant['ways'][string] {
  return (clean) => {
    const path = Object.keys(clean.files).find((name) => name.endsWith('.pdf'));
    if (path === undefined) return undefined;
    return { example: withFile(clean, path, pdfOf(spec)), findings: findings.map((finding) => ({ ...finding, file: path })) };
  };
}
