import { defineFact, type Fact } from '@preflag/core';
import type { Block } from '@preflag/readers';
import { findFigures, type Figure } from '../numbers/find-figures.ts';
import type { DecimalMark } from '../numbers/read-number.ts';
import { figures } from './figures.ts';

/** A table of a document as rows of cells. */
export interface TextTable {
  /** As `Block.cell.table`. */
  readonly table: number;
  /** Texts of the last header row, by column; empty where no row is marked as one. */
  readonly header: readonly string[];
  /** Rows below the header. */
  readonly rows: readonly (readonly (TableCell | undefined)[])[];
  /** The first cell, for places. */
  readonly first: Block;
}

export interface TableCell {
  readonly block: Block;
  readonly text: string;
  /** Set where the cell is one figure and nothing else. */
  readonly figure?: Figure;
  /** A dash, or nothing. */
  readonly isBlank: boolean;
}

export const tables: Fact<'document', readonly TextTable[]> = defineFact({
  id: 'report-structure/tables',
  reads: 'document',
  uses: [figures],
  compute: ({ blocks }, facts) => {
    const { mark } = facts(figures);
    const found = new Map<number, Block[]>();
    for (const block of blocks) {
      if (!block.cell || block.quoted) continue;
      const cells = found.get(block.cell.table);
      if (cells) cells.push(block);
      else found.set(block.cell.table, [block]);
    }
    return [...found].flatMap(([table, cells]) => tableOf(table, cells, mark) ?? []);
  },
});

function tableOf(table: number, blocks: readonly Block[], mark: DecimalMark): TextTable | undefined {
  const [first] = blocks;
  if (!first) return undefined;
  const rows: (TableCell | undefined)[][] = [];
  const header: string[] = [];
  const isHeader = new Set<number>();
  for (const block of blocks) {
    const { row = 0, column = 0, header: isOne = false } = block.cell ?? {};
    if (isOne) {
      isHeader.add(row);
      header[column] = block.text.trim();
    }
    const cells = (rows[row] ??= []);
    const before = cells[column];
    // A cell of several paragraphs is no figure.
    cells[column] = before ? { block: before.block, text: `${before.text}\n${block.text}`, isBlank: before.isBlank } : cellOf(block, mark);
  }
  return { table, header: Array.from(header, (text) => text ?? ''), rows: rows.filter((cells, row) => cells && !isHeader.has(row)), first };
}

const BLANK = /^(?:[-–—−/.·]|n\/?a|k\.?\s?A\.?|\u2026)?$/i;

function cellOf(block: Block, mark: DecimalMark): TableCell {
  const text = block.text.trim();
  const figure = figureOf(text, mark);
  return { block, text, isBlank: BLANK.test(text), ...(figure && { figure }) };
}

/** A cell that is one figure: with a sign, in brackets for less than nothing, with marks of notes. */
function figureOf(text: string, mark: DecimalMark): Figure | undefined {
  if (text.length > 40 || !/\d/.test(text)) return undefined;
  const bare = text.replace(/[*†‡]+$|\s?\[\w\]$/u, '').trim();
  const inner = /^\((.*)\)$/.exec(bare)?.[1];
  const [figure, more] = findFigures((inner ?? bare).replace(/^\s*[+±]\s*/, ''), mark);
  if (!figure || more) return undefined;
  const rest = (inner ?? bare).replace(/^\s*[+±]\s*/, '');
  if (rest.slice(0, figure.start).trim() !== '' || rest.slice(figure.end).trim() !== '') return undefined;
  return inner === undefined ? figure : { ...figure, value: -figure.value };
}
