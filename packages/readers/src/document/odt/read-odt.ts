import { open, readFile, stat } from 'node:fs/promises';
import type { Limits, ReadResult } from '@preflag/core';
import { formatLimit } from '@preflag/core';
import type { Archive } from '../../archive/index.ts';
import { corruptPart, entryKey, limitError, openArchive, ReadError } from '../../archive/index.ts';
import type { FileSource, ReadOptions } from '../../source.ts';
import { parseXml } from '../../xml/index.ts';
import { BlockLocator } from '../block-locator.ts';
import { createDocument } from '../document-model.ts';
import type { Document } from '../model.ts';
import type { DocumentParts, DocumentProperties } from '../parts-model.ts';
import { StoryBlocks } from '../story/story-blocks.ts';
import { STATED_ROLES } from '../story/story.ts';
import type { BytesOf } from '../story/story-parts.ts';
import { odtParts } from './odt-parts.ts';
import { OdtStyles, parseOdtStyles } from './odt-styles.ts';
import { odfAttribute, odfName } from './odt-xml.ts';
import { parseOdt, type OdtContent } from './parse-odt.ts';

/**
 * Reads an OpenDocument text (ODF 1.0 to 1.4), as a package or as one flat XML file, as a reader sees it: tracked insertions are text,
 * deletions are not. Notes, comments, headers and footers follow the text.
 * @throws ReadError `corrupt`, `encrypted` or `limit`
 */
export async function readOdt({ file, path }: FileSource, { limits }: ReadOptions): Promise<ReadResult<Document>> {
  if (await isFlat(path)) return modelOf(file, await readFlat(path, limits), limits);
  const opened = await openArchive(path, limits);
  if (!opened.ok) return opened;
  await using archive = opened.archive;
  return modelOf(file, await readPackage(archive, limits), limits);
}

interface OdtFile {
  readonly text: OdtContent;
  readonly pages: OdtContent['pages'];
  readonly styles: OdtStyles;
  readonly meta: Awaited<ReturnType<typeof readMeta>>;
  readonly bytesOf: BytesOf;
}

function modelOf(file: string, { text, pages, styles, meta, bytesOf }: OdtFile, limits: Limits): ReadResult<Document> {
  const blocks = new StoryBlocks(STATED_ROLES, limits.blocks);
  blocks.body(text.body);
  for (const note of text.notes) blocks.aside(note, 'footnote');
  for (const comment of text.comments) blocks.aside(comment, 'comment');
  const used = pagesOf(text, pages);
  for (const { header } of used) blocks.aside({ entries: header }, 'header');
  for (const { footer } of used) blocks.aside({ entries: footer }, 'footer');
  const model = createDocument({
    file,
    format: 'odt',
    root: blocks.root,
    blocks: blocks.blocks,
    language: styles.language,
    parts: { ...odtParts({ text, blocks, pages: used, styles, bytesOf }), ...meta },
    locator: new BlockLocator(blocks.blocks),
  });
  const limit = 'blocks';
  const failure = { kind: 'limit', limit, text: `Only the first ${formatLimit(limit, limits[limit])} text blocks were read.` } as const;
  return { ok: true, model, ...(blocks.isCut && { partial: [failure] }) };
}

async function readPackage(archive: Archive, limits: Limits): Promise<OdtFile> {
  const types = await readManifest(archive, limits);
  if (!archive.has(CONTENT))
    throw corruptPart(CONTENT, `The package has no part ${CONTENT}, which holds the document's text: save or export the file again.`);
  const styles = new OdtStyles();
  const ofContent = new OdtStyles(styles);
  const content = await archive.read(CONTENT);
  const pages = await readPages(archive, styles, types, limits);
  parseOdtStyles(content, { 'automatic-styles': ofContent }, CONTENT, limits);
  return {
    text: parseOdt(content, { part: CONTENT, limits, styles: ofContent, types }),
    pages,
    styles,
    meta: archive.has(META) ? readMeta(await archive.read(META), META, limits) : { properties: {} },
    bytesOf: (part) => archive.entries.get(entryKey(part))?.claimedBytes,
  };
}

/** A file that is no package, but one XML document (ODF 1.3, part 3, 3.1.2). */
async function isFlat(path: string): Promise<boolean> {
  await using handle = await open(path);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
  return /^\uFEFF?\s*</.test(buffer.toString('utf8', 0, bytesRead));
}

