import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { pdfOf } from '../../packages/readers/tests/pdf-of.ts';

/** Where the files are put, and small ones of the same kinds, which load what is loaded late. */
export const FILES: Readonly<Record<'docx' | 'markdown' | 'pdf', string>> = {
  docx: join(tmpdir(), 'preflag-bench-5000.docx'),
  markdown: join(tmpdir(), 'preflag-bench-100kb.md'),
  pdf: join(tmpdir(), 'preflag-bench-100.pdf'),
};
export const SMALL: typeof FILES = {
  docx: join(tmpdir(), 'preflag-bench-small.docx'),
  markdown: join(tmpdir(), 'preflag-bench-small.md'),
  pdf: join(tmpdir(), 'preflag-bench-small.pdf'),
};

const PARAGRAPHS = 5000;
const MARKDOWN_BYTES = 100_000;
const PAGES = 100;
const WORDS = 'the sales of this quarter grew in every region but one where prices fell and two orders were late'.split(' ');

export async function makeFiles(): Promise<void> {
  if (!existsSync(FILES.docx)) writeFileSync(FILES.docx, await Packer.toBuffer(new Document({ sections: [{ children: paragraphs() }] })));
  if (!existsSync(FILES.markdown)) writeFileSync(FILES.markdown, markdown());
  if (!existsSync(FILES.pdf)) writeFileSync(FILES.pdf, pdf());
  writeFileSync(SMALL.docx, await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('One.')] }] })));
  writeFileSync(SMALL.markdown, '# One\n\nTwo.\n');
  writeFileSync(SMALL.pdf, pdfOf({ pages: [[['One.', 72, 700]]] }));
}

function sentence(seed: number): string {
  const words = Array.from({ length: 12 }, (_, index) => WORDS[(seed * 7 + index * ((seed % 5) + 1)) % WORDS.length]);
  return `In week ${seed + 1} ${words.join(' ')}.`;
}

function paragraphs(): Paragraph[] {
  return Array.from({ length: PARAGRAPHS }, (_, index) =>
    index % 25 === 0
      ? new Paragraph({ text: `Part ${index / 25 + 1}`, heading: HeadingLevel.HEADING_1 })
      : new Paragraph({
          children: [new TextRun(`${sentence(index)} `), new TextRun({ text: sentence(index + 3), bold: index % 3 === 0 })],
        }),
  );
}

function markdown(): string {
  let text = '# Report\n';
  for (let part = 0; text.length < MARKDOWN_BYTES; part += 1)
    text += [
      `\n## Part ${part + 1}\n`,
      `${sentence(part)} See [part one](#part-1) and **${part + 2} orders**. ${sentence(part + 1)}\n`,
      `- ${sentence(part + 2)}\n- ${sentence(part + 4)}\n`,
      `| region | sold |\n|---|---|\n| North | ${part + 10} |\n| South | ${part + 20} |\n`,
    ].join('\n');
  return text;
}

function pdf(): Buffer {
  return pdfOf({
    pages: Array.from({ length: PAGES }, (_, page) => [
      ...Array.from(
        { length: 40 },
        (_line, line) => [sentence(page * 40 + line), 72, 740 - line * 14 - Math.floor(line / 6) * 10] as const,
      ),
      [`Page ${page + 1} of ${PAGES}`, 280, 20] as const,
    ]),
  });
}
