import { captionKind, captionNumber } from '../caption-kind.ts';
import type { Caption, DocumentParts, PageSetup } from '../parts-model.ts';
import type { PlacedParagraph } from '../story/placed-paragraph.ts';
import type { StoryBlocks } from '../story/story-blocks.ts';
import { commentsOf, placedParagraphs, storyParts, type BytesOf } from '../story/story-parts.ts';
import type { OdtStyles } from './odt-styles.ts';
import type { OdtContent, OdtPage } from './parse-odt.ts';

interface OdtSources {
  readonly text: OdtContent;
  readonly blocks: StoryBlocks;
  /** Those that the document has, in order. */
  readonly pages: readonly OdtPage[];
  readonly styles: OdtStyles;
  readonly bytesOf: BytesOf;
}

/** What an OpenDocument text tells beside its text. Fonts and the look of paragraphs are not read. */
export function odtParts({ text, blocks, pages, styles, bytesOf }: OdtSources): Partial<DocumentParts> {
  const all = placedParagraphs([text.body], blocks);
  const resolved = new Set(text.comments.filter(({ isResolved }) => isResolved).map(({ id }) => id));
  const parts = storyParts(all, blocks, bytesOf);
  return {
    ...parts,
    pages: pages.flatMap((page) => pageOf(page, styles)),
    comments: commentsOf(text.comments, all, ({ id }) => resolved.has(id)),
    anchors: [...text.anchors.filter((name) => name !== ''), ...ownAnchors(parts.links, blocks)],
    captions: all.flatMap(captionOf),
    contents: all.flatMap(contentsOf),
  };
}

function pageOf({ layout, header, footer }: OdtPage, { layouts }: OdtStyles): readonly PageSetup[] {
  const { width, height, margins } = layouts.get(layout ?? '') ?? {};
  if (width === undefined || height === undefined || !margins) return [];
  const hasNumber = [...header, ...footer].some(
    (entry) => entry.kind === 'paragraph' && entry.marks.fields.some(({ code }) => code === 'PAGE' || code === 'NUMPAGES'),
  );
  return [{ width, height, margins, hasHeader: header.length > 0, hasFooter: footer.length > 0, hasPageNumbers: hasNumber }];
}

/** Links may name a heading by its text, and tables, frames and pictures by their names: `#1.Findings|outline`, `#Table1|table`. */
function ownAnchors(links: DocumentParts['links'], { blocks }: StoryBlocks): readonly string[] {
  const titles = new Set(blocks.flatMap(({ type, text }) => (type === 'heading' ? [text.trim()] : [])));
  return links.flatMap(({ target }) => {
    const [, name = '', kind] = /^#(.*)\|(outline|table|frame|graphic|ole|region)$/.exec(target) ?? [];
    const isThere = kind !== undefined && (kind !== 'outline' || titles.has(name.replace(/^[\d.]+/, '').trim()));
    return isThere ? [target.slice(1)] : [];
  });
}

function captionOf({ paragraph, block, text }: PlacedParagraph): readonly Caption[] {
  const sequence = paragraph.marks.fields.find(({ code }) => code.startsWith('SEQ'));
  if (!sequence || text === '') return [];
  const kind = captionKind(sequence.code.replace(/^SEQ\s*/, '')) ?? captionKind(text) ?? 'other';
  const number = captionNumber(text) ?? sequence.result;
  return [{ block, kind, ...(number !== '' && { number }) }];
}

/** Lines of the table of contents: the title, and behind a tab the page. */
function contentsOf({ paragraph, block, text }: PlacedParagraph): DocumentParts['contents'] {
  if (!paragraph.marks.isContents) return [];
  const [, title, page] = /^(.*?)(?:[\s.…]*\t|[\s.…]{3,})(\d+|[ivxlc]+)$/i.exec(text) ?? [];
  // The heading of the table of contents stands in it, too.
  if (title === undefined || page === undefined) return [];
  const level = Number(/(\d)$/.exec(paragraph.style ?? '')?.[1] ?? 1);
  return [{ text: title.replaceAll(/\s+/g, ' ').trim(), level, page, block }];
}
