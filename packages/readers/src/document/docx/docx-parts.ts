import type { Caption, DocumentImage, DocumentLink, DocumentParts, FontUse, PageSetup } from '../parts-model.ts';
import { captionKind, captionNumber } from '../caption-kind.ts';
import { paragraphLooks } from './paragraph-looks.ts';
import { lookOf, type PartSources } from './part-sources.ts';
import { PlacedParagraph } from './placed-paragraph.ts';
import type { StoryEntry, StoryParagraph, StoryTable } from './story.ts';
import type { Styles } from './styles.ts';

/** Everything that a Word document tells beside its text. */
export function docxParts(sources: PartSources): Partial<DocumentParts> {
  const { body, blocks, properties } = sources;
  const paragraphs = body.stories.flatMap(({ entries }) => paragraphsIn(entries, false));
  const all = paragraphs.map(({ paragraph, inTable }) => new PlacedParagraph(paragraph, inTable, blocks));
  return {
    ...properties,
    pages: pagesOf(sources),
    revisions: all.flatMap(({ paragraph, block }) => paragraph.marks.revisions.map((revision) => ({ ...revision, block }))),
    comments: commentsOf(sources, all),
    hidden: all.flatMap(({ paragraph, block }) => {
      const text = paragraph.marks.hidden.join('');
      return text.trim() === '' ? [] : [{ text, block }];
    }),
    highlights: all.flatMap((placed) => placed.spans(({ highlighted }) => highlighted === true)),
    prompts: all.flatMap((placed) => placed.spans(({ prompt }) => prompt === true)),
    fields: all.flatMap(({ paragraph, block }) => paragraph.marks.fields.map((field) => ({ ...field, block }))),
    anchors: body.bookmarks.filter((name) => name !== '' && name !== '_GoBack'),
    links: all.flatMap(linksOf),
    images: all.flatMap((placed) => imagesOf(placed, sources)),
    tables: blocks.tables.map(({ table, after }, index) => tableOf(table, after, index)),
    captions: all.flatMap((placed) => captionOf(placed, sources.styles)),
    contents: all.flatMap((placed) => contentsOf(placed, sources.styles)),
    emptyParagraphs: emptyRuns(all),
    fonts: fontsOf(all, sources),
    paragraphs: paragraphLooks(all, sources),
  };
}

function paragraphsIn(
  entries: readonly StoryEntry[],
  inTable: boolean,
): { readonly paragraph: StoryParagraph; readonly inTable: boolean }[] {
  return entries.flatMap((entry) =>
    entry.kind === 'paragraph'
      ? [{ paragraph: entry, inTable }]
      : entry.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsIn(cell.entries, true))),
  );
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

function commentsOf({ comments, resolved }: PartSources, all: readonly PlacedParagraph[]): DocumentParts['comments'] {
  const about = new Map(all.flatMap(({ paragraph, block }) => paragraph.marks.comments.map((id) => [id, block] as const)));
  return comments.map(({ id = '', author, entries, lastParagraph = '' }) => ({
    ...(author !== undefined && { author }),
    text: paragraphsIn(entries, false)
      .map(({ paragraph }) => paragraph.pieces.map(({ text }) => text).join(''))
      .join('\n')
      .trim(),
    block: about.get(id) ?? -1,
    isResolved: resolved.has(lastParagraph),
  }));
}

function linksOf({ paragraph, block }: PlacedParagraph): readonly DocumentLink[] {
  const links: { target: string; text: string; block: number }[] = [];
  for (const { link, text } of paragraph.pieces) {
    const last = links.at(-1);
    if (link === undefined) continue;
    if (last && last.target === link) last.text += text;
    else links.push({ target: link, text, block });
  }
  return links;
}

function imagesOf({ paragraph, block }: PlacedParagraph, { bytesOf }: PartSources): readonly DocumentImage[] {
  return paragraph.pieces.flatMap(({ image }) => {
    if (!image) return [];
    const bytes = bytesOf(image.source);
    return [{ ...image, block, ...(bytes !== undefined && { bytes }) }];
  });
}

function tableOf({ rows }: StoryTable, after: number, table: number): DocumentParts['tables'][number] {
  const widths = rows.map(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0));
  return {
    table,
    rows: rows.length,
    columns: Math.max(0, ...widths),
    headerRows: rows.filter(({ header }) => header).length,
    widths,
    after,
  };
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

function emptyRuns(all: readonly PlacedParagraph[]): DocumentParts['emptyParagraphs'] {
  const runs: { after: number; count: number }[] = [];
  let [count, after] = [0, -1];
  const end = (): void => {
    if (count >= 2) runs.push({ after, count });
    count = 0;
  };
  for (const { paragraph, block, text, inTable } of all) {
    const isEmpty = text === '' && paragraph.pieces.every(({ kind }) => kind === 'text') && !paragraph.marks.isBreak && !inTable;
    if (isEmpty) count += 1;
    else {
      end();
      if (text !== '') after = block;
    }
  }
  end();
  return runs;
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
