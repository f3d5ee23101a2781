import type { DocumentImage, DocumentLink, DocumentParts } from '../parts-model.ts';
import { PlacedParagraph } from './placed-paragraph.ts';
import type { StoryBlocks } from './story-blocks.ts';
import type { Story, StoryEntry, StoryParagraph, StoryTable } from './story.ts';

/** The size of a file inside of the package. */
export type BytesOf = (source: string) => number | undefined;

/** What paragraphs and tables tell beside their text, whatever the format. */
export function storyParts(
  all: readonly PlacedParagraph[],
  { tables }: StoryBlocks,
  bytesOf: BytesOf,
): Pick<DocumentParts, 'revisions' | 'hidden' | 'highlights' | 'prompts' | 'fields' | 'links' | 'images' | 'tables' | 'emptyParagraphs'> {
  return {
    revisions: all.flatMap(({ paragraph, block }) => paragraph.marks.revisions.map((revision) => ({ ...revision, block }))),
    hidden: all.flatMap(({ paragraph, block }) => {
      const text = paragraph.marks.hidden.join('');
      return text.trim() === '' ? [] : [{ text, block }];
    }),
    highlights: all.flatMap((placed) => placed.spans(({ highlighted }) => highlighted === true)),
    prompts: all.flatMap((placed) => placed.spans(({ prompt }) => prompt === true)),
    fields: all.flatMap(({ paragraph, block }) => paragraph.marks.fields.map((field) => ({ ...field, block }))),
    links: all.flatMap(linksOf),
    images: all.flatMap((placed) => imagesOf(placed, bytesOf)),
    tables: tables.map(({ table, after }, index) => tableOf(table, after, index)),
    emptyParagraphs: emptyRuns(all),
  };
}

/** All paragraphs of stories, those of tables as well, with the blocks that their text is in. */
export function placedParagraphs(stories: readonly Story[], blocks: StoryBlocks): readonly PlacedParagraph[] {
  return stories
    .flatMap(({ entries }) => paragraphsIn(entries, false))
    .map(({ paragraph, inTable }) => new PlacedParagraph(paragraph, inTable, blocks));
}

/** Comments with the blocks that they are about. */
export function commentsOf(
  comments: readonly Story[],
  all: readonly PlacedParagraph[],
  isResolved: (comment: Story) => boolean,
): DocumentParts['comments'] {
  const about = new Map(all.flatMap(({ paragraph, block }) => paragraph.marks.comments.map((id) => [id, block] as const)));
  return comments.map((comment) => ({
    ...(comment.author !== undefined && { author: comment.author }),
    text: paragraphsIn(comment.entries, false)
      .map(({ paragraph }) => paragraph.pieces.map(({ text }) => text).join(''))
      .join('\n')
      .trim(),
    block: about.get(comment.id ?? '') ?? -1,
    isResolved: isResolved(comment),
  }));
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

function imagesOf({ paragraph, block }: PlacedParagraph, bytesOf: BytesOf): readonly DocumentImage[] {
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
