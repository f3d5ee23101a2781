import type { Limits, ReadResult } from '@preflag/core';
import { formatLimit } from '@preflag/core';
import type { Archive } from '../../archive/index.ts';
import { corruptPart, entryKey, openArchive } from '../../archive/index.ts';
import type { FileSource, ReadOptions } from '../../source.ts';
import type { Relationship } from '../../xml/index.ts';
import { parseXml, readRelationships } from '../../xml/index.ts';
import { createDocument } from '../document-model.ts';
import { readProperties } from '../docx/read-properties.ts';
import type { Document } from '../model.ts';
import type { DocumentComment, DocumentParts, UnseenText } from '../parts-model.ts';
import type { PlacedParagraph } from '../story/placed-paragraph.ts';
import { StoryBlocks } from '../story/story-blocks.ts';
import { placedParagraphs, storyParts } from '../story/story-parts.ts';
import { STATED_ROLES, type Story, type StoryEntry } from '../story/story.ts';
import { parseSlide, slideAnchor } from './parse-slide.ts';
import { parseAuthors, parseComments, type SlideComment } from './slide-comments.ts';
import { SlideLocator } from './slide-locator.ts';
import { footersOf, notesOf, slideEntries, slideKind, textOfSlide, type LaidSlide } from './slide-story.ts';
import type { SlidePart } from './slide.ts';

/**
 * Reads a PowerPoint presentation (ECMA-376, PresentationML) as its audience sees it: the title of each slide is a heading, hidden slides are
 * hidden text. Speaker notes, comments and footers follow the slides.
 * @throws ReadError `corrupt`, `encrypted` or `limit`
 */
export async function readPptx({ file, path }: FileSource, { limits }: ReadOptions): Promise<ReadResult<Document>> {
  const opened = await openArchive(path, limits);
  if (!opened.ok) return opened;
  await using archive = opened.archive;
  const deck = await readDeck(archive, limits);
  const { blocks, stories, slideOf, hidden, comments } = listSlides(deck, limits.blocks);
  const placed = placedParagraphs(stories, blocks);
  const { highlights, fields, links, images, tables, ...parts } = storyParts(
    placed,
    blocks,
    (part) => archive.entries.get(entryKey(part))?.claimedBytes,
  );
  const shown = deck.slides.filter(({ slide }) => !slide.isHidden);
  const model = createDocument({
    file,
    format: 'pptx',
    root: blocks.root,
    blocks: blocks.blocks,
    parts: {
      // Slides have no tracked changes, and their boxes are often spaced by empty paragraphs.
      highlights,
      fields,
      links,
      images,
      tables,
      anchors: deck.slides.map(({ part }) => slideAnchor(part).slice(1)),
      // Slides have no form for captions: what is typed like one is one.
      captions: [],
      contents: agendaOf(placed),
      hidden: [...parts.hidden, ...hidden],
      comments,
      pages: deck.size === undefined ? [] : [{ ...deck.size, ...edgesOf(shown) }],
      pageCount: shown.length,
      properties: (await readProperties(archive, await readRelationships(archive, '', limits), limits)).properties,
    },
    locator: new SlideLocator(blocks.blocks, slideOf),
  });
  const limit = 'blocks';
  const failure = { kind: 'limit', limit, text: `Only the first ${formatLimit(limit, limits[limit])} text blocks were read.` } as const;
  return { ok: true, model, ...(blocks.isCut && { partial: [failure] }) };
}

interface Slide extends LaidSlide {
  readonly part: string;
  readonly notes: SlidePart | undefined;
  readonly comments: readonly SlideComment[];
}

