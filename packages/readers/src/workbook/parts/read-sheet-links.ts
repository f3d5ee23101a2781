import type { CellRange, ReadFailure } from '@preflag/core';
import { parseRange } from '@preflag/core';
import type { Archive } from '../../archive/archive.ts';
import { toFailure } from '../../archive/read-error.ts';
import type { XmlPart } from '../../xml/parse-xml.ts';
import { parseXml } from '../../xml/parse-xml.ts';
import { readRelationships } from '../../xml/relationships.ts';
import type { PartsDraft } from '../store/parts-draft.ts';
import { readComments, readThreadedComments } from './read-comments.ts';
import { readDrawing } from './read-drawing.ts';
import { readTablePart } from './read-table-part.ts';
import type { SheetLinks } from './sheet-around.ts';

/**
 * Reads the parts that a sheet's part refers to: tables, comments, drawings with charts and pictures, pivot tables, targets of hyperlinks.
 * A sheet without relationships costs one look at the directory. Parts that are not there are left out; damaged ones are returned.
 * @throws ReadError `limit`
 */
export async function readSheetLinks(
  archive: Archive,
  { part, limits }: XmlPart,
  draft: PartsDraft,
  { hyperlinks }: SheetLinks,
  people: () => Promise<ReadonlyMap<string, string>>,
): Promise<readonly ReadFailure[]> {
  const failures: ReadFailure[] = [];
  const links = await readRelationships(archive, part, limits).catch((thrown: unknown) => {
    failures.push(damageOf(thrown));
    return undefined;
  });
  if (!links) return failures;
  for (const { index, relationship } of hyperlinks) {
    const [link, known] = [links.get(relationship), draft.hyperlinks[index]];
    if (link && known) draft.hyperlinks[index] = { ...known, target: link.target };
  }
  // Threads come after the comments that stand for them in older programs, whatever the order of the relationships.
  const inOrder = [...links.values()].toSorted((a, b) => Number(a.type === 'threadedComment') - Number(b.type === 'threadedComment'));
  for (const { type, target, external } of inOrder) {
    if (external || !archive.has(target)) continue;
    const linked = { part: target, limits };
    try {
      if (type === 'table') await readTablePart(archive, linked, draft);
      else if (type === 'comments') await readComments(archive, linked, draft);
      else if (type === 'threadedComment') await readThreadedComments(archive, linked, draft, await people());
      else if (type === 'drawing') await readDrawing(archive, linked, draft);
      else if (type === 'pivotTable') await readPivotTable(archive, linked, draft);
    } catch (thrown) {
      failures.push(damageOf(thrown));
    }
  }
  return failures;
}

async function readPivotTable(archive: Archive, part: XmlPart, draft: PartsDraft): Promise<void> {
  let name = '';
  let range: CellRange | undefined;
  parseXml(
    await archive.read(part.part),
    {
      open(element) {
        if (element.local === 'pivotTableDefinition') name = element.attribute('name') ?? '';
        else if (element.local === 'location') range ??= parseRange(element.attribute('ref') ?? '');
      },
    },
    part,
  );
  draft.add(draft.pivotTables, { name, range });
}

/** What is wrong with one part, which does not cost the others. @throws what a limit threw */
export function damageOf(thrown: unknown): ReadFailure {
  const failure = toFailure(thrown);
  if (failure.kind === 'limit') throw thrown;
  return failure;
}
