import type { Limits, ReadFailure, ReadResult } from '@preflag/core';
import type { Archive } from '../archive/archive.ts';
import { openArchive } from '../archive/archive.ts';
import { toFailure } from '../archive/read-error.ts';
import type { FileSource, ReadOptions } from '../source.ts';
import { parseXml } from '../xml/parse-xml.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import type { Relationship } from '../xml/relationships.ts';
import { readRelationships } from '../xml/relationships.ts';
import { readPart } from './cells/read-part.ts';
import { SharedStrings, StringTokeniser } from './cells/string-tokeniser.ts';
import { stringHandlers } from './cells/xml-handlers.ts';
import type { Workbook } from './model.ts';
import { readPeople } from './parts/read-comments.ts';
import { mainPart, partOfType } from './parts/main-part.ts';
import { readPivotCache } from './parts/read-pivot-cache.ts';
import { readSheet } from './parts/read-sheet.ts';
import { damageOf, readSheetLinks } from './parts/read-sheet-links.ts';
import { readStyles } from './parts/read-styles.ts';
import type { WorkbookPart } from './parts/read-workbook-part.ts';
import { readWorkbookPart } from './parts/read-workbook-part.ts';
import type { ExternalLink, PivotCache } from './parts-model.ts';
import { ColumnSheet } from './store/column-sheet.ts';
import { PartsDraft } from './store/parts-draft.ts';
import { WorkbookStore } from './store/workbook-store.ts';
import { StoredWorkbook } from './stored-workbook.ts';

/**
 * Reads an xlsx or xlsm workbook (ECMA-376-1, transitional and strict) into column stores.
 * A damaged sheet keeps the cells before the damage, and is listed in `partial`; everything else that is wrong is a failure.
 */
export function readWorkbook(source: FileSource, options: ReadOptions): Promise<ReadResult<Workbook>> {
  return readWorkbookBeside(source, options);
}

/** The same, with texts and formulas that are numbered as in a store that is there already. */
export async function readWorkbookBeside(
  source: FileSource,
  options: ReadOptions,
  beside?: WorkbookStore,
): Promise<ReadResult<StoredWorkbook>> {
  const opened = await openArchive(source.path, options.limits);
  if (!opened.ok) return opened;
  await using archive = opened.archive;
  try {
    return await read(archive, source.file, options.limits, beside);
  } catch (thrown) {
    return { ok: false, failure: toFailure(thrown) };
  }
}

async function read(
  archive: Archive,
  file: string,
  limits: Limits,
  beside: WorkbookStore | undefined,
): Promise<ReadResult<StoredWorkbook>> {
  const main = await mainPart(archive, limits);
  const workbookPart = await readWorkbookPart(archive, { part: main, limits });
  const { sheets: entries, names, date1904, calculation } = workbookPart;
  const links = await readRelationships(archive, main, limits);
  const store = new WorkbookStore(limits, beside);
  store.date1904 = date1904;
  const partial: ReadFailure[] = [];
  const styles = partOfType(links, 'styles');
  const hasStyles = styles !== undefined && archive.has(styles);
  if (styles !== undefined && !hasStyles) {
    partial.push({
      kind: 'corrupt',
      text: `The package has no part ${styles}, so that it is not known which numbers are dates. Save or export the file again.`,
      place: { kind: 'part', name: styles },
    });
  }
  const context = {
    sharedStrings: await readSharedStrings(archive, partOfType(links, 'sharedStrings'), store, limits),
    styleFormats: hasStyles ? await readStyles(archive, { part: styles, limits }, store.formats) : new Uint16Array(),
  };
  const people = once(() => readPeopleOf(archive, partOfType(links, 'person'), limits));
  const sheets: ColumnSheet[] = [];
  const otherSheets: Workbook['otherSheets'][number][] = [];
  for (const entry of entries) {
    const link = links.get(entry.relationship);
    const other = OTHER_SHEETS[link?.type ?? ''];
    if (other) {
      const draft = new PartsDraft(store.budget);
      const isThere = link !== undefined && archive.has(link.target);
      if (isThere) partial.push(...(await readSheetLinks(archive, { part: link.target, limits }, draft, { hyperlinks: [] }, people)));
      otherSheets.push({ name: entry.name, type: other, charts: draft.charts });
    } else if (!link || !archive.has(link.target)) {
      sheets.push(new ColumnSheet(entry.name, entry.state, store));
      partial.push({ kind: 'corrupt', text: `The sheet '${entry.name}' has no part in the package. Save or export the file again.` });
    } else {
      const reading = await readSheet(archive, { part: link.target, limits }, entry, store, context, people);
      sheets.push(reading.sheet);
      partial.push(...reading.failures);
    }
  }
  const model = new StoredWorkbook(file, sheets, {
    otherSheets,
    names,
    date1904,
    numberFormats: store.formats.codes(),
    calculation,
    externalLinks: await readExternalLinks(archive, workbookPart, links, limits),
    pivotCaches: await readPivotCaches(archive, workbookPart, links, limits, partial),
    hasMacros: partOfType(links, 'vbaProject') !== undefined,
    hasDynamicArrays: await readsDynamicArrays(archive, partOfType(links, 'sheetMetadata'), limits),
  });
  return { ok: true, model, ...(partial.length > 0 && { partial }) };
}

