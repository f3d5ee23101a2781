import type { Location, Model, Scannable } from '@preflag/core';
import type { Root, RootContent } from 'mdast';
import type { DocumentParts } from './parts-model.ts';

declare module '@preflag/core' {
  interface Models {
    document: Document;
  }
}

export type DocumentFormat = 'markdown' | 'text' | 'docx' | 'html' | 'pdf' | 'pptx' | 'odt' | 'rtf';

/** One tree for every format: a rule is written once, and runs wherever the facts that it names are there. */
export interface Document extends Model, Scannable {
  readonly kind: 'document';
  readonly format: DocumentFormat;
  /** mdast; positions only where the format is text. */
  readonly root: Root;
  /** Everything that holds text, in reading order. */
  readonly blocks: readonly Block[];
  /** The language that the file declares for itself. */
  readonly language?: string;
  /** What there is beside the text; what the format cannot tell is absent. */
  readonly parts: Partial<DocumentParts>;
  /**
   * The place of some text of a block: line and column in text formats, else block and offset.
   * Without `offset` the whole block.
   */
  locate(block: Block, offset?: number, length?: number): Location;
}

export type BlockType =
  | 'heading'
  | 'paragraph'
  | 'listItem'
  /** A line of a table of contents. */
  | 'contents'
  | 'tableCell'
  | 'code'
  | 'html'
  | 'frontmatter'
  | 'footnote'
  | 'notes'
  | 'math'
  | 'header'
  | 'footer'
  | 'comment';

/** A piece of text that a reader sees as one: a heading, a paragraph, a cell. */
export interface Block {
  readonly index: number;
  readonly type: BlockType;
  /** 1 to 6 for headings, 0 for all others. */
  readonly depth: number;
  /** The visible text, white space as in the source but with line ends inside a paragraph as one space. */
  readonly text: string;
  /** `text` with inline code, raw html, urls of links that show themselves and formulas blanked by U+FFFC, unit by unit: the same offsets. */
  readonly prose: string;
  /** Titles of the headings above, outermost first. */
  readonly path: readonly string[];
  /** Inside a block quote. */
  readonly quoted: boolean;
  /** Row and column of a table cell, and which table of the document; all 0-based, row 0 is the header where `header` is true. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number; readonly header: boolean };
  /** Nesting of a list item, 0 for the outermost, and its number in an ordered list. */
  readonly item?: { readonly level: number; readonly ordered: boolean; readonly number?: number };
  readonly node?: RootContent;
}
