import { defineRule, type DataFile, type NotCheckedCode, type Rule } from '@preflag/core';
import type { Block } from '@preflag/readers';
import { dataGrids, isDataKind } from '../../../facts/data-grids.ts';
import { dataValues } from '../../../facts/data-values.ts';
import { figures, type BlockFigures } from '../../../facts/figures.ts';
import { tables, type TextTable } from '../../../facts/tables.ts';
import { dataClaims } from '../../../facts/data-claims.ts';
import { findFigures, type Figure } from '../../../numbers/find-figures.ts';
import { countsRows, rowCountOf, type RowCount } from '../../../numbers/row-counts.ts';
import { sentencesOf } from '../../../numbers/sentences.ts';
import { showNumber } from '../../../numbers/show-number.ts';
import type { ValueIndex } from '../../../numbers/value-index.ts';
import { followsFrom } from './follows-from.ts';
import { figureData } from '../../../figure-data.ts';

/**
 * Looks up each figure of prose and tables in the data that the job names: cells, sums, means, counts, extremes, shares, changes and
 * differences by column and by group, rounded or cut as the figure is. Figures of the brief, and what follows from two figures of the
 * same paragraph or row, are known too; figures of which the report names row and column are for report-structure/contradicts-data. Years, dates, numbers of tables and sections, and small counts are left alone.
 * Does not catch: a wrong figure that happens to follow from the data in another way.
 * Known false alarms: figures from other sources, and from calculations of several steps.
 */
export const untraceableFigure: Rule<'document'> = defineRule({
  id: 'report-structure/untraceable-figure',
  title: 'A figure cannot be traced to the data',
  severity: 'important',
  certainty: 'likely',
  reads: 'document',
  needs: ['data'],
  demands: ['data'],
  facts: [figures, tables, dataGrids, dataValues],
  why: 'The report was to be written from the data; a figure that does not come from it may be made up.',
  advice: 'Say where {{found}} comes from, or correct it.',
  messages: {
    untraced: '{{found}} does not stand in the data and does not follow from it in a usual way',
    count: {
      text: '{{found}} is given as the number of rows of {{file}}, which has {{rows}}; no part of it has {{found}} either',
      advice: 'Correct {{found}}, or say which rows were counted.',
    },
    near: {
      text: '{{found}} cannot be traced to the data; near to it are {{candidates}}',
      advice: 'Correct {{found}}, or say where it comes from.',
    },
  },
  *check({ model, facts, data: files, deliverable, job, looked, notChecked }) {
    const data = figureData(files, deliverable);
    if (data.size === 0) notChecked('no-data', 'It needs a data file.');
    const indexes: ValueIndex[] = [];
    const counts: RowCount[] = [];
    for (const [name, file] of data) {
      const indexed = indexOf(name, file);
      if ('index' in indexed) {
        indexes.push(indexed.index);
        counts.push(...indexed.counts);
      } else notChecked(indexed.code, indexed.text);
    }
    // What is not in one file may be in the other.
    if (indexes.length < data.size || data.size === 0) return;
    const { mark, locale, blocks } = facts(figures);
    let contradicted: ReadonlySet<Figure> | undefined;
    const given = findFigures([job?.title, job?.brief].join('\n'), mark);
    const groups: (readonly Stated[])[] = [
      ...blocks.map((one) => one.figures.map((figure) => ({ ...one, figure }))),
      ...facts(tables).flatMap(({ rows }) =>
        rows.map((row) => row.flatMap((cell) => (cell?.figure ? [{ block: cell.block, figure: cell.figure }] : []))),
      ),
    ];
    const miscounted = miscountedIn(blocks, counts, indexes);
    for (const group of groups) {
      const asked = group.filter(({ figure }) => !isSmall(figure) && !given.some(({ value }) => value === figure.value));
      looked({ figures: asked.length });
      const isKnown = new Map(group.map(({ figure }) => [figure, isSmall(figure) || indexes.some((index) => index.has(figure))]));
      const known = group.map(({ figure }) => figure).filter((figure) => isKnown.get(figure));
      for (const { figure, block } of asked) {
        const at = block.cell ? model.locate(block) : model.locate(block, figure.start, figure.end - figure.start);
        const count = miscounted.get(figure);
        if (count) yield { messageId: 'count', data: { found: figure.text, file: count.name, rows: count.rows }, at, group: 'untraceable' };
        if (count || isKnown.get(figure) || followsFrom(figure, known)) continue;
        contradicted ??= contradictedIn(facts(tables), blocks, data);
        if (contradicted.has(figure)) continue;
        const sentence = sentenceAround(block.prose, figure);
        const near = indexes.flatMap((index) => index.nearest(figure, sentence)).slice(0, 3);
        const candidates = near
          .map(({ value, what }) => `${showNumber(value, locale, figure.step < 1 ? figure.step : undefined)} (${what})`)
          .join(', ');
        yield { messageId: near.length > 0 ? 'near' : 'untraced', data: { found: figure.text, candidates }, at, group: 'untraceable' };
      }
    }
    if (indexes.some(({ isCut }) => isCut))
      notChecked('limit', 'More follows from the data than is held: some figures may be right that were not found.');
  },
});

