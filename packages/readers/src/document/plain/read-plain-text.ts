import type { ReadResult } from '@preflag/core';
import { formatLimit } from '@preflag/core';
import type { Paragraph, Root } from 'mdast';
import type { FileSource, ReadOptions } from '../../source.ts';
import { LineIndex, readText } from '../../text/index.ts';
import { createDocument } from '../document-model.ts';
import type { Block, Document } from '../model.ts';
import { blankAddresses } from '../prose.ts';
import type { BlockSource } from '../text-locator.ts';
import { TextLocator } from '../text-locator.ts';
import { TextBuilder } from '../text-map.ts';

/**
 * Reads plain text: paragraphs are what blank lines separate. Headings and lists are not guessed.
 * @throws ReadError `limit`, `encoding`; the file system's error when the file is gone
 */
export async function readPlainText(source: FileSource, options: ReadOptions): Promise<ReadResult<Document>> {
  const { text } = await readText(source, options);
  const lines = new LineIndex(text);
  const most = options.limits.blocks;
  const root: Root = { type: 'root', children: [] };
  const blocks: Block[] = [];
  const sources: BlockSource[] = [];
  let isCut = false;
  for (const paragraph of paragraphs(text)) {
    isCut = blocks.length >= most;
    if (isCut) break;
    const builder = new TextBuilder();
    for (const [index, { start, line }] of paragraph.entries()) {
      const before = paragraph[index - 1];
      if (before) builder.written(' ', before.start + before.line.length, start);
      builder.exact(line, start);
    }
    const [start, end] = [paragraph[0]?.start ?? 0, (paragraph.at(-1)?.start ?? 0) + (paragraph.at(-1)?.line.length ?? 0)];
    const position = { start: { ...lines.position(start), offset: start }, end: { ...lines.position(end), offset: end } };
    const node: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: builder.text, position }], position };
    root.children.push(node);
    const prose = blankAddresses(builder.text);
    blocks.push({ index: blocks.length, type: 'paragraph', depth: 0, text: builder.text, prose, path: [], quoted: false, node });
    sources.push({ start, end, map: builder.runs });
  }
  const model = createDocument({ file: source.file, format: 'text', root, blocks, locator: new TextLocator(text, blocks, sources) });
  if (!isCut) return { ok: true, model };
  const failure = { kind: 'limit', limit: 'blocks', text: `Only the first ${formatLimit('blocks', most)} paragraphs were read.` } as const;
  return { ok: true, model, partial: [failure] };
}

interface Line {
  readonly start: number;
  /** Without the white space around it. */
  readonly line: string;
}

function* paragraphs(text: string): Generator<readonly Line[]> {
  const lineEnd = /\r\n|\n|\r|$/g;
  let paragraph: Line[] = [];
  for (let from = 0; from <= text.length; from = Math.max(lineEnd.lastIndex, from + 1)) {
    lineEnd.lastIndex = from;
    const raw = text.slice(from, lineEnd.exec(text)?.index ?? text.length);
    const line = raw.trim();
    if (line !== '') paragraph.push({ start: from + raw.indexOf(line), line });
    else if (paragraph.length > 0) {
      yield paragraph;
      paragraph = [];
    }
  }
  if (paragraph.length > 0) yield paragraph;
}
