import type { ParagraphLook } from '../parts-model.ts';
import { lookOf, type PartSources } from './part-sources.ts';
import type { PlacedParagraph } from '../story/placed-paragraph.ts';

/** How the paragraphs of the body look; those in a row that look the same are one. */
export function paragraphLooks(all: readonly PlacedParagraph[], sources: PartSources): readonly ParagraphLook[] {
  const looks: { first: number; last: number; key: string; look: Omit<ParagraphLook, 'first' | 'last'> }[] = [];
  for (const placed of all) {
    if (placed.inTable || placed.model?.type !== 'paragraph') continue;
    const look = lookOfParagraph(placed, sources);
    const key = JSON.stringify(look);
    const last = looks.at(-1);
    if (last?.key === key) last.last = placed.block;
    else looks.push({ first: placed.block, last: placed.block, key, look });
  }
  return looks.map(({ first, last, look }) => ({ first, last, ...look }));
}

const ALIGNMENTS: Readonly<Record<string, ParagraphLook['alignment']>> = {
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
};
/** A line is 240 units high. */
const LINE = 240;

function lookOfParagraph({ paragraph }: PlacedParagraph, sources: PartSources): Omit<ParagraphLook, 'first' | 'last'> {
  const { styles } = sources;
  const line = paragraph.marks.line ?? styles.look(paragraph.style, 'line');
  const alignment = ALIGNMENTS[paragraph.marks.alignment ?? styles.look(paragraph.style, 'alignment') ?? ''] ?? 'left';
  const texts = paragraph.pieces.filter(({ kind, text }) => kind === 'text' && text.trim() !== '');
  const sizes = new Map<number, number>();
  for (const piece of texts) {
    const { size } = lookOf(piece, paragraph, sources);
    sizes.set(size, (sizes.get(size) ?? 0) + piece.text.length);
  }
  const [most] = [...sizes].toSorted(([, a], [, b]) => b - a);
  return {
    ...(line?.isFixed ? {} : { lineSpacing: (line?.value ?? LINE) / LINE }),
    alignment,
    isBold: texts.length > 0 && texts.every(({ bold }) => bold || styles.look(paragraph.style, 'bold') === true),
    size: most?.[0] ?? styles.look(paragraph.style, 'size') ?? 10,
    style: styles.nameOf(paragraph.style),
  };
}
