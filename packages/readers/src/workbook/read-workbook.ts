import type { Limits, ReadFailure, ReadResult } from '@preflag/core';
import type { Archive } from '../archive/archive.ts';
import { openArchive } from '../archive/archive.ts';
import { corruptPart, ReadError, toFailure } from '../archive/read-error.ts';
import type { FileSource, ReadOptions } from '../source.ts';
import type { Relationship } from '../xml/relationships.ts';
import { readRelationships } from '../xml/relationships.ts';
import { readPart } from './cells/read-part.ts';
import { SharedStrings, StringTokeniser } from './cells/string-tokeniser.ts';
import { stringHandlers } from './cells/xml-handlers.ts';
import type { Workbook } from './model.ts';
import { readSheet } from './parts/read-sheet.ts';
import { readStyles } from './parts/read-styles.ts';
import { notAWorkbook, readWorkbookPart } from './parts/read-workbook-part.ts';
import { ColumnSheet } from './store/column-sheet.ts';
import { WorkbookStore } from './store/workbook-store.ts';
import { StoredWorkbook } from './stored-workbook.ts';

/**
 * Reads an xlsx or xlsm workbook (ECMA-376-1, transitional and strict) into column stores.
 * A damaged sheet keeps the cells before the damage, and is listed in `partial`; everything else that is wrong is a failure.
 */
export async function readWorkbook(source: FileSource, options: ReadOptions): Promise<ReadResult<Workbook>> {
  const opened = await openArchive(source.path, options.limits);
  if (!opened.ok) return opened;
  await using archive = opened.archive;
  try {
    return await read(archive, source.file, options.limits);
  } catch (thrown) {
    return { ok: false, failure: toFailure(thrown) };
  }
}

async function read(archive: Archive, file: string, limits: Limits): Promise<ReadResult<Workbook>> {
  const main = await mainPart(archive, limits);
  const { sheets: entries, names, date1904 } = await readWorkbookPart(archive, { part: main, limits });
  const links = await readRelationships(archive, main, limits);
  const store = new WorkbookStore(limits);
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
  const sheets: ColumnSheet[] = [];
  const otherSheets: Workbook['otherSheets'][number][] = [];
  for (const entry of entries) {
    const link = links.get(entry.relationship);
    const other = OTHER_SHEETS[link?.type ?? ''];
    if (other) otherSheets.push({ name: entry.name, type: other });
    else if (!link || !archive.has(link.target)) {
      sheets.push(new ColumnSheet(entry.name, entry.state, store));
      partial.push({ kind: 'corrupt', text: `The sheet '${entry.name}' has no part in the package. Save or export the file again.` });
    } else {
      const reading = await readSheet(archive, { part: link.target, limits }, entry, store, context);
      sheets.push(reading.sheet);
      partial.push(...reading.failures);
    }
  }
  const model = new StoredWorkbook(file, sheets, otherSheets, names, date1904);
  return { ok: true, model, ...(partial.length > 0 && { partial }) };
}

const OTHER_SHEETS: Readonly<Record<string, Workbook['otherSheets'][number]['type']>> = {
  chartsheet: 'chartsheet',
  dialogsheet: 'dialogsheet',
  xlMacrosheet: 'macrosheet',
  xlIntlMacrosheet: 'macrosheet',
};

async function mainPart(archive: Archive, limits: Limits): Promise<string> {
  const main = partOfType(await readRelationships(archive, '', limits), 'officeDocument');
  if (main !== undefined && archive.has(main)) {
    if (main.toLowerCase().endsWith('.bin')) throw notAWorkbook(main);
    return main;
  }
  if (archive.has('xl/workbook.xml')) return 'xl/workbook.xml';
  if (main !== undefined) throw corruptPart(main, `The package has no part ${main}, which is its main one: save or export the file again.`);
  throw new ReadError({ kind: 'unsupported', text: 'The file is a zip archive and no Office package: it has no main part.' });
}

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

function partOfType(links: ReadonlyMap<string, Relationship>, type: string): string | undefined {
  for (const link of links.values()) if (link.type === type && !link.external) return link.target;
  return undefined;
}
