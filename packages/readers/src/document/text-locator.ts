import type { Location } from '@preflag/core';
import { LineIndex } from '../text/index.ts';
import type { Locator, PlaceText } from './document-model.ts';
import { CONTEXT } from './document-model.ts';
import type { Block } from './model.ts';
import type { TextMap } from './text-map.ts';
import { sourceRange } from './text-map.ts';

/** Where a block stands in the source, and how its text does. */
export interface BlockSource {
  readonly start: number;
  readonly end: number;
  readonly map: TextMap;
  /** The text with its markup, without the signs that make the block; absent where that is what the map says. */
  readonly content?: { readonly start: number; readonly end: number };
}

/** Finds places in formats that are text. `sources` is by block index, in the order of the source. */
export class TextLocator implements Locator {
  readonly #text: string;
  readonly #lines: LineIndex;
  readonly #blocks: readonly Block[];
  readonly #sources: readonly BlockSource[];

  constructor(text: string, blocks: readonly Block[], sources: readonly BlockSource[]) {
    this.#text = text;
    this.#lines = new LineIndex(text);
    this.#blocks = blocks;
    this.#sources = sources;
  }

  locate(block: Block, offset?: number, length?: number): Location {
    const source = this.#sources[block.index];
    if (!source) return { kind: 'file' };
    const from = offset ?? 0;
    const mapped = sourceRange(source.map, from, length ?? block.text.length - from) ?? source;
    const range = offset === undefined && length === undefined ? (source.content ?? mapped) : mapped;
    return { kind: 'text', start: this.#lines.position(range.start), end: this.#lines.position(range.end) };
  }

  read(at: Location, context: number = CONTEXT): PlaceText | undefined {
    const range = this.#range(at);
    if (!range) return undefined;
    const { start, end } = range;
    const before = this.#lastFrom(start);
    const source = before && this.#sources[before.index];
    const isInside = source !== undefined && start < Math.max(source.end, source.start + 1);
    const from = Math.max(isInside ? source.start : 0, start - context);
    const to = Math.min(isInside ? Math.max(source.end, end) : this.#text.length, end + context);
    return {
      ...(before && (isInside ? { block: before } : { after: before })),
      line: this.#lines.position(start).line,
      excerpt: this.#text.slice(start, end),
      prefix: this.#text.slice(from, start),
      suffix: this.#text.slice(end, to),
    };
  }

  #range(at: Location): { start: number; end: number } | undefined {
    if (at.kind === 'block') {
      const block = this.#blocks[at.index];
      const located = block && this.locate(block, at.offset, at.length);
      return located && this.#range(located);
    }
    if (at.kind !== 'text') return undefined;
    const [start, end] = [this.#lines.offset(at.start), this.#lines.offset(at.end)];
    return start !== undefined && end !== undefined && start <= end ? { start, end } : undefined;
  }

  /** The last block that begins at or before an offset. */
  #lastFrom(offset: number): Block | undefined {
    let [low, high] = [0, this.#sources.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#sources[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return (this.#sources[low]?.start ?? 1 / 0) <= offset ? this.#blocks[low] : undefined;
  }
}
