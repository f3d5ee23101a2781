import type { ReadFailure, ReadResult } from '@preflag/core';
import { formatLimit } from '@preflag/core';
import type { FileSource, ReadOptions } from '../../source.ts';
import { LineIndex, readText } from '../../text/index.ts';
import { createDocument } from '../document-model.ts';
import type { Block, Document } from '../model.ts';
import type { BlockSource } from '../text-locator.ts';
import { TextLocator } from '../text-locator.ts';
import { defuseMarkdown } from './defuse-markdown.ts';
import { listBlocks } from './markdown-blocks.ts';
import { markdownParts } from './markdown-parts.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { restoreMarkdown } from './restore-markdown.ts';

/**
 * Reads GitHub flavoured markdown with front matter.
 * @throws ReadError `limit`, `encoding`; the file system's error when the file is gone
 */
export async function readMarkdown(source: FileSource, options: ReadOptions): Promise<ReadResult<Document>> {
  const { text } = await readText(source, options);
  const { limits } = options;
  const defused = defuseMarkdown(text, limits.nesting);
  const root = parseMarkdown(defused.text);
  if (defused.places.length > 0) restoreMarkdown(root, text, defused.text, new LineIndex(text));
  const { blocks, sources, isCut } = listBlocks(root, text, limits.blocks);
  const model = createDocument({
    file: source.file,
    format: 'markdown',
    root,
    blocks,
    language: languageOf(blocks),
    parts: markdownParts(blocks, text),
    locator: new TextLocator(text, blocks, sources),
  });
  const partial = [
    ...plainFailure(text, defused.places, blocks, sources),
    ...(isCut
      ? [{ kind: 'limit', limit: 'blocks', text: `Only the first ${formatLimit('blocks', limits.blocks)} text blocks were read.` } as const]
      : []),
  ];
  return { ok: true, model, ...(partial.length > 0 && { partial }) };
}

/** Says where formatting was not read. Signs in code mean nothing anyway. */
function plainFailure(
  text: string,
  places: readonly { start: number; end: number }[],
  blocks: readonly Block[],
  sources: readonly BlockSource[],
): ReadFailure[] {
  const lost = places.filter(
    ({ start, end }) => !sources.some((source, index) => source.start <= start && source.end >= end && blocks[index]?.type === 'code'),
  );
  const [first] = lost;
  if (!first) return [];
  const lines = new LineIndex(text);
  const start = lines.position(first.start);
  return [
    {
      kind: 'limit',
      limit: 'nesting',
      text: `The markdown at line ${start.line}${lost.length > 1 ? ` and ${lost.length - 1} other places` : ''} nests too deep, or has too many formatting signs in one paragraph or too many quotes and lists in a row: it was read as plain text.`,
      place: { kind: 'text', start, end: lines.position(first.end) },
    },
  ];
}

/** `lang: de-DE` in the front matter. */
function languageOf([first]: readonly Block[]): string | undefined {
  if (first?.type !== 'frontmatter') return undefined;
  return /^(?:lang|language|locale)\s*[:=]\s*["']?([a-z]{2,3}(?:[-_][a-z0-9]{2,8})*)["']?\s*$/im
    .exec(first.text)?.[1]
    ?.replaceAll('_', '-');
}