interface Stated {
  readonly block: Block;
  readonly figure: Figure;
}

type Indexed =
  | { readonly index: ValueIndex; readonly counts: readonly RowCount[] }
  | { readonly code: NotCheckedCode; readonly text: string };

function indexOf(name: string, file: DataFile): Indexed {
  if ('unread' in file) return { code: 'unreadable', text: file.unread };
  if (!isDataKind(file.model.kind))
    return { code: 'format', text: `Figures are looked up in workbooks, csv and json; ${name} is none of them.` };
  const { index, gap } = file.facts(dataValues);
  return gap === '' ? { index, counts: file.facts(dataGrids).grids.map(rowCountOf) } : { code: 'limit', text: gap };
}

function contradictedIn(
  told: readonly TextTable[],
  blocks: readonly BlockFigures[],
  data: ReadonlyMap<string, DataFile>,
): ReadonlySet<Figure> {
  const found = new Set<Figure>();
  for (const file of data.values()) {
    if ('unread' in file || !isDataKind(file.model.kind)) continue;
    for (const names of file.facts(dataValues).names)
      for (const { figure, isContradicted } of dataClaims(told, blocks, names)) if (isContradicted) found.add(figure);
  }
  return found;
}

/** A count that is farther from the number of rows is of something else. */
const FARTHEST_COUNT = 0.2;

/**
 * Figures that count the rows of the data, and are neither their number nor that of a part; where the right number stands beside, such a
 * figure counts some of them.
 */
function miscountedIn(
  blocks: readonly BlockFigures[],
  counts: readonly RowCount[],
  indexes: readonly ValueIndex[],
): ReadonlyMap<Figure, RowCount> {
  const found = new Map<Figure, RowCount>();
  for (const count of counts) {
    const counting = blocks.flatMap(({ block, figures: own }) => own.filter((figure) => countsRows(figure, block.prose, count)));
    if (counting.some(({ value }) => value === count.rows)) continue;
    for (const figure of counting) {
      const isNear = Math.abs(figure.value - count.rows) <= count.rows * FARTHEST_COUNT;
      if (isNear && !indexes.some((index) => index.hasCount(figure.value))) found.set(figure, count);
    }
  }
  return found;
}

function sentenceAround(text: string, { start }: Figure): string {
  const own = sentencesOf(text).find((sentence) => start >= sentence.start && start < sentence.end);
  return own ? text.slice(own.start, own.end) : text;
}

/** Counts up to this are of anything: reasons, steps, people. */
const LARGEST_COUNT = 20;

function isSmall({ isPlain, value, unit }: Figure): boolean {
  return (isPlain && Math.abs(value) <= LARGEST_COUNT) || (unit === '%' && (value === 100 || value === 0));
}
