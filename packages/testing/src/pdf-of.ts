/** A page of 595 by 842 points (A4): its lines of text, and what else is drawn. */
export interface PdfPageSpec {
  /** Where each begins, from the lower left corner in points. */
  readonly lines?: readonly (readonly [text: string, x: number, y: number])[];
  /** One grey picture over the whole page, as a scanner makes it. */
  readonly isScan?: boolean;
}

export interface PdfSpec {
  readonly pages: readonly PdfPageSpec[];
  /** Default Helvetica, which every reader has; no font is embedded. */
  readonly font?: string;
  /** Says that it has tags. Default true. */
  readonly isTagged?: boolean;
  /** Its font says of each character that it is one of the private use area, as damaged fonts do. Default false. */
  readonly isUnmapped?: boolean;
  readonly info?: Readonly<Record<string, string>>;
}

/** One grey pixel. */
export const GREY_PICTURE: string =
  '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n\u0080\nendstream';

const RANGE = '1 begincodespacerange <00> <FF> endcodespacerange\n1 beginbfrange <20> <7E> <E020> endbfrange';
const PRIVATE = `<< /Length ${RANGE.length} >>\nstream\n${RANGE}\nendstream`;

/** Writes a small pdf (ISO 32000-1), for the failures that only a pdf has. */
export function pdfOf({ pages, font = 'Helvetica', isTagged = true, isUnmapped = false, info = {} }: PdfSpec): Uint8Array {
  const map = isUnmapped ? '/ToUnicode 6 0 R' : '';
  const objects = [
    '',
    '',
    `<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding ${map} >>`,
    GREY_PICTURE,
    '',
    PRIVATE,
  ];
  const add = (body: string): number => objects.push(body);
  const kids = pages.map(({ lines = [], isScan = false }) => {
    const text = lines.map(([line, x, y]) => `BT /F 12 Tf ${x} ${y} Td (${line.replace(/[()\\]/g, '\\$&')}) Tj ET`);
    const stream = [...(isScan ? ['q 595 0 0 842 0 0 cm /I Do Q'] : []), ...text].join('\n');
    const content = add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >> /Contents ${content} 0 R >>`,
    );
  });
  const tags = isTagged ? `/MarkInfo << /Marked true >> /StructTreeRoot ${add('<< /Type /StructTreeRoot >>')} 0 R` : '';
  objects[0] = `<< /Type /Catalog /Pages 2 0 R ${tags} >>`;
  objects[1] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`;
  objects[4] = `<< ${Object.entries(info)
    .map(([name, value]) => `/${name} (${value})`)
    .join(' ')} >>`;
  return assemblePdf(objects, '/Root 1 0 R /Info 5 0 R');
}

/** Puts objects together to a file. */
export function assemblePdf(objects: readonly string[], trailer: string): Uint8Array {
  let text = '%PDF-1.7\n';
  const table = objects.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table.join('')}trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Uint8Array.from(text + end, (character) => character.charCodeAt(0));
}
