import { isolatedPieces } from '../lib/isolated-pieces.ts';
import { html, type Html } from './html.ts';

/** What stands between the parts of a place. */
const BETWEEN = ' › ';

/** A sentence in English: what in it is written from right to left does not put the rest into another order. */
export function sentence(text: string): readonly Html[] {
  return isolatedPieces(text).map((piece) => (piece.isApart ? html`<bdi>${piece.text}</bdi>` : html`${piece.text}`));
}

/** A place in words, from left to right, each part in its own direction. */
export function placeText(place: string): readonly Html[] {
  return place.split(BETWEEN).map((part, index) => html`${index > 0 ? BETWEEN : ''}<bdi>${part}</bdi>`);
}
