import type { CellRange } from '@preflag/core';
import type { Archive } from '../../archive/archive.ts';
import type { XmlPart } from '../../xml/parse-xml.ts';
import { parseXml } from '../../xml/parse-xml.ts';
import type { Chart, ChartSeries } from '../parts-model.ts';

type Role = keyof ChartSeries;

/** What a formula inside one of these elements of a series is for (ECMA-376-1, 21.2.2). */
const ROLES: Readonly<Record<string, Role>> = { tx: 'name', cat: 'categories', xVal: 'categories', val: 'values', yVal: 'values' };

/** Reads which cells the series of a chart show. @throws ReadError when the part is damaged */
export async function readChart(archive: Archive, part: XmlPart, anchor: CellRange | undefined): Promise<Chart> {
  const kinds = new Set<string>();
  const series: { -readonly [key in Role]?: string }[] = [];
  let isSeries = false;
  let role: Role | undefined;
  let isFormula = false;
  parseXml(
    await archive.read(part.part),
    {
      open({ local, uri }) {
        isFormula = local === 'f';
        if (uri.endsWith('/chartex')) {
          kinds.add('chartex');
          // Series of the newer charts hold their ranges apart from them, as data with an id.
          if (local === 'data') series.push({});
          if (local === 'data') isSeries = true;
          if (local === 'numDim') role = 'values';
          else if (local === 'strDim') role = 'categories';
        } else if (local === 'ser') {
          isSeries = true;
          series.push({});
        } else if (/^\w+Chart$/.test(local)) kinds.add(local);
        else if (isSeries) role = ROLES[local] ?? role;
      },
      text(piece) {
        const last = series.at(-1);
        if (isSeries && isFormula && role && last) last[role] = (last[role] ?? '') + piece;
      },
      close({ local }) {
        isFormula = false;
        if (local === 'ser' || local === 'data') isSeries = false;
        else if (ROLES[local] || local === 'numDim' || local === 'strDim') role = undefined;
      },
    },
    part,
  );
  return { part: part.part, kinds: [...kinds], anchor, series };
}
