import type { CellRange } from '@preflag/core';
import type { Archive } from '../../archive/archive.ts';
import type { XmlPart } from '../../xml/parse-xml.ts';
import { parseXml } from '../../xml/parse-xml.ts';
import { readRelationships } from '../../xml/relationships.ts';
import type { PartsDraft } from '../store/parts-draft.ts';
import { readChart } from './read-chart.ts';

/** Reads the charts and pictures of a drawing and where they stand (ECMA-376-1, 20.5). @throws ReadError when a part is damaged */
export async function readDrawing(archive: Archive, part: XmlPart, draft: PartsDraft): Promise<void> {
  const charts: { readonly relationship: string; readonly anchor: CellRange | undefined }[] = [];
  let corners: { row: number; column: number }[] = [];
  let place: 'row' | 'column' | undefined;
  parseXml(
    await archive.read(part.part),
    {
      open(element) {
        const { local } = element;
        place = local === 'row' ? 'row' : local === 'col' ? 'column' : undefined;
        if (local.endsWith('Anchor')) corners = [];
        else if (local === 'from' || local === 'to') corners.push({ row: 0, column: 0 });
        else if (local === 'pic') draft.add(draft.images, { anchor: rangeOf(corners) });
        else if (local === 'chart') draft.add(charts, { relationship: element.attribute('id', '*') ?? '', anchor: rangeOf(corners) });
      },
      text(piece) {
        const corner = corners.at(-1);
        // Digits may come in pieces.
        if (place && corner && /^\d+$/.test(piece.trim())) corner[place] = Number(`${corner[place] || ''}${piece.trim()}`);
      },
      close() {
        place = undefined;
      },
    },
    part,
  );
  if (charts.length === 0) return;
  const links = await readRelationships(archive, part.part, part.limits);
  for (const { relationship, anchor } of charts) {
    const target = links.get(relationship)?.target;
    if (target === undefined || !archive.has(target)) continue;
    draft.add(draft.charts, await readChart(archive, { part: target, limits: part.limits }, anchor));
  }
}

function rangeOf([from, to = from]: readonly { readonly row: number; readonly column: number }[]): CellRange | undefined {
  return from && to && { top: from.row, left: from.column, bottom: to.row, right: to.column };
}
