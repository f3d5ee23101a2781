import type { LimitName, Limits, ReadFailure, ReadResult } from '@preflag/core';
import { formatLimit } from '@preflag/core';
import type { Archive } from '../../archive/index.ts';
import { corruptPart, entryKey, openArchive } from '../../archive/index.ts';
import type { FileSource, ReadOptions } from '../../source.ts';
import type { Relationship, XmlElement } from '../../xml/index.ts';
import { parseXml, readRelationships } from '../../xml/index.ts';
import { BlockLocator } from '../block-locator.ts';
import { createDocument } from '../document-model.ts';
import type { Document } from '../model.ts';
import { StoryBlocks } from '../story/story-blocks.ts';
import { docxParts } from './docx-parts.ts';
import { DocxRoles } from './docx-roles.ts';
import { parseNumbering } from './numbering.ts';
import { parseStory } from './parse-story.ts';
import { readProperties } from './read-properties.ts';
import type { Story, StoryPart } from '../story/story.ts';
import { parseStyles, Styles } from './styles.ts';

/**
 * Reads a Word document (ECMA-376, WordprocessingML) as a reader sees it: tracked insertions are text, deletions are not.
 * Notes, comments, headers and footers follow the body.
 * @throws ReadError `corrupt`, `encrypted`, `limit` or `unsupported`
 */
export async function readDocx({ file, path }: FileSource, { limits }: ReadOptions): Promise<ReadResult<Document>> {
  const opened = await openArchive(path, limits);
  if (!opened.ok) return opened;
  await using archive = opened.archive;
  const parts = new DocxParts(archive, limits);
  const main = await parts.main();
  const relationships = await readRelationships(archive, main, limits);
  const styles = await parts.styles(relationships);
  const body = await parts.story(main, styles, relationships);
  const blocks = new StoryBlocks(new DocxRoles(styles, await parts.numbering(relationships)), limits.blocks);
  for (const story of body.stories) blocks.body(story);
  const comments: Story[] = [];
  const numbered = new Set<string>();
  for (const { type, part } of asides(body, relationships)) {
    if (!archive.has(part)) continue;
    const aside = await parts.story(part, styles, await readRelationships(archive, part, limits));
    for (const story of aside.stories) blocks.aside(story, type);
    if (type === 'comment') comments.push(...aside.stories);
    if (aside.stories.some(hasPageNumber)) for (const [id, { target }] of relationships) if (target === part) numbered.add(id);
  }
  const partial = failuresOf(blocks.isCut, body.foreignParts, main, limits);
  const model = createDocument({
    file,
    format: 'docx',
    root: blocks.root,
    blocks: blocks.blocks,
    language: languageOf(body, styles),
    parts: docxParts({
      body,
      blocks,
      styles,
      themeFonts: await parts.themeFonts(relationships),
      comments,
      resolved: await parts.resolvedComments(relationships),
      properties: await readProperties(archive, await readRelationships(archive, '', limits), limits),
      numbered,
      bytesOf: (part) => archive.entries.get(entryKey(part))?.claimedBytes,
    }),
    locator: new BlockLocator(blocks.blocks),
  });
  return { ok: true, model, ...(partial.length > 0 && { partial }) };
}

/** Finds and parses the parts of the package. */
class DocxParts {
  readonly #archive: Archive;
  readonly #limits: Limits;

  constructor(archive: Archive, limits: Limits) {
    this.#archive = archive;
    this.#limits = limits;
  }

