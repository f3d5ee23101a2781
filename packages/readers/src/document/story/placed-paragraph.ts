import type { Block } from '../model.ts';
import type { TextSpan } from '../parts-model.ts';
import type { StoryBlocks } from './story-blocks.ts';
import type { Piece, StoryParagraph } from './story.ts';

/** A paragraph with the block that its text is in. */
export class PlacedParagraph {
  readonly paragraph: StoryParagraph;
  readonly inTable: boolean;
  readonly block: number;
  readonly text: string;
  readonly model: Block | undefined;
  readonly #offset: number;

  constructor(paragraph: StoryParagraph, inTable: boolean, { places, blocks }: StoryBlocks) {
    const place = places.get(paragraph);
    this.paragraph = paragraph;
    this.inTable = inTable;
    let text = '';
    for (const piece of paragraph.pieces) text += piece.text;
    this.text = text.trim();
    this.block = Math.max(0, Math.min(place?.block ?? 0, blocks.length - 1));
    this.model = this.text === '' ? undefined : blocks[this.block];
    this.#offset = (place?.offset ?? 0) - (place?.trimmed ?? 0);
  }

  /** The pieces of one kind, as places in the block; those beside each other are one. */
  spans(isWanted: (piece: Piece) => boolean): readonly TextSpan[] {
    const spans: { block: number; offset: number; length: number }[] = [];
    let at = this.#offset;
    for (const piece of this.paragraph.pieces) {
      const length = piece.kind === 'image' ? 1 : piece.text.length;
      const last = spans.at(-1);
      if (isWanted(piece) && piece.text.trim() !== '') {
        if (last && last.offset + last.length === at) last.length += length;
        else spans.push({ block: this.block, offset: Math.max(0, at), length });
      }
      at += length;
    }
    return spans;
  }
}
