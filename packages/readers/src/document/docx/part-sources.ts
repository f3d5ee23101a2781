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

/** The font and size of a piece: its own, its character style's, its paragraph's, the document's. Word's own defaults are 10 points of Times New Roman. */
export function lookOf(
  { font: own }: Piece,
  { style }: StoryParagraph,
  { styles, themeFonts }: PartSources,
): { readonly font: string; readonly size: number } {
  const character = own?.style;
  const font =
    own?.font ??
    (character === undefined ? undefined : styles.characterLook(character, 'font')) ??
    styles.look(style, 'font') ??
    'Times New Roman';
  const size =
    own?.size ?? (character === undefined ? undefined : styles.characterLook(character, 'size')) ?? styles.look(style, 'size') ?? 10;
  return { font: themeFonts.get(font) ?? font, size };
}
