import { readFile, stat } from 'node:fs/promises';
import type { ReadFailure, ReadResult } from '@preflag/core';
import { formatLimit } from '@preflag/core';
import { limitError, ReadError } from '../../archive/index.ts';
import type { FileSource, ReadOptions } from '../../source.ts';
import { BlockLocator } from '../block-locator.ts';
import { createDocument } from '../document-model.ts';
import type { Document } from '../model.ts';
import type { DocumentParts, PageSetup } from '../parts-model.ts';
import { captionOf, contentsLineOf } from '../story/marked-lines.ts';
import { StoryBlocks } from '../story/story-blocks.ts';
import { commentsOf, placedParagraphs, storyParts } from '../story/story-parts.ts';
import { STATED_ROLES } from '../story/story.ts';
import { CAPTION_STYLE, contentsLevel } from '../story/style-names.ts';
import { ownLooks } from '../story/text-looks.ts';
import { languageOfId } from './language-ids.ts';
import { parseRtf } from './parse-rtf.ts';
import type { RtfContent, RtfSection } from './rtf-content.ts';

/**
 * Reads a rich text (RTF 1.9.1) as a reader sees it: tracked insertions are text, deletions are not.
 * Notes, comments, headers and footers follow the text.
 * @throws ReadError `corrupt` or `limit`; the file system's error when the file is gone
 */
export async function readRtf({ file, path }: FileSource, { limits }: ReadOptions): Promise<ReadResult<Document>> {
  const { size } = await stat(path);
  if (size > limits.partBytes) throw limitError('partBytes', limits, 'The file');
  const bytes = (await readFile(path)).toString('latin1');
  if (!bytes.startsWith('{\\rtf')) throw new ReadError({ kind: 'corrupt', text: 'The file is no rich text: it does not begin as one.' });
  const content = parseRtf(bytes, limits);
  const blocks = new StoryBlocks(STATED_ROLES, limits.blocks);
  blocks.body(content.body);
  for (const note of content.notes) blocks.aside(note, 'footnote');
  for (const comment of content.comments) blocks.aside(comment, 'comment');
  for (const header of content.headers) blocks.aside(header, 'header');
  for (const footer of content.footers) blocks.aside(footer, 'footer');
  const model = createDocument({
    file,
    format: 'rtf',
    root: blocks.root,
    blocks: blocks.blocks,
    language: languageOfId(content.languageId),
    parts: partsOf(content, blocks),
    locator: new BlockLocator(blocks.blocks),
  });
  const limit = 'blocks';
  const partial: ReadFailure[] = [
    ...(content.isCutOff ? [CUT_OFF] : []),
    ...(blocks.isCut
      ? [{ kind: 'limit', limit, text: `Only the first ${formatLimit(limit, limits[limit])} text blocks were read.` } as const]
      : []),
  ];
  return { ok: true, model, ...(partial.length > 0 && { partial }) };
}

const CUT_OFF: ReadFailure = { kind: 'corrupt', text: 'The file is cut off: its last group is not closed. Save or export it again.' };
const TWIPS_PER_POINT = 20;

function partsOf(content: RtfContent, blocks: StoryBlocks): Partial<DocumentParts> {
  const all = placedParagraphs([content.body], blocks);
  return {
    ...storyParts(all, blocks, () => undefined),
    pages: content.sections.map(pageOf),
    ...(content.pageCount !== undefined && { pageCount: content.pageCount }),
    // The format does not say which comments are done.
    comments: commentsOf(content.comments, all, () => false),
    anchors: content.bookmarks.filter((name) => name !== ''),
    captions: all.flatMap((placed) => captionOf(placed, CAPTION_STYLE.test(placed.paragraph.style ?? ''))),
    contents: all.flatMap((placed) => contentsLineOf(placed, contentsLevel(placed.paragraph.style ?? ''))),
    ...ownLooks(all),
    properties: content.properties,
  };
}

function pageOf({ width, height, left, right, top, bottom, ...flags }: RtfSection): PageSetup {
  const [wide, high] = [width / TWIPS_PER_POINT, height / TWIPS_PER_POINT];
  const margins = {
    top: top / TWIPS_PER_POINT,
    right: right / TWIPS_PER_POINT,
    bottom: bottom / TWIPS_PER_POINT,
    left: left / TWIPS_PER_POINT,
  };
  return { width: wide, height: high, margins, ...flags };
}
