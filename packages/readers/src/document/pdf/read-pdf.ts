import { readFile, stat } from 'node:fs/promises';
import type { ReadFailure, ReadResult } from '@preflag/core';
import { formatLimit } from '@preflag/core';
import type { Root } from 'mdast';
import { limitError, ReadError } from '../../archive/index.ts';
import type { FileSource, ReadOptions } from '../../source.ts';
import { createDocument } from '../document-model.ts';
import { HeadingPath } from '../heading-path.ts';
import type { Block, Document } from '../model.ts';
import { blankAddresses } from '../prose.ts';
import { joinLines } from './join-lines.ts';
import { wrongEnds } from './pdf-ends.ts';
import { PdfLocator, type PlacedLine } from './pdf-locator.ts';
import { pdfParts } from './pdf-parts.ts';
import { pdfBlocks } from './pdf-blocks.ts';
import { openPdf, type PdfPageSource } from './pdf-source.ts';

/**
 * Reads a pdf. Headings and tables are told only where the file is tagged, headings also where its outline names them: nothing is guessed
 * from the look of letters. A file whose end is missing is read as far as it can be, and said to be damaged.
 * @throws ReadError `limit`, `corrupt`, `encrypted`; the file system's error when the file is gone
 */
export async function readPdf({ file, path }: FileSource, { limits }: ReadOptions): Promise<ReadResult<Document>> {
  const { size } = await stat(path);
  if (size > limits.partBytes) throw limitError('partBytes', limits, 'The pdf');
  const bytes = new Uint8Array(await readFile(path));
  const ends = wrongEnds(bytes);
  const damage = ends === undefined ? undefined : `The pdf is damaged: ${ends}. Export it again.`;
  try {
    await using source = await openPdf(bytes);
    const pages: PdfPageSource[] = [];
    for (let page = 0; page < source.pageCount; page += 1) pages.push(await source.page(page));
    const outline = await source.outline();
    const { blocks: found, isCut } = pdfBlocks(pages, outline, source.isTagged, limits.blocks);
    const { blocks, lines, root } = blocksOf(found);
    const model = createDocument({
      file,
      format: 'pdf',
      root,
      blocks,
      language: source.language,
      parts: pdfParts({ source, pages, blocks, lines, outline, isRecovered: ends !== undefined }),
      locator: new PdfLocator(blocks, lines),
    });
    const partial: ReadFailure[] = [
      ...(damage === undefined ? [] : [{ kind: 'corrupt', text: damage } as const]),
      ...(isCut
        ? [
            {
              kind: 'limit',
              limit: 'blocks',
              text: `Only the first ${formatLimit('blocks', limits.blocks)} text blocks were read.`,
            } as const,
          ]
        : []),
    ];
    return { ok: true, model, ...(partial.length > 0 && { partial }) };
  } catch (thrown) {
    if (damage !== undefined && thrown instanceof ReadError && thrown.failure.kind === 'corrupt')
      throw new ReadError({ kind: 'corrupt', text: damage }, { cause: thrown });
    throw thrown;
  }
}

function blocksOf(found: ReturnType<typeof pdfBlocks>['blocks']): {
  readonly blocks: Block[];
  readonly lines: PlacedLine[][];
  readonly root: Root;
} {
  const path = new HeadingPath();
  const words = new Set(found.flatMap((block) => block.lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])));
  const blocks: Block[] = [];
  const lines: PlacedLine[][] = [];
  const root: Root = { type: 'root', children: [] };
  for (const { type, depth, lines: own, cell } of found) {
    const { text, placed } = joinLines(own, words);
    const heading = type === 'heading';
    const children = [{ type: 'text', value: text } as const];
    const node = heading ? ({ type: 'heading', depth: depth as 1, children } as const) : ({ type: 'paragraph', children } as const);
    blocks.push({
      index: blocks.length,
      type,
      depth,
      text,
      prose: blankAddresses(text),
      path: path.above(heading ? depth : undefined),
      quoted: false,
      ...(cell && { cell }),
      ...(type === 'listItem' && { item: { level: 0, ordered: false } }),
      node,
    });
    lines.push(placed);
    if (type !== 'tableCell') root.children.push(node);
    if (heading) path.enter(text, depth);
  }
  return { blocks, lines, root };
}
