import type { Location } from '@preflag/core';
import type { Locator, PlaceText } from '../document-model.ts';
import { CONTEXT } from '../document-model.ts';
import type { Block } from '../model.ts';
import type { Box, PdfLine } from './pdf-lines.ts';

/** A line of a block, and where in the block's text it begins. */
export interface PlacedLine {
  readonly line: PdfLine;
  readonly offset: number;
}

/** Finds places in a pdf: by page, and the box around the lines. */
export class PdfLocator implements Locator {
  readonly #blocks: readonly Block[];
  readonly #lines: readonly (readonly PlacedLine[])[];
  readonly #empty: ReadonlyMap<number, number>;

  /** @param lines by block; `empty` are the pages of blocks that have none: pictures and empty cells */
  constructor(blocks: readonly Block[], lines: readonly (readonly PlacedLine[])[], empty: ReadonlyMap<number, number>) {
    this.#blocks = blocks;
    this.#lines = lines;
    this.#empty = empty;
  }

  locate(block: Block, offset = 0, length: number = block.text.length - offset): Location {
    const lines = this.#lines[block.index] ?? [];
    const first = lines.findLastIndex((line) => line.offset <= offset);
    const last = lines.findLastIndex((line) => line.offset < Math.max(offset + length, offset + 1));
    const wanted = lines.slice(Math.max(0, first), Math.max(first, last) + 1).map(({ line }) => line);
    const [start] = wanted;
    const page = this.#empty.get(block.index);
    if (!start) return page === undefined ? { kind: 'file' } : { kind: 'page', page };
    return { kind: 'page', page: start.page, box: around(wanted.filter(({ page }) => page === start.page)) };
  }

  read(at: Location): PlaceText | undefined {
    if (at.kind !== 'page') return undefined;
    for (const [index, lines] of this.#lines.entries()) {
      const found = lines.filter(({ line }) => line.page === at.page && (!at.box || isInside(line.box, at.box)));
      const [first] = found;
      const block = this.#blocks[index];
      if (!first || !block) continue;
      const last = lines[lines.indexOf(found.at(-1)!) + 1]?.offset ?? block.text.length;
      return {
        block,
        page: at.page,
        excerpt: block.text.slice(first.offset, last).trim(),
        prefix: block.text.slice(Math.max(0, first.offset - CONTEXT), first.offset),
        suffix: block.text.slice(last, last + CONTEXT),
      };
    }
    return undefined;
  }
}

function around(lines: readonly PdfLine[]): Box {
  const round = (value: number): number => Math.round(value * 10) / 10;
  return [
    round(Math.min(...lines.map(({ box }) => box[0]))),
    round(Math.min(...lines.map(({ box }) => box[1]))),
    round(Math.max(...lines.map(({ box }) => box[2]))),
    round(Math.max(...lines.map(({ box }) => box[3]))),
  ];
}

/** The middle of the line is in the box. */
function isInside(line: Box, box: Box): boolean {
  const [x, y] = [(line[0] + line[2]) / 2, (line[1] + line[3]) / 2];
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
}
