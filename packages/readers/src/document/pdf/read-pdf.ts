import { readFile, stat } from 'node:fs/promises';
import type { ReadFailure, ReadResult } from '@preflag/core';
import { formatLimit } from '@preflag/core';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import { limitError, ReadError } from '../../archive/index.ts';
import type { FileSource, ReadOptions } from '../../source.ts';
import { createDocument } from '../document-model.ts';
import { HeadingPath } from '../heading-path.ts';
import type { Block, Document } from '../model.ts';
import { blankAddresses } from '../prose.ts';
import { BLANK } from '../text-map.ts';
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
    const [outline, destinations] = [await source.outline(), await source.destinations()];
    const { blocks: found, isCut } = pdfBlocks(pages, outline, source.isTagged, limits.blocks);
    const empty = new Map(
      found.flatMap(({ lines: own, page }, index) => (own.length === 0 && page !== undefined ? [[index, page] as const] : [])),
    );
    const { blocks, lines, root } = blocksOf(found);
    const model = createDocument({
      file,
      format: 'pdf',
      root,
      blocks,
      language: source.language,
      parts: pdfParts({ source, pages, found, blocks, lines, outline, destinations, isRecovered: ends !== undefined }),
      locator: new PdfLocator(blocks, lines, empty),
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
  for (const { type, depth, lines: own, cell, item, isQuoted, picture } of found) {
    const { text, placed } = picture ? { text: BLANK, placed: [] } : joinLines(own, words);
    const heading = type === 'heading';
    const node = nodeOf(type, depth, text, picture?.alt);
    blocks.push({
      index: blocks.length,
      type,
      depth,
      text,
      prose: type === 'code' ? BLANK.repeat(text.length) : blankAddresses(text),
      path: path.above(heading ? depth : undefined),
      quoted: isQuoted === true,
      ...(cell && { cell }),
      ...(type === 'listItem' && { item: item ?? { level: 0, ordered: false } }),
      node,
    });
    lines.push(placed);
    if (type !== 'tableCell') root.children.push(isQuoted && node.type === 'paragraph' ? { type: 'blockquote', children: [node] } : node);
    if (heading) path.enter(text, depth);
  }
  return { blocks, lines, root };
}

function nodeOf(type: Block['type'], depth: number, text: string, alt: string | undefined): RootContent {
  if (type === 'code') return { type: 'code', value: text };
  const children: PhrasingContent[] = [text === BLANK ? { type: 'image', url: '', alt: alt ?? '' } : { type: 'text', value: text }];
  return type === 'heading' ? { type: 'heading', depth: depth as 1, children } : { type: 'paragraph', children };
}
