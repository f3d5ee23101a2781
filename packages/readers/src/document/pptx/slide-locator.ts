import type { Location } from '@preflag/core';
import { BlockLocator } from '../block-locator.ts';
import type { PlaceText } from '../document-model.ts';
import type { Block } from '../model.ts';

/** Finds places in a presentation: by block and offset, with the slide. */
export class SlideLocator extends BlockLocator {
  readonly #slides: readonly (number | undefined)[];

  /** @param slides the slide of each block, 0-based */
  constructor(blocks: readonly Block[], slides: readonly (number | undefined)[]) {
    super(blocks);
    this.#slides = slides;
  }

  override read(at: Location, around?: number): PlaceText | undefined {
    const text = super.read(at, around);
    const slide = at.kind === 'block' ? this.#slides[at.index] : undefined;
    return text && slide !== undefined ? { ...text, page: slide } : text;
  }
}
