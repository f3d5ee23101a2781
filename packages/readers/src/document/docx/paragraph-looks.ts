import type { PlacedParagraph } from '../story/placed-paragraph.ts';
import { statedLook, type OneLook } from '../story/text-looks.ts';
import { lookOf, type PartSources } from './part-sources.ts';

/** How a paragraph looks by what it says itself and by its style. */
export function docxLook({ paragraph }: PlacedParagraph, sources: PartSources): OneLook {
  const { styles } = sources;
  const { style, marks } = paragraph;
  const line = marks.line ?? styles.look(style, 'line');
  const alignment = marks.alignment ?? styles.look(style, 'alignment');
  const look = statedLook(
    { ...paragraph, marks: { ...marks, ...(line && { line }), ...(alignment !== undefined && { alignment }) } },
    (piece) => ({
      size: lookOf(piece, paragraph, sources).size,
      bold: piece.bold || styles.look(style, 'bold') === true,
    }),
  );
  return { ...look, size: look.size > 0 ? look.size : (styles.look(style, 'size') ?? 10), style: styles.nameOf(style) };
}