interface Deck {
  readonly slides: readonly Slide[];
  /** In points. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
}

const EMU_PER_POINT = 12_700;

async function readDeck(archive: Archive, limits: Limits): Promise<Deck> {
  const roots = await readRelationships(archive, '', limits);
  const main = [...roots.values()].find(({ type, external }) => type === 'officeDocument' && !external)?.target ?? 'ppt/presentation.xml';
  if (!archive.has(main))
    throw corruptPart(main, `The package has no part ${main}, which lists the slides: save or export the file again.`);
  const relationships = await readRelationships(archive, main, limits);
  const ids: string[] = [];
  let size: Deck['size'];
  parseXml(
    await archive.read(main),
    {
      open(element) {
        if (element.local === 'sldId') ids.push(element.attribute('id', '*') ?? '');
        if (element.local !== 'sldSz') return;
        const [width, height] = [Number(element.attribute('cx')) / EMU_PER_POINT, Number(element.attribute('cy')) / EMU_PER_POINT];
        if (width > 0 && height > 0) size = { width, height };
      },
    },
    { part: main, limits },
  );
  const parts = new DeckParts(archive, limits, await readAuthors(archive, relationships, limits));
  const slides: Slide[] = [];
  for (const id of ids) {
    const part = relationships.get(id)?.target;
    if (part !== undefined) slides.push(await parts.slide(part));
  }
  return { slides, size };
}

async function readAuthors(
  archive: Archive,
  relationships: ReadonlyMap<string, Relationship>,
  limits: Limits,
): Promise<ReadonlyMap<string, string>> {
  const authors = new Map<string, string>();
  for (const { type, target } of relationships.values())
    if ((type === 'commentAuthors' || type === 'authors') && archive.has(target))
      for (const [id, name] of parseAuthors(await archive.read(target), target, limits)) authors.set(id, name);
  return authors;
}

/** Parses the parts of the package; layouts and masters once. */
class DeckParts {
  readonly #archive: Archive;
  readonly #limits: Limits;
  readonly #authors: ReadonlyMap<string, string>;
  readonly #shared = new Map<string, SlidePart>();

  constructor(archive: Archive, limits: Limits, authors: ReadonlyMap<string, string>) {
    this.#archive = archive;
    this.#limits = limits;
    this.#authors = authors;
  }

