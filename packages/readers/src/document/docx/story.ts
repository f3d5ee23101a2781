/** What stands in a paragraph, in order. */
export interface Piece {
  readonly kind: 'text' | 'code' | 'math' | 'note' | 'image';
  /** `[^1]` of a note, the description of an image. */
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Where a hyperlink leads: an address, or `#` and a bookmark. */
  readonly link?: string;
}

export interface StoryParagraph {
  readonly kind: 'paragraph';
  readonly pieces: readonly Piece[];
  readonly style?: string | undefined;
  readonly outline?: number | undefined;
  readonly numId?: number | undefined;
  readonly level?: number | undefined;
}

export interface StoryTable {
  readonly kind: 'table';
  readonly rows: readonly StoryRow[];
}

export interface StoryRow {
  readonly header: boolean;
  readonly cells: readonly StoryCell[];
}

export interface StoryCell {
  /** On the table's grid, 0-based. */
  readonly column: number;
  /** Goes on from the row above. */
  readonly continued: boolean;
  readonly entries: readonly StoryEntry[];
}

export type StoryEntry = StoryParagraph | StoryTable;

/** A run of text of its own: the body, a note, a comment, a header. */
export interface Story {
  readonly entries: readonly StoryEntry[];
}

/** What a part holds. */
export interface StoryPart {
  readonly stories: readonly Story[];
  /** Relationships of headers and footers, in the order of the sections. */
  readonly headers: readonly string[];
  readonly footers: readonly string[];
  /** Units of visible text by the language that they are marked with. */
  readonly languages: ReadonlyMap<string, number>;
  /** Content that is stored in another format inside of the package. */
  readonly foreignParts: number;
}