  async main(): Promise<string> {
    const roots = await readRelationships(this.#archive, '', this.#limits);
    const main = [...roots.values()].find(({ type, external }) => type === 'officeDocument' && !external)?.target ?? 'word/document.xml';
    if (!this.#archive.has(main))
      throw corruptPart(main, `The package has no part ${main}, which holds the document's text: save or export the file again.`);
    return main;
  }

  async styles(relationships: ReadonlyMap<string, Relationship>): Promise<Styles> {
    const part = this.#part(relationships, 'styles');
    return part === undefined
      ? new Styles(new Map(), undefined, undefined)
      : parseStyles(await this.#archive.read(part), part, this.#limits);
  }

  async numbering(relationships: ReadonlyMap<string, Relationship>): Promise<ReturnType<typeof parseNumbering> | undefined> {
    const part = this.#part(relationships, 'numbering');
    return part === undefined ? undefined : parseNumbering(await this.#archive.read(part), part, this.#limits);
  }

  async story(part: string, styles: Styles, relationships: ReadonlyMap<string, Relationship>): Promise<StoryPart> {
    return parseStory(await this.#archive.read(part), { part, limits: this.#limits, styles, relationships });
  }

  /** The fonts for Latin text that `+major` and `+minor` stand for (ECMA-376-1, 20.1.4.1.16). */
  async themeFonts(relationships: ReadonlyMap<string, Relationship>): Promise<ReadonlyMap<string, string>> {
    const part = this.#part(relationships, 'theme');
    const fonts = new Map<string, string>();
    if (part === undefined) return fonts;
    let name = '';
    const open = (element: XmlElement): void => {
      if (element.local === 'majorFont') name = '+major';
      else if (element.local === 'minorFont') name = '+minor';
      else if (element.local === 'latin' && name !== '') fonts.set(name, element.attribute('typeface') ?? '');
    };
    parseXml(await this.#archive.read(part), { open }, { part, limits: this.#limits });
    return fonts;
  }

  /** Comments that are done, by the ids of their last paragraphs ([MS-DOCX] 2.5.4.1). */
  async resolvedComments(relationships: ReadonlyMap<string, Relationship>): Promise<ReadonlySet<string>> {
    const part = this.#part(relationships, 'commentsExtended');
    const resolved = new Set<string>();
    if (part === undefined) return resolved;
    const open = (element: XmlElement): void => {
      const id = element.attribute('paraId', '*');
      if (element.local === 'commentEx' && id !== undefined && element.attribute('done', '*') === '1') resolved.add(id);
    };
    parseXml(await this.#archive.read(part), { open }, { part, limits: this.#limits });
    return resolved;
  }

  #part(relationships: ReadonlyMap<string, Relationship>, type: string): string | undefined {
    const part = [...relationships.values()].find((relationship) => relationship.type === type && !relationship.external)?.target;
    return part !== undefined && this.#archive.has(part) ? part : undefined;
  }
}

interface Aside {
  readonly type: 'footnote' | 'comment' | 'header' | 'footer';
  readonly part: string;
}

/** Parts beside the body, in the order in which their blocks follow it. */
function asides({ headers, footers }: StoryPart, relationships: ReadonlyMap<string, Relationship>): Aside[] {
  const all = [...relationships.values()].filter(({ external }) => !external);
  const ofType = (type: string): string[] => all.filter((relationship) => relationship.type === type).map(({ target }) => target);
  const ofIds = (ids: readonly string[]): string[] => ids.flatMap((id) => relationships.get(id)?.target ?? []);
  return [
    ...[...ofType('footnotes'), ...ofType('endnotes')].map((part) => ({ type: 'footnote', part }) as const),
    ...ofType('comments').map((part) => ({ type: 'comment', part }) as const),
    ...[...new Set(ofIds(headers))].map((part) => ({ type: 'header', part }) as const),
    ...[...new Set(ofIds(footers))].map((part) => ({ type: 'footer', part }) as const),
  ];
}

function failuresOf(isCut: boolean, foreignParts: number, part: string, limits: Limits): ReadFailure[] {
  const limit: LimitName = 'blocks';
  return [
    ...(isCut
      ? [{ kind: 'limit', limit, text: `Only the first ${formatLimit(limit, limits[limit])} text blocks were read.` } as const]
      : []),
    ...(foreignParts > 0
      ? [
          {
            kind: 'unsupported',
            text: `The document takes in ${foreignParts === 1 ? 'another file' : `${foreignParts} other files`} that ${foreignParts === 1 ? 'was' : 'were'} not read: open it in Word and save it, so that all text is in it.`,
            place: { kind: 'part', name: part },
          } as const,
        ]
      : []),
  ];
}

/** The language that most of the text is marked with. */
function languageOf({ languages }: StoryPart, styles: Styles): string | undefined {
  const [most] = [...languages].toSorted(([, a], [, b]) => b - a);
  return most?.[0] ?? styles.language;
}

function hasPageNumber({ entries }: Story): boolean {
  return entries.some((entry) =>
    entry.kind === 'paragraph'
      ? entry.marks.fields.some(({ code }) => /^(?:PAGE|SECTIONPAGES|NUMPAGES)\b/i.test(code))
      : entry.rows.some(({ cells }) => cells.some((cell) => hasPageNumber(cell))),
  );
}
