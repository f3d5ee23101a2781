import type { DocumentParts, FontUse, ParagraphLook } from '../parts-model.ts';
import type { PlacedParagraph } from './placed-paragraph.ts';
import type { ParagraphMarks, Piece } from './story.ts';

export interface TextLook {
  readonly font: string;
  /** In points. */
  readonly size: number;
}

type Counted = Omit<FontUse, 'units'> & { units: number };

/** What the text is set in, the most used first. Text of which that is not known is left out. */
export function fontUses(
  all: readonly PlacedParagraph[],
  lookOf: (piece: Piece, placed: PlacedParagraph) => TextLook | undefined,
): readonly FontUse[] {
  const uses = new Map<string, Counted>();
  // Most pieces look like the one before.
  let use: Counted | undefined;
  for (const placed of all) {
    const role = roleOf(placed);
    for (const piece of placed.paragraph.pieces) {
      const units = piece.kind === 'text' ? piece.text.trim().length : 0;
      const look = units === 0 ? undefined : lookOf(piece, placed);
      if (!look) continue;
      const { font, size } = look;
      if (use?.font !== font || use.size !== size || use.role !== role) {
        const key = `${font} ${size} ${role}`;
        use = uses.get(key) ?? { font, size, role, units: 0, block: placed.block };
        uses.set(key, use);
      }
      use.units += units;
    }
  }
  return [...uses.values()].toSorted((a, b) => b.units - a.units);
}

function roleOf({ model, inTable }: PlacedParagraph): FontUse['role'] {
  if (model?.type === 'heading') return 'heading';
  if (model?.type === 'code') return 'code';
  if (inTable) return 'table';
  return model?.type === 'paragraph' || model?.type === 'listItem' ? 'body' : 'other';
}

export type OneLook = Omit<ParagraphLook, 'first' | 'last'>;

/** How the paragraphs of the body look; those in a row that look the same are one. */
export function paragraphLooks(all: readonly PlacedParagraph[], lookOf: (placed: PlacedParagraph) => OneLook): readonly ParagraphLook[] {
  const looks: { first: number; last: number; look: OneLook }[] = [];
  for (const placed of all) {
    if (placed.inTable || placed.model?.type !== 'paragraph') continue;
    const look = lookOf(placed);
    const last = looks.at(-1);
    if (last && isSameLook(last.look, look)) last.last = placed.block;
    else looks.push({ first: placed.block, last: placed.block, look });
  }
  return looks.map(({ first, last, look }) => ({ first, last, ...look }));
}

function isSameLook(a: OneLook, b: OneLook): boolean {
  return (
    a.lineSpacing === b.lineSpacing && a.alignment === b.alignment && a.isBold === b.isBold && a.size === b.size && a.style === b.style
  );
}

/** By the words of WordprocessingML and of XSL. */
const ALIGNMENTS: Readonly<Record<string, ParagraphLook['alignment']>> = {
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
  justify: 'justify',
};
/** A line is 240 units high. */
const LINE = 240;

/**
 * The look of a paragraph by its alignment and line, as far as these are not the usual ones, and by what is told of its text.
 * @param sizeOf in points; 0 where that is not known
 */
export function statedLook(
  pieces: readonly Piece[],
  { line, alignment }: Pick<ParagraphMarks, 'line' | 'alignment'>,
  sizeOf: (piece: Piece) => number,
  isBold: (piece: Piece) => boolean,
): Omit<OneLook, 'style'> {
  const texts = pieces.filter(({ kind, text }) => kind === 'text' && text.trim() !== '');
  return {
    ...(line?.isFixed ? {} : { lineSpacing: (line?.value ?? LINE) / LINE }),
    alignment: ALIGNMENTS[alignment ?? ''] ?? 'left',
    isBold: texts.length > 0 && texts.every(isBold),
    size: mostUsed(texts, sizeOf),
  };
}

/** The size of most text, the first one of several; 0 without text. */
function mostUsed(texts: readonly Piece[], sizeOf: (piece: Piece) => number): number {
  const size = texts[0] ? sizeOf(texts[0]) : 0;
  if (texts.every((piece) => sizeOf(piece) === size)) return size;
  const units = new Map<number, number>();
  for (const piece of texts) units.set(sizeOf(piece), (units.get(sizeOf(piece)) ?? 0) + piece.text.length);
  const [most] = [...units].toSorted(([, a], [, b]) => b - a);
  return most?.[0] ?? size;
}

/** Of paragraphs and pieces that say themselves how they look; nothing where no text says its font. */
export function ownLooks(all: readonly PlacedParagraph[]): Pick<DocumentParts, 'fonts' | 'paragraphs'> | undefined {
  const fonts = fontUses(all, ({ font }) =>
    font?.font === undefined || font.size === undefined ? undefined : { font: font.font, size: font.size },
  );
  if (fonts.length === 0) return undefined;
  const paragraphs = paragraphLooks(all, ({ paragraph }) => ({
    ...statedLook(
      paragraph.pieces,
      paragraph.marks,
      ({ font }) => font?.size ?? 0,
      ({ bold }) => bold,
    ),
    style: paragraph.style ?? '',
  }));
  return { fonts, paragraphs };
}
