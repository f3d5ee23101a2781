import type { DocumentParts, PageSetup } from '../parts-model.ts';
import { captionOf, contentsLineOf } from '../story/marked-lines.ts';
import type { StoryBlocks } from '../story/story-blocks.ts';
import { ownLooks } from '../story/text-looks.ts';
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

/** What an OpenDocument text tells beside its text. */
export function odtParts({ text, blocks, pages, styles, bytesOf }: OdtSources): Partial<DocumentParts> {
  const all = placedParagraphs([text.body], blocks);
  const resolved = new Set(text.comments.filter(({ isResolved }) => isResolved).map(({ id }) => id));
  const parts = storyParts(all, blocks, bytesOf);
  return {
    ...parts,
    pages: pages.flatMap((page) => pageOf(page, styles)),
    comments: commentsOf(text.comments, all, ({ id }) => resolved.has(id)),
    anchors: [...text.anchors.filter((name) => name !== ''), ...ownAnchors(parts.links, blocks)],
    captions: all.flatMap((placed) => captionOf(placed, placed.paragraph.marks.isCaption === true)),
    contents: all.flatMap((placed) => contentsLineOf(placed, placed.paragraph.marks.contentsLevel)),
    ...ownLooks(all),
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