const OTHER_SHEETS: Readonly<Record<string, Workbook['otherSheets'][number]['type']>> = {
  chartsheet: 'chartsheet',
  dialogsheet: 'dialogsheet',
  xlMacrosheet: 'macrosheet',
  xlIntlMacrosheet: 'macrosheet',
};

async function readSharedStrings(archive: Archive, part: string | undefined, store: WorkbookStore, limits: Limits): Promise<Int32Array> {
  if (part === undefined || !archive.has(part)) return new Int32Array();
  let strings = new SharedStrings(store.strings);
  await readPart(
    archive,
    { part, limits },
    {
      bodyTag: 'sst',
      makeTokeniser: (prefix) => new StringTokeniser(strings, prefix),
      around: {},
      restart() {
        strings = new SharedStrings(store.strings);
        return stringHandlers(strings);
      },
    },
  );
  return strings.ids();
}

async function readExternalLinks(
  archive: Archive,
  { externalReferences }: WorkbookPart,
  links: ReadonlyMap<string, Relationship>,
  limits: Limits,
): Promise<ExternalLink[]> {
  const found: ExternalLink[] = [];
  for (const [index, id] of externalReferences.entries()) {
    const part = links.get(id)?.target;
    // A damaged link still is one: formulas refer to its number.
    const inside = part === undefined ? undefined : await readRelationships(archive, part, limits).catch(ignoreDamage);
    const target = [...(inside?.values() ?? [])].find(({ external }) => external)?.target ?? '';
    found.push({ number: index + 1, target });
  }
  return found;
}

async function readPivotCaches(
  archive: Archive,
  { pivotCaches }: WorkbookPart,
  links: ReadonlyMap<string, Relationship>,
  limits: Limits,
  partial: ReadFailure[],
): Promise<PivotCache[]> {
  const found: PivotCache[] = [];
  for (const id of pivotCaches) {
    const part = links.get(id)?.target;
    if (part === undefined || !archive.has(part)) continue;
    try {
      found.push(await readPivotCache(archive, { part, limits }));
    } catch (thrown) {
      partial.push(damageOf(thrown));
    }
  }
  return found;
}

/** The metadata of cells names the kind that spills: `XLDAPR` ([MS-XLSX] 2.3.1). */
async function readsDynamicArrays(archive: Archive, part: string | undefined, limits: Limits): Promise<boolean> {
  if (part === undefined || !archive.has(part)) return false;
  let isThere = false;
  const open = (element: XmlElement): void => {
    if (element.local === 'metadataType' && element.attribute('name') === 'XLDAPR') isThere = true;
  };
  try {
    parseXml(await archive.read(part), { open }, { part, limits });
  } catch (thrown) {
    ignoreDamage(thrown);
  }
  return isThere;
}

async function readPeopleOf(archive: Archive, part: string | undefined, limits: Limits): Promise<ReadonlyMap<string, string>> {
  return part === undefined || !archive.has(part) ? new Map() : readPeople(archive, { part, limits });
}

function ignoreDamage(thrown: unknown): undefined {
  damageOf(thrown);
}

/** Calls a function when its result is first needed. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
