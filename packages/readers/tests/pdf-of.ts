/** A line of text on a page: where it begins, from the lower left corner in points, and how large its letters are. */
export type PdfText = readonly [text: string, x: number, y: number, size?: number];

export interface PdfSpec {
  readonly pages: readonly (readonly PdfText[])[];
  /** Titles with the number of their page, from 0. */
  readonly outline?: readonly (readonly [title: string, page: number])[];
  readonly info?: Readonly<Record<string, string>>;
  readonly language?: string;
  /** Asks for a password that nobody has. */
  readonly isLocked?: boolean;
  /** The role of each line of the first page: `H1`, `P`. */
  readonly tags?: readonly string[];
}

/** The bytes of a pdf (ISO 32000-1) with pages of 600 by 800 points, in Helvetica. */
export function pdfOf({ pages, outline = [], info = {}, language, isLocked = false, tags = [] }: PdfSpec): Buffer {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const reserve = (): number => objects.push('');
  const [catalog, tree, font] = [reserve(), reserve(), add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')];
  const root = tags.length > 0 ? reserve() : 0;
  const kids = pages.map((lines, index) => {
    const isTagged = index === 0 && tags.length > 0;
    const content = lines.map(([text, x, y, size = 12], line) => {
      const shown = `BT /F ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`;
      return isTagged ? `/${tags[line] ?? 'P'} << /MCID ${line} >> BDC ${shown} EMC` : shown;
    });
    const stream = content.join('\n');
    const body = add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F ${font} 0 R >> >> /Contents ${body} 0 R ${isTagged ? '/StructParents 0' : ''} >>`,
    );
  });
  objects[tree - 1] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`;
  if (root > 0) {
    const elements = tags.map((tag, line) => add(`<< /Type /StructElem /S /${tag} /P ${root} 0 R /Pg ${kids[0]} 0 R /K ${line} >>`));
    const parents = add(`<< /Nums [0 [${elements.map((element) => `${element} 0 R`).join(' ')}]] >>`);
    objects[root - 1] =
      `<< /Type /StructTreeRoot /K [${elements.map((element) => `${element} 0 R`).join(' ')}] /ParentTree ${parents} 0 R >>`;
  }
  let outlines = 0;
  if (outline.length > 0) {
    outlines = reserve();
    const first = objects.length + 1;
    for (const [index, [title, page]] of outline.entries())
      add(
        `<< /Title (${title}) /Parent ${outlines} 0 R /Dest [${kids[page]} 0 R /Fit] ${index > 0 ? `/Prev ${first + index - 1} 0 R` : ''} ${index < outline.length - 1 ? `/Next ${first + index + 1} 0 R` : ''} >>`,
      );
    objects[outlines - 1] = `<< /Type /Outlines /First ${first} 0 R /Last ${first + outline.length - 1} 0 R /Count ${outline.length} >>`;
  }
  objects[catalog - 1] =
    `<< /Type /Catalog /Pages ${tree} 0 R ${outlines > 0 ? `/Outlines ${outlines} 0 R` : ''} ${language === undefined ? '' : `/Lang (${language})`} ${root > 0 ? `/MarkInfo << /Marked true >> /StructTreeRoot ${root} 0 R` : ''} >>`;
  const about = add(
    `<< ${Object.entries(info)
      .map(([name, value]) => `/${name} (${value})`)
      .join(' ')} >>`,
  );
  const zeros = '00'.repeat(32);
  const lock = isLocked ? add(`<< /Filter /Standard /V 1 /R 2 /O <${zeros}> /U <${zeros}> /P -4 >>`) : 0;
  return assemble(objects, `/Root ${catalog} 0 R /Info ${about} 0 R ${lock > 0 ? `/Encrypt ${lock} 0 R /ID [<00> <00>]` : ''}`);
}

function assemble(objects: readonly string[], trailer: string): Buffer {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const end = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${end}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
