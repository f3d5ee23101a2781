import type { PhrasingContent } from 'mdast';
import { blankAddresses } from '../prose.ts';
import { BLANK } from '../text-map.ts';
import type { Piece } from './story.ts';

/** The text and prose of a paragraph. White space around it is left out. */
export function textOfPieces(pieces: readonly Piece[]): { text: string; prose: string } {
  let [text, prose] = ['', ''];
  for (const piece of pieces) {
    const shown = visible(piece);
    text += shown;
    prose += piece.kind === 'text' ? shown : BLANK.repeat(shown.length);
  }
  const trimmed = text.trim();
  if (prose === text) return { text: trimmed, prose: blankAddresses(trimmed) };
  const start = text.length - text.trimStart().length;
  return { text: trimmed, prose: blankAddresses(prose.slice(start, start + trimmed.length)) };
}

function visible({ kind, text }: Piece): string {
  return kind === 'image' ? BLANK : text;
}

/** The nodes of a paragraph. */
export function nodesOfPieces(pieces: readonly Piece[]): PhrasingContent[] {
  return pieces.map((piece) => {
    let node: PhrasingContent = leafOf(piece);
    if (piece.italic) node = { type: 'emphasis', children: [node] };
    if (piece.bold) node = { type: 'strong', children: [node] };
    return piece.link === undefined ? node : { type: 'link', url: piece.link, children: [node] };
  });
}

function leafOf({ kind, text }: Piece): PhrasingContent {
  if (kind === 'image') return { type: 'image', url: '', alt: text };
  if (kind === 'code') return { type: 'inlineCode', value: text };
  if (kind !== 'note') return { type: 'text', value: text };
  const identifier = text.replace(/^\[\^|\]$/g, '');
  return { type: 'footnoteReference', identifier, label: identifier };
}
