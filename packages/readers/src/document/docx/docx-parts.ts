import type { Caption, DocumentParts, FontUse, PageSetup } from '../parts-model.ts';
import type { PlacedParagraph } from '../story/placed-paragraph.ts';
import { commentsOf, placedParagraphs, storyParts } from '../story/story-parts.ts';
import { captionKind, captionNumber } from '../caption-kind.ts';
import { paragraphLooks } from './paragraph-looks.ts';
import { lookOf, type PartSources } from './part-sources.ts';
import type { Styles } from './styles.ts';

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
    captions: all.flatMap((placed) => captionOf(placed, sources.styles)),
    contents: all.flatMap((placed) => contentsOf(placed, sources.styles)),
    fonts: fontsOf(all, sources),
    paragraphs: paragraphLooks(all, sources),
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

function captionOf({ paragraph, block, text }: PlacedParagraph, styles: Styles): readonly Caption[] {
  const sequence = paragraph.marks.fields.find(({ code }) => /^SEQ\s/i.test(code));
  if ((!sequence && !/^caption$/i.test(styles.nameOf(paragraph.style))) || text === '' || paragraph.marks.isContents) return [];
  const name = sequence?.code.replace(/^SEQ\s+/i, '').replaceAll('"', '') ?? text;
  const kind = captionKind(name) ?? captionKind(text) ?? 'other';
  const number = captionNumber(text) ?? sequence?.result;
  return [{ block, kind, ...(number !== undefined && number !== '' && { number }) }];
}

/** Lines of a table of contents: the title, and behind a tab or dots the page. */
function contentsOf({ paragraph, block, text }: PlacedParagraph, styles: Styles): DocumentParts['contents'] {
  const level = /^toc ([1-9])$/i.exec(styles.nameOf(paragraph.style))?.[1];
  if ((!paragraph.marks.isContents && level === undefined) || text === '') return [];
  const [, title = text, page] = /^(.*?)(?:[\s.…]*\t|[\s.…]{3,})(\d+|[ivxlc]+)$/i.exec(text) ?? [];
  // The heading of the table of contents stands in it, too.
  if (level === undefined && page === undefined) return [];
  return [{ text: title.replaceAll(/\s+/g, ' ').trim(), level: Number(level ?? 1), ...(page !== undefined && { page }), block }];
}

function fontsOf(all: readonly PlacedParagraph[], sources: PartSources): readonly FontUse[] {
  const uses = new Map<string, { font: string; size: number; role: FontUse['role']; units: number; block: number }>();
  for (const placed of all)
    for (const piece of placed.paragraph.pieces) {
      const units = piece.kind === 'text' ? piece.text.trim().length : 0;
      if (units === 0) continue;
      const { font, size } = lookOf(piece, placed.paragraph, sources);
      const role = roleOf(placed);
      const key = `${font} ${size} ${role}`;
      const use = uses.get(key);
      if (use) use.units += units;
      else uses.set(key, { font, size, role, units, block: placed.block });
    }
  return [...uses.values()].toSorted((a, b) => b.units - a.units);
}

function roleOf({ model, inTable }: PlacedParagraph): FontUse['role'] {
  if (model?.type === 'heading') return 'heading';
  if (model?.type === 'code') return 'code';
  if (inTable) return 'table';
  return model?.type === 'paragraph' || model?.type === 'listItem' ? 'body' : 'other';
}
