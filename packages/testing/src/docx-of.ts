import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';

/** `# Heading`, `## Heading`, `- item`, a table as rows of cells, or a paragraph. */
export type DocxBlock = string | readonly (readonly string[])[];

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];

/** Writes a docx with real headings, list items and tables. */
export async function docxOf(blocks: readonly DocxBlock[]): Promise<Uint8Array> {
  const document = new Document({
    creator: 'A. Writer',
    sections: [{ children: blocks.map((block) => (typeof block === 'string' ? paragraphOf(block) : tableOf(block))) }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function paragraphOf(text: string): Paragraph {
  const heading = /^(#{1,6}) (.*)$/s.exec(text);
  if (heading) return new Paragraph({ text: heading[2] ?? '', heading: LEVELS[(heading[1]?.length ?? 1) - 1]! });
  if (text.startsWith('- ')) return new Paragraph({ text: text.slice(2), bullet: { level: 0 } });
  return new Paragraph({ text });
}

function tableOf(rows: readonly (readonly string[])[]): Table {
  return new Table({
    rows: rows.map(
      (cells, index) =>
        new TableRow({ tableHeader: index === 0, children: cells.map((text) => new TableCell({ children: [new Paragraph({ text })] })) }),
    ),
  });
}
