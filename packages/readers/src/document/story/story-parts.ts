import type { DocumentImage, DocumentLink, DocumentParts, Field, TextSpan, UnseenText } from '../parts-model.ts';
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
  const [revisions, hidden, fields]: [DocumentParts['revisions'][number][], UnseenText[], Field[]] = [[], [], []];
  const [highlights, prompts, links, images]: [TextSpan[], TextSpan[], DocumentLink[], DocumentImage[]] = [[], [], [], []];
  for (const placed of all) {
    const { paragraph, block } = placed;
    const { marks, pieces } = paragraph;
    for (const revision of marks.revisions) revisions.push({ ...revision, block });
    for (const field of marks.fields) fields.push({ ...field, block });
    const unseen = marks.hidden.length === 0 ? '' : marks.hidden.join('');
    if (unseen.trim() !== '') hidden.push({ text: unseen, block });
    // Most paragraphs are nothing but text.
    if (!pieces.some(({ highlighted, prompt, link, image }) => highlighted || prompt || link !== undefined || image)) continue;
    highlights.push(...placed.spans(({ highlighted }) => highlighted === true));
    prompts.push(...placed.spans(({ prompt }) => prompt === true));
    links.push(...linksOf(placed));
    images.push(...imagesOf(placed, bytesOf));
  }
  return {
    revisions,
    hidden,
    highlights,
    prompts,
    fields,
    links,
    images,
    tables: tables.map(({ table, after }, index) => tableOf(table, after, index)),
    emptyParagraphs: emptyRuns(all),
  };
}

/** All paragraphs of stories, those of tables as well, with the blocks that their text is in. */
export function placedParagraphs(stories: readonly Story[], blocks: StoryBlocks): readonly PlacedParagraph[] {
  const placed: PlacedParagraph[] = [];
  for (const { entries } of stories)
    eachParagraph(entries, false, (paragraph, inTable) => placed.push(new PlacedParagraph(paragraph, inTable, blocks)));
  return placed;
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
    text: textsOf(comment.entries).join('\n').trim(),
    block: about.get(comment.id ?? '') ?? -1,
    isResolved: isResolved(comment),
  }));
}

function textsOf(entries: readonly StoryEntry[]): readonly string[] {
  const texts: string[] = [];
  eachParagraph(entries, false, ({ pieces }) => texts.push(pieces.map(({ text }) => text).join('')));
  return texts;
}

function eachParagraph(
  entries: readonly StoryEntry[],
  inTable: boolean,
  visit: (paragraph: StoryParagraph, inTable: boolean) => void,
): void {
  for (const entry of entries) {
    if (entry.kind === 'paragraph') visit(entry, inTable);
    else for (const { cells } of entry.rows) for (const cell of cells) eachParagraph(cell.entries, true, visit);
  }
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
