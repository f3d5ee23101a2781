import type { Location } from '@preflag/core';
import type { Locator, PlaceText } from './document-model.ts';
import { CONTEXT } from './document-model.ts';
import type { Block } from './model.ts';

/** Finds places in formats that have no lines: by block and offset. */
export class BlockLocator implements Locator {
  readonly #blocks: readonly Block[];

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks;
  }

  locate({ index, path, text }: Block, offset?: number, length?: number): Location {
    const heading = path.at(-1);
    return {
      kind: 'block',
      index,
      ...(heading !== undefined && { heading }),
      ...(offset !== undefined && { offset, length: length ?? Math.max(0, text.length - offset) }),
    };
  }

  read(at: Location, context: number = CONTEXT): PlaceText | undefined {
    const block = at.kind === 'block' ? this.#blocks[at.index] : undefined;
    if (!block || at.kind !== 'block') return undefined;
    const start = Math.min(at.offset ?? 0, block.text.length);
    const end = at.length === undefined ? block.text.length : Math.min(start + at.length, block.text.length);
    return {
      block,
      excerpt: block.text.slice(start, end),
      prefix: block.text.slice(Math.max(0, start - context), start),
      suffix: block.text.slice(end, end + context),
    };
  }
}