  async slide(part: string): Promise<Slide> {
    const relationships = await readRelationships(this.#archive, part, this.#limits);
    const target = (type: string): string | undefined =>
      [...relationships.values()].find((one) => one.type === type && !one.external)?.target;
    const layoutPart = target('slideLayout');
    const layout = await this.#sharedPart(layoutPart);
    const masters = layoutPart === undefined ? [] : (await readRelationships(this.#archive, layoutPart, this.#limits)).values();
    const notesPart = target('notesSlide');
    return {
      part,
      slide: await this.#withDiagrams(await this.#parse(part, relationships)),
      layout,
      master: await this.#sharedPart([...masters].find(({ type }) => type === 'slideMaster')?.target),
      notes: notesPart !== undefined && this.#archive.has(notesPart) ? await this.#parse(notesPart) : undefined,
      comments: await this.#comments([...relationships.values()].filter(({ type }) => type === 'comments').map((one) => one.target)),
    };
  }

  async #parse(part: string, relationships?: ReadonlyMap<string, Relationship>): Promise<SlidePart> {
    const known = relationships ?? (await readRelationships(this.#archive, part, this.#limits));
    return parseSlide(await this.#archive.read(part), { part, limits: this.#limits, relationships: known });
  }

  async #sharedPart(part: string | undefined): Promise<SlidePart | undefined> {
    if (part === undefined || !this.#archive.has(part)) return undefined;
    const known = this.#shared.get(part) ?? (await this.#parse(part));
    this.#shared.set(part, known);
    return known;
  }

  /** The text of diagrams stands in parts of their own. */
  async #withDiagrams(slide: SlidePart): Promise<SlidePart> {
    for (const { diagram, entries } of slide.shapes) {
      if (diagram === undefined || !this.#archive.has(diagram)) continue;
      for (const { entries: more } of (await this.#parse(diagram)).shapes) entries.push(...more.filter(hasText));
    }
    return slide;
  }

  async #comments(parts: readonly string[]): Promise<readonly SlideComment[]> {
    const all: SlideComment[] = [];
    for (const part of parts)
      if (this.#archive.has(part)) all.push(...parseComments(await this.#archive.read(part), this.#authors, part, this.#limits));
    return all;
  }
}

function hasText(entry: StoryEntry): boolean {
  return entry.kind === 'table' || entry.pieces.some(({ text }) => text.trim() !== '');
}

interface ListedSlides {
  readonly blocks: StoryBlocks;
  readonly stories: readonly Story[];
  readonly slideOf: readonly (number | undefined)[];
  readonly hidden: readonly UnseenText[];
  readonly comments: readonly DocumentComment[];
}

function listSlides({ slides }: Deck, limit: number): ListedSlides {
  const blocks = new StoryBlocks(STATED_ROLES, limit);
  const stories: Story[] = [];
  const slideOf: (number | undefined)[] = [];
  const hidden: UnseenText[] = [];
  const firstOf = new Map<number, number>();
  const depths = depthsOf(slides);
  const assign = (slide: number | undefined): void => {
    while (slideOf.length < blocks.blocks.length) slideOf.push(slide);
  };
  for (const [index, slide] of slides.entries()) {
    if (slide.slide.isHidden) {
      hidden.push({ text: textOfSlide(slide.slide), block: Math.max(0, blocks.blocks.length - 1) });
      continue;
    }
    const depth = depths[index] ?? 1;
    const story = { entries: slideEntries(slide, depth) };
    // What stands on a slide without a title does not belong to the slide before.
    blocks.leave(depth);
    stories.push(story);
    const first = blocks.blocks.length;
    blocks.body(story);
    if (blocks.blocks.length > first) firstOf.set(index, first);
    assign(index);
  }
  for (const [index, { notes }] of slides.entries()) {
    if (notes) blocks.aside({ entries: notesOf(notes) }, 'notes');
    assign(index);
  }
  const comments = slides.flatMap((slide, index) =>
    slide.comments.map((comment) => ({ ...comment, block: firstOf.get(index) ?? -1, index })),
  );
  for (const { text, index } of comments) {
    blocks.aside({ entries: paragraphsOf(text) }, 'comment');
    assign(index);
  }
  for (const footer of new Map(slides.flatMap(({ slide }) => footersOf(slide)).map((entry) => [JSON.stringify(entry), entry])).values())
    blocks.aside({ entries: [footer] }, 'footer');
  assign(undefined);
  return { blocks, stories, slideOf, hidden, comments: comments.map(({ index: _, ...comment }) => comment) };
}

/** The cover is above all others, as is another one, with which the presentation starts again; the head of a section is above its slides. */
function depthsOf(slides: readonly Slide[]): readonly number[] {
  const [first] = slides;
  const top = first && slideKind(first) === 'cover' ? 2 : 1;
  let own = top;
  return slides.map((slide) => {
    const kind = slideKind(slide);
    if (kind === 'cover' && top === 2) return 1;
    if (kind === 'section') own = top + 1;
    return kind === 'section' ? top : own;
  });
}

/** Fewer lines that only lead to slides are no agenda. */
const LEAST_ENTRIES = 3;

/** The first lines in a row of which each is a link to a slide. */
function agendaOf(all: readonly PlacedParagraph[]): DocumentParts['contents'] {
  const runs: DocumentParts['contents'][number][][] = [[]];
  for (const { paragraph, block, text } of all) {
    const [first] = paragraph.pieces;
    if (first?.link?.startsWith('#') && paragraph.pieces.every(({ link }) => link === first.link))
      runs.at(-1)?.push({ text, level: 1, block });
    else if (runs.at(-1)?.length !== 0) runs.push([]);
  }
  return runs.find(({ length }) => length >= LEAST_ENTRIES) ?? [];
}

function paragraphsOf(text: string): readonly StoryEntry[] {
  return text.split('\n').map((line) => ({
    kind: 'paragraph',
    pieces: [{ kind: 'text', text: line, bold: false, italic: false }],
    marks: { revisions: [], hidden: [], fields: [], comments: [] },
  }));
}

function edgesOf(slides: readonly Slide[]): Omit<DocumentParts['pages'][number], 'width' | 'height'> {
  const hasFooter = slides.some(({ slide }) => footersOf(slide).length > 0);
  const hasPageNumbers = slides.some(({ slide }) => slide.hasNumber);
  return { hasHeader: false, hasFooter, hasPageNumbers };
}
