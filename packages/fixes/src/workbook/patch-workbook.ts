import { cellText, formatLimit, parseCellText, parseRange, type Limits, type TypedCell } from '@preflag/core';
import { entryKey, openArchive, ReadError, readWorkbook, type Archive, type FileSource, type Workbook } from '@preflag/readers';
import { findWorkbookParts, parseXml, xmlDecoder, type WorkbookParts } from '@preflag/readers/parts';
import { CHANGED, SortedEdits, type Copy } from '../copy.ts';
import type { PlannedEdit } from '../plan-fixes.ts';
import { cellAt } from './cell-at.ts';
import { patchSheet, type CellContent } from './patch-sheet.ts';
import { recalculateOnLoad } from './recalculate-on-load.ts';
import { writePackage } from './write-package.ts';
import { xmlText } from './xml-text.ts';

/**
 * A copy of a workbook with some of its cells replaced. Only the parts of their sheets are written anew, and where typed values change
 * under formulas, the workbook is told to calculate when it is opened.
 *
 * @throws {ReadError} where the workbook cannot be read
 */
export async function patchWorkbook(source: FileSource, edits: readonly PlannedEdit[], limits: Limits): Promise<Copy> {
  const read = await readWorkbook(source, { limits });
  if (!read.ok) throw new ReadError(read.failure);
  const sorted = new SortedEdits();
  const bySheet = Map.groupBy(
    edits.filter((edit) => isCurrent(edit, read.model, sorted)),
    ({ location }) => (location.kind === 'cell' ? location.sheet : ''),
  );
  const opened = await openArchive(source.path, limits);
  if (!opened.ok) throw new ReadError(opened.failure);
  const { archive } = opened;
  try {
    const found = await findWorkbookParts(archive, limits);
    const parts = await patchedParts(archive, found, bySheet, read.model, sorted, limits);
    if (sorted.applied.length > 0) return sorted.copy(closing(archive, writePackage(archive, parts)));
  } catch (thrown) {
    await archive.close();
    throw thrown;
  }
  await archive.close();
  return sorted.copy();
}

async function* closing(archive: Archive, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* chunks;
  } finally {
    await archive.close();
  }
}

/** True where the cell still holds what the edit is to replace. */
function isCurrent(edit: PlannedEdit, workbook: Workbook, sorted: SortedEdits): boolean {
  const { location, from, to, of } = edit;
  const sheet = location.kind === 'cell' ? workbook.sheet(location.sheet) : undefined;
  const at = location.kind === 'cell' ? parseRange(location.range) : undefined;
  if (!sheet || !at || at.top !== at.bottom || at.left !== at.right) sorted.leave(edit, 'It names no single cell.');
  else if (cellText(cellAt(sheet, at.top, at.left, of)) !== from) sorted.leave(edit, CHANGED);
  else if (!contentOf(edit)) sorted.leave(edit, `'${to}' cannot be written into a cell.`);
  else return true;
  return false;
}

async function patchedParts(
  archive: Archive,
  { main, sheets, sharedStrings }: WorkbookParts,
  bySheet: ReadonlyMap<string, readonly PlannedEdit[]>,
  workbook: Workbook,
  sorted: SortedEdits,
  limits: Limits,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>();
  let rich: Promise<ReadonlySet<number>> | undefined;
  for (const [name, edits] of bySheet) {
    const part = sheets.get(workbook.sheet(name)?.name ?? name);
    const entry = part === undefined ? undefined : archive.entries.get(entryKey(part));
    if (part === undefined || !entry || entry.claimedBytes > limits.partBytes) {
      const reason = `The sheet '${name}' is larger than ${formatLimit('partBytes', limits.partBytes)}, more than is written anew.`;
      for (const edit of edits) sorted.leave(edit, reason);
      continue;
    }
    const richStrings = edits.some(({ to }) => to.startsWith("'")) ? await (rich ??= richTexts(archive, sharedStrings, limits)) : NONE;
    const xml = await readText(archive, part);
    if (xml === undefined) {
      for (const edit of edits) sorted.leave(edit, `The sheet '${name}' is not in UTF-8, which is all that is written.`);
      continue;
    }
    const byAddress = new Map(edits.map((edit) => [addressOf(edit), edit]));
    const patched = patchSheet(xml, (address, { type, value }) => {
      const edit = byAddress.get(address);
      if (!edit) return undefined;
      byAddress.delete(address);
      if (type === 's' && richStrings.has(Number(value))) {
        sorted.leave(edit, 'The text has formatting of its own, which would be lost.');
        return undefined;
      }
      sorted.apply(edit);
      return contentOf(edit);
    });
    for (const edit of byAddress.values()) sorted.leave(edit, CHANGED);
    parts.set(entry.name, Buffer.from(patched));
  }
  const changesInputs = sorted.applied.some(({ of }) => of === undefined) && workbook.sheets.some(({ formulaCount }) => formulaCount > 0);
  const mainXml = changesInputs ? await readText(archive, main) : undefined;
  const mainEntry = archive.entries.get(entryKey(main));
  if (mainXml !== undefined && mainEntry) parts.set(mainEntry.name, Buffer.from(recalculateOnLoad(mainXml)));
  return parts;
}

const NONE: ReadonlySet<number> = new Set();

async function readText(archive: Archive, part: string): Promise<string | undefined> {
  const bytes = await archive.read(part);
  const decoder = xmlDecoder(bytes, part);
  return decoder.encoding === 'utf-8' ? decoder.decode(bytes) : undefined;
}

/** The shared strings that hold runs with formatting of their own. */
async function richTexts(archive: Archive, part: string | undefined, limits: Limits): Promise<ReadonlySet<number>> {
  const rich = new Set<number>();
  if (part === undefined || !archive.has(part)) return rich;
  let index = -1;
  const open = ({ local }: { readonly local: string }): void => {
    if (local === 'si') index += 1;
    else if (local === 'r') rich.add(index);
  };
  parseXml(await archive.read(part), { open }, { part, limits });
  return rich;
}

function addressOf({ location }: PlannedEdit): string {
  return location.kind === 'cell' ? location.range.replaceAll('$', '') : '';
}

/** What goes into the XML; `undefined` for what no fix writes: formulas, errors and blanks. */
function contentOf({ to, of }: PlannedEdit): CellContent | undefined {
  const cell: TypedCell | undefined = parseCellText(to);
  const keepsFormula = of === 'result';
  switch (cell?.kind) {
    case 'number':
      return { type: 'n', value: String(cell.number), keepsFormula };
    case 'boolean':
      return { type: 'b', value: cell.isTrue ? '1' : '0', keepsFormula };
    case 'text':
      return { type: keepsFormula ? 'str' : 'inlineStr', value: xmlText(cell.text), keepsFormula };
    default:
      return undefined;
  }
}
