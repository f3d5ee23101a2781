import type { DocumentParts, PageSetup } from '../parts-model.ts';
import { fontUses, paragraphLooks } from '../story/text-looks.ts';
import { commentsOf, placedParagraphs, storyParts } from '../story/story-parts.ts';
import { captionOf, contentsLineOf } from '../story/marked-lines.ts';
import { CAPTION_STYLE, contentsLevel } from '../story/style-names.ts';
import { docxLook } from './paragraph-looks.ts';
import { lookOf, type PartSources } from './part-sources.ts';

/** Everything that a Word document tells beside its text. */
export function docxParts(sources: PartSources): Partial<DocumentParts> {
  const { body, blocks, properties, comments, resolved } = sources;
  const all = placedParagraphs(body.stories, blocks);
  return {
    ...properties,
    pages: pagesOf(sources),
    ...storyParts(all, blocks, sources.bytesOf),
    comments: commentsOf(comments, all, ({ lastParagraph = '' }) => resolved.has(lastParagraph)),
    anchors: body.bookmarks.filter((name) => name !== '' && name !== '_GoBack'),
    captions: all.flatMap((placed) => captionOf(placed, CAPTION_STYLE.test(sources.styles.nameOf(placed.paragraph.style)))),
    contents: all.flatMap((placed) => contentsLineOf(placed, contentsLevel(sources.styles.nameOf(placed.paragraph.style)))),
    fonts: fontUses(all, (piece, { paragraph }) => lookOf(piece, paragraph, sources)),
    paragraphs: paragraphLooks(all, (placed) => docxLook(placed, sources)),
  };
}

/** A section without headers or footers of its own goes on with those before it (ECMA-376-1, 17.10.5). */
function pagesOf({ body, numbered }: PartSources): readonly PageSetup[] {
  let [headers, footers]: (readonly string[])[] = [[], []];
  return body.sections.flatMap((section): PageSetup[] => {
    if (section.headers.length > 0) headers = section.headers;
    if (section.footers.length > 0) footers = section.footers;
    const { width, height, margins } = section;
    if (width === undefined || height === undefined) return [];
    return [
      {
        width,
        height,
        ...(margins && { margins }),
        hasHeader: headers!.length > 0,
        hasFooter: footers!.length > 0,
        hasPageNumbers: [...headers!, ...footers!].some((id) => numbered.has(id)),
      },
    ];
  });
}
