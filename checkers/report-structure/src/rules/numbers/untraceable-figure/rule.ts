import { defineRule, type DataFile, type NotCheckedCode, type Rule } from '@preflag/core';
import type { Block } from '@preflag/readers';
import { dataGrids } from '../../../facts/data-grids.ts';
import { dataValues } from '../../../facts/data-values.ts';
import { figures } from '../../../facts/figures.ts';
import { tables } from '../../../facts/tables.ts';
import { findFigures, type Figure } from '../../../numbers/find-figures.ts';
import { showNumber } from '../../../numbers/show-number.ts';
import type { ValueIndex } from '../../../numbers/value-index.ts';
import { followsFrom } from './follows-from.ts';

/**
 * Looks up each figure of prose and tables in the data that the job names: cells, sums, means, counts, extremes, shares, changes and
 * differences by column and by group, rounded or cut as the figure is. Figures of the brief, and what follows from two figures of the
 * same paragraph or row, are known too. Years, dates, numbers of tables and sections, and small counts are left alone.
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
    near: {
      text: '{{found}} cannot be traced to the data; near to it are {{candidates}}',
      advice: 'Correct {{found}}, or say where it comes from.',
    },
  },
  *check({ model, facts, data, job, looked, notChecked }) {
    const indexes: ValueIndex[] = [];
    for (const [name, file] of data) {
      const indexed = indexOf(name, file);
      if ('index' in indexed) indexes.push(indexed.index);
      else notChecked(indexed.code, indexed.text);
    }
    // What is not in one file may be in the other.
    if (indexes.length < data.size) return;
    const { mark, blocks } = facts(figures);
    const given = findFigures([job?.title, job?.brief].join('\n'), mark);
    const groups: (readonly Stated[])[] = [
      ...blocks.map((one) => one.figures.map((figure) => ({ ...one, figure }))),
      ...facts(tables).flatMap(({ rows }) =>
        rows.map((row) => row.flatMap((cell) => (cell?.figure ? [{ block: cell.block, figure: cell.figure }] : []))),
      ),
    ];
    for (const group of groups) {
      const asked = group.filter(({ figure }) => !isSmall(figure) && !given.some(({ value }) => value === figure.value));
      looked({ figures: asked.length });
      const isKnown = new Map(group.map(({ figure }) => [figure, isSmall(figure) || indexes.some((index) => index.has(figure))]));
      const known = group.map(({ figure }) => figure).filter((figure) => isKnown.get(figure));
      for (const { figure, block } of asked) {
        if (isKnown.get(figure) || followsFrom(figure, known)) continue;
        const near = indexes.flatMap((index) => index.nearest(figure)).slice(0, 3);
        const candidates = near.map(({ value, what }) => `${showNumber(value)} (${what})`).join(', ');
        const at = block.cell ? model.locate(block) : model.locate(block, figure.start, figure.end - figure.start);
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

type Indexed = { readonly index: ValueIndex } | { readonly code: NotCheckedCode; readonly text: string };

function indexOf(name: string, file: DataFile): Indexed {
  if ('unread' in file) return { code: 'unreadable', text: file.unread };
  if (file.model.kind !== 'workbook' && file.model.kind !== 'table')
    return { code: 'format', text: `Figures are looked up in workbooks and csv files; ${name} is neither.` };
  const { index, gap } = file.facts(dataValues);
  return gap === '' ? { index } : { code: 'limit', text: gap };
}

/** Counts up to this are of anything: reasons, steps, people. */
const LARGEST_COUNT = 20;

function isSmall({ isPlain, value, unit }: Figure): boolean {
  return (isPlain && Math.abs(value) <= LARGEST_COUNT) || (unit === '%' && (value === 100 || value === 0));
}
