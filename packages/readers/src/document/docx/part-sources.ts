import type { StoryBlocks } from '../story/story-blocks.ts';
import type { PackageProperties } from './read-properties.ts';
import type { Piece, Story, StoryParagraph, StoryPart } from '../story/story.ts';
import type { Styles } from './styles.ts';

/** What the parts of a document are made from. */
export interface PartSources {
  readonly body: StoryPart;
  readonly blocks: StoryBlocks;
  readonly styles: Styles;
  /** The fonts that `+major` and `+minor` stand for. */
  readonly themeFonts: ReadonlyMap<string, string>;
  readonly comments: readonly Story[];
  /** Ids of the last paragraphs of comments that are resolved. */
  readonly resolved: ReadonlySet<string>;
  readonly properties: PackageProperties;
  /** The relationships of headers and footers that show the number of the page. */
  readonly numbered: ReadonlySet<string>;
  /** The size of a part of the package. */
  readonly bytesOf: (part: string) => number | undefined;
}

/** The font and size of a piece: its own, its character style's, its paragraph's, the document's. Word's own font is Times New Roman. */
export function lookOf(piece: Piece, paragraph: StoryParagraph, sources: PartSources): { readonly font: string; readonly size: number } {
  const { styles, themeFonts } = sources;
  const own = piece.font;
  const font =
    own?.font ??
    (own?.style === undefined ? undefined : styles.characterLook(own.style, 'font')) ??
    styles.look(paragraph.style, 'font') ??
    'Times New Roman';
  return { font: themeFonts.get(font) ?? font, size: sizeOfPiece(piece, paragraph, sources) };
}

/** The size alone, in points, found in the same way. Word's own is 10. */
export function sizeOfPiece({ font: own }: Piece, { style }: StoryParagraph, { styles }: PartSources): number {
  const character = own?.style;
  return own?.size ?? (character === undefined ? undefined : styles.characterLook(character, 'size')) ?? styles.look(style, 'size') ?? 10;
}
