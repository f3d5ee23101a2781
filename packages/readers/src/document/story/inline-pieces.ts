import type { PhrasingContent } from 'mdast';
import { blankAddresses } from '../prose.ts';
import { BLANK } from '../text-map.ts';
import type { Piece } from './story.ts';

/** The text and prose of a paragraph. White space around it is left out. */
export function textOfPieces(pieces: readonly Piece[]): { text: string; prose: string } {
  const text = pieces.map(visible).join('');
  const prose = pieces.map((piece) => (piece.kind === 'text' ? piece.text : BLANK.repeat(visible(piece).length))).join('');
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  return { text: text.slice(start, Math.max(start, end)), prose: blankAddresses(prose.slice(start, Math.max(start, end))) };
}

function visible({ kind, text }: Piece): string {
  return kind === 'image' ? BLANK : text;
}

/** The nodes of a paragraph. */
export function nodesOfPieces(pieces: readonly Piece[]): PhrasingContent[] {
  return pieces.map((piece) => {
    const styled = [piece.italic && 'emphasis', piece.bold && 'strong'].reduce<PhrasingContent>(
      (node, type) => (type === 'emphasis' || type === 'strong' ? { type, children: [node] } : node),
      leafOf(piece),
    );
    return piece.link === undefined ? styled : { type: 'link', url: piece.link, children: [styled] };
  });
}

function leafOf({ kind, text }: Piece): PhrasingContent {
  if (kind === 'image') return { type: 'image', url: '', alt: text };
  if (kind === 'code') return { type: 'inlineCode', value: text };
  if (kind !== 'note') return { type: 'text', value: text };
  const identifier = text.replace(/^\[\^|\]$/g, '');
  return { type: 'footnoteReference', identifier, label: identifier };
}
