import type { Block } from '../model.ts';
import { contentsLevel } from './style-names.ts';

/** What stands in a paragraph, in order. */
export interface Piece {
  readonly kind: 'text' | 'code' | 'math' | 'note' | 'image';
  /** `[^1]` of a note, the description of an image. */
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Where a hyperlink leads: an address, or `#` and a bookmark. */
  readonly link?: string;
  readonly highlighted?: true;
  /** A content control or form field that still shows its prompt. */
  readonly prompt?: true;
  /** Of an image. */
  readonly image?: StoryImage;
  readonly font?: RunFont;
}

export interface StoryImage {
  /** Absent where nobody said anything of it; empty for decoration. */
  readonly alt?: string;
  readonly source: string;
  /** In points. */
  readonly width?: number;
  readonly height?: number;
}

/** The font of a run where it says so itself; styles say the rest. */
export interface RunFont {
  readonly font?: string;
  /** In points. */
  readonly size?: number;
  readonly style?: string;
}

export interface StoryParagraph {
  readonly kind: 'paragraph';
  readonly pieces: readonly Piece[];
  readonly style?: string | undefined;
  readonly outline?: number | undefined;
  readonly numId?: number | undefined;
  readonly level?: number | undefined;
  /** Where its reader knows it at once. */
  readonly role?: ParagraphRole;
  readonly marks: ParagraphMarks;
}

export type Item = NonNullable<Block['item']>;

/** What a paragraph is in its document. */
export interface ParagraphRole {
  /** 1 to 6 of a heading, which is no item then. */
  readonly depth?: number;
  readonly item?: Item;
  readonly isCode?: boolean;
  readonly isQuote?: boolean;
}

/** Tells what paragraphs are. Each is asked for its item once, in order, since items count. */
export interface ParagraphRoles {
  /** 1 to 6 for a heading, else 0. */
  depth(paragraph: StoryParagraph): number;
  item(paragraph: StoryParagraph): Item | undefined;
  isCode(paragraph: StoryParagraph): boolean;
  isQuote(paragraph: StoryParagraph): boolean;
  /** Of the style of lines of a table of contents that it is in, from 1. */
  contentsLevel(paragraph: StoryParagraph): number | undefined;
}

/** Of paragraphs that say it themselves. */
export const STATED_ROLES: ParagraphRoles = {
  depth: ({ role }) => role?.depth ?? 0,
  item: ({ role }) => (role?.depth === undefined ? role?.item : undefined),
  isCode: ({ role }) => role?.isCode ?? false,
  isQuote: ({ role }) => role?.isQuote ?? false,
  contentsLevel: ({ marks, style }) => marks.contentsLevel ?? contentsLevel(style ?? ''),
};

/** What hangs on a paragraph beside its text. */
export interface ParagraphMarks {
  readonly revisions: {
    readonly kind: 'insertion' | 'deletion' | 'move' | 'formatting';
    readonly author?: string;
    readonly text: string;
  }[];
  readonly hidden: string[];
  /** Fields that begin in it. */
  readonly fields: { readonly code: string; readonly result: string }[];
  /** Ids of comments about it. */
  readonly comments: string[];
  alignment?: string;
  /** In 240ths of a line, or a fixed distance where `isFixed` is true. */
  line?: { readonly value: number; readonly isFixed: boolean };
  /** It is a line of a table of contents. */
  isContents?: true;
  /** Of the style of lines of a table of contents that it is in, from 1. */
  contentsLevel?: number;
  /** It is in the style of captions. */
  isCaption?: true;
  /** A break of page or section, so that it is empty for a reason. */
  isBreak?: true;
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
  /** How many columns of the grid it covers. */
  readonly span: number;
  readonly entries: readonly StoryEntry[];
}

export type StoryEntry = StoryParagraph | StoryTable;

/** A run of text of its own: the body, a note, a comment, a header. */
export interface Story {
  readonly entries: readonly StoryEntry[];
  /** Of a comment. */
  readonly id?: string;
  readonly author?: string;
  /** The id of its last paragraph, by which other parts refer to a comment. */
  lastParagraph?: string;
}

/** The pages of a section (ECMA-376-1, 17.6.17). Lengths are in points. */
export interface StorySection {
  width?: number;
  height?: number;
  margins?: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** Relationships; a section without any goes on with those before it. */
  readonly headers: string[];
  readonly footers: string[];
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
  readonly sections: readonly StorySection[];
  readonly bookmarks: readonly string[];
}
