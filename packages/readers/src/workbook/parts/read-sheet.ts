import type { ReadFailure } from '@preflag/core';
import type { Archive } from '../../archive/archive.ts';
import { toFailure } from '../../archive/read-error.ts';
import type { XmlHandlers, XmlPart } from '../../xml/parse-xml.ts';
import { CellWriter } from '../cells/cell-writer.ts';
import type { CellContext } from '../cells/cell-writer.ts';
import { readPart } from '../cells/read-part.ts';
import { SheetTokeniser } from '../cells/sheet-tokeniser.ts';
import { sheetHandlers } from '../cells/xml-handlers.ts';
import type { Sheet } from '../model.ts';
import { ColumnSheet } from '../store/column-sheet.ts';
import type { WorkbookStore } from '../store/workbook-store.ts';
import { readSheetLinks } from './read-sheet-links.ts';
import type { SheetLinks } from './sheet-around.ts';
import { sheetAround } from './sheet-around.ts';

/** A sheet that was read, and what is wrong with it: cells behind a damage are not in it. */
export interface SheetReading {
  readonly sheet: ColumnSheet;
  readonly failures: readonly ReadFailure[];
}

/**
 * Reads a worksheet: its cells, what stands around them, and the parts that it refers to. Damage in its part does not lose the other sheets: it is returned.
 * @throws ReadError `limit`, `encrypted` and `unsupported`
 */
export async function readSheet(
  archive: Archive,
  part: XmlPart,
  entry: Pick<Sheet, 'name' | 'state'>,
  store: WorkbookStore,
  context: CellContext,
  people: () => Promise<ReadonlyMap<string, string>>,
): Promise<SheetReading> {
  let sheet = new ColumnSheet(entry.name, entry.state, store);
  let writer = new CellWriter(sheet, context);
  let links: SheetLinks = { hyperlinks: [] };
  const around = (): XmlHandlers => sheetAround(sheet, links);
  const failures: ReadFailure[] = [];
  try {
    await readPart(archive, part, {
      bodyTag: 'sheetData',
      makeTokeniser: (prefix) => new SheetTokeniser(writer, prefix),
      around: around(),
      restart() {
        store.budget.refund(sheet.cellCount);
        sheet = new ColumnSheet(entry.name, entry.state, store);
        writer = new CellWriter(sheet, context);
        links = { hyperlinks: [] };
        return sheetHandlers(writer, around(), part.part);
      },
    });
  } catch (thrown) {
    const failure = toFailure(thrown);
    if (failure.kind !== 'corrupt' && failure.kind !== 'encoding') throw thrown;
    failures.push({ ...failure, text: `The sheet '${entry.name}' is damaged and was read only in part. ${failure.text}` });
  }
  writer.finish();
  if (writer.problems > 0) {
    const more = writer.problems > 1 ? `, and ${writer.problems - 1} more of its cells are wrong in such a way` : '';
    failures.push({
      kind: 'corrupt',
      text: `The sheet '${entry.name}' contradicts itself: ${writer.firstProblem}${more}. Save or export the file again.`,
      place: { kind: 'part', name: part.part },
    });
  }
  failures.push(...(await readSheetLinks(archive, part, sheet.draft, links, people)));
  return { sheet, failures };
}
