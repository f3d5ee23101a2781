import type { PlacedParagraph } from '../story/placed-paragraph.ts';
import { statedLook, type OneLook } from '../story/text-looks.ts';
import { sizeOfPiece, type PartSources } from './part-sources.ts';

/** How a paragraph looks by what it says itself and by its style. */
export function docxLook({ paragraph }: PlacedParagraph, sources: PartSources): OneLook {
  const { styles } = sources;
  const { style, marks } = paragraph;
  const line = marks.line ?? styles.look(style, 'line');
  const alignment = marks.alignment ?? styles.look(style, 'alignment');
  const isBoldStyle = styles.look(style, 'bold') === true;
  const look = statedLook(
    paragraph.pieces,
    { ...(line && { line }), ...(alignment !== undefined && { alignment }) },
    (piece) => sizeOfPiece(piece, paragraph, sources),
    ({ bold }) => bold || isBoldStyle,
  );
  return { ...look, size: look.size > 0 ? look.size : (styles.look(style, 'size') ?? 10), style: styles.nameOf(style) };
}