async function readFlat(path: string, limits: Limits): Promise<OdtFile> {
  if ((await stat(path)).size > limits.partBytes) throw limitError('partBytes', limits, 'The file');
  const bytes = await readFile(path);
  const part = 'office:document';
  const styles = new OdtStyles();
  const own = new OdtStyles(styles);
  parseOdtStyles(bytes, { styles, 'automatic-styles': own }, part, limits);
  for (const [name, layout] of own.layouts) styles.layouts.set(name, layout);
  const text = parseOdt(bytes, { part, limits, styles: own, types: new Map() });
  if (!text.isText) throw new ReadError({ kind: 'corrupt', text: 'The file is XML, but no OpenDocument text: save or export it again.' });
  return { text, pages: text.pages, styles, meta: readMeta(bytes, part, limits), bytesOf: () => undefined };
}

const [CONTENT, STYLES, META, MANIFEST] = ['content.xml', 'styles.xml', 'meta.xml', 'META-INF/manifest.xml'];

/** The types of the parts by their names (ODF 1.3, part 2, 4). @throws ReadError `encrypted` */
async function readManifest(archive: Archive, limits: Limits): Promise<ReadonlyMap<string, string>> {
  const types = new Map<string, string>();
  if (!archive.has(MANIFEST)) return types;
  const open: Parameters<typeof parseXml>[1]['open'] = (element) => {
    if (element.local === 'encryption-data')
      throw new ReadError({ kind: 'encrypted', text: 'The file is protected by a password: deliver it without one.' });
    if (element.local === 'file-entry') types.set(odfAttribute(element, 'full-path') ?? '', odfAttribute(element, 'media-type') ?? '');
  };
  parseXml(withoutDoctype(await archive.read(MANIFEST)), { open }, { part: MANIFEST, limits });
  return types;
}

/** Programs of before 2008 begin the manifest with a DOCTYPE, which declares nothing by itself. */
function withoutDoctype(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(/<!DOCTYPE[^>[\]]{0,500}>/, ''), 'latin1');
}

async function readPages(
  archive: Archive,
  common: OdtStyles,
  types: ReadonlyMap<string, string>,
  limits: Limits,
): Promise<OdtContent['pages']> {
  if (!archive.has(STYLES)) return new Map();
  const bytes = await archive.read(STYLES);
  // The styles that were made for headers and footers go by the same names as those of the text.
  const ofPages = new OdtStyles(common);
  parseOdtStyles(bytes, { styles: common, 'automatic-styles': ofPages }, STYLES, limits);
  for (const [name, layout] of ofPages.layouts) common.layouts.set(name, layout);
  return parseOdt(bytes, { part: STYLES, limits, styles: ofPages, types }).pages;
}

/** The pages of the document: those that it begins with, and those that paragraphs ask for. */
function pagesOf(
  { masters, beginsWithMaster }: OdtContent,
  pages: OdtContent['pages'],
): readonly (typeof pages extends ReadonlyMap<string, infer P> ? P : never)[] {
  const names = new Set([...(beginsWithMaster ? [] : [DEFAULT_PAGE]), ...masters]);
  const used = [...names].flatMap((name) => pages.get(name) ?? []);
  return used.length > 0 ? used : [...pages.values()].slice(0, 1);
}

const DEFAULT_PAGE = 'Standard';

const PROPERTIES: Readonly<Record<string, keyof DocumentProperties>> = {
  'dc:title': 'title',
  'meta:initial-creator': 'author',
  'dc:subject': 'subject',
  'meta:creation-date': 'created',
  'dc:date': 'modified',
  'meta:generator': 'application',
};

/** What the package says of the document, and how many pages its program counted (ODF 1.3, part 3, 4.3). */
function readMeta(bytes: Buffer, part: string, limits: Limits): Pick<DocumentParts, 'properties'> & Partial<DocumentParts> {
  const properties: Partial<Record<keyof DocumentProperties, string>> = {};
  let [name, pages, isMeta] = ['', 0, false];
  parseXml(
    bytes,
    {
      open(element) {
        name = odfName(element);
        if (name === 'office:meta') isMeta = true;
        if (name === 'meta:document-statistic') pages = Number(odfAttribute(element, 'page-count') ?? 0);
      },
      text(text) {
        const property = isMeta ? PROPERTIES[name] : undefined;
        if (property !== undefined && text.trim() !== '') properties[property] = (properties[property] ?? '') + text.trim();
      },
      close(element) {
        name = '';
        if (odfName(element) === 'office:meta') isMeta = false;
      },
    },
    { part, limits },
  );
  return { properties, ...(Number.isInteger(pages) && pages > 0 && { pageCount: pages }) };
}
