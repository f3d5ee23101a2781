/**
 * What a document has beside the text of its blocks. A property is absent where the format, or this file, cannot tell: rules that need
 * it are not checked then. Lengths are in points (1/72 inch), indexes are 0-based, and `block` is an index into `Document.blocks`.
 */
export interface DocumentParts {
  /** Page setup, section by section (docx), or for each run of pages of one size (pdf). */
  readonly pages: readonly PageSetup[];
  /** How many pages there are; of a docx this is what the program that saved it counted, which may be out of date. */
  readonly pageCount: number;
  /** Changes that are still marked as such. */
  readonly revisions: readonly Revision[];
  readonly comments: readonly DocumentComment[];
  /** Text that is there and not shown. */
  readonly hidden: readonly UnseenText[];
  /** Text with a highlight colour behind it. */
  readonly highlights: readonly TextSpan[];
  /** Content controls and form fields that still show their prompt. */
  readonly prompts: readonly TextSpan[];
  readonly fields: readonly Field[];
  /** Ids, names and bookmarks that links inside of the document may lead to, as written; markdown's headings by GitHub's slugs. */
  readonly anchors: readonly string[];
  readonly links: readonly DocumentLink[];
  readonly images: readonly DocumentImage[];
  readonly tables: readonly DocumentTable[];
  readonly captions: readonly Caption[];
  /** The table of contents as the file shows it, whether or not it is up to date. */
  readonly contents: readonly ContentsEntry[];
  /** Runs of at least two paragraphs without any text, by the block that they follow; -1 before the first. */
  readonly emptyParagraphs: readonly { readonly after: number; readonly count: number }[];
  /** Fonts and sizes in effect, by the text that they are used for. */
  readonly fonts: readonly FontUse[];
  readonly paragraphs: readonly ParagraphLook[];
  readonly properties: DocumentProperties;
  /** Only of a pdf. */
  readonly pdf: PdfParts;
}

/** A part of a block's text. */
export interface TextSpan {
  readonly block: number;
  readonly offset: number;
  readonly length: number;
}

/** Text that no block holds. */
export interface UnseenText {
  readonly text: string;
  /** The block that it stands in or follows. */
  readonly block: number;
}

export interface PageSetup {
  readonly width: number;
  readonly height: number;
  readonly margins?: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly hasHeader: boolean;
  readonly hasFooter: boolean;
  /** A header or footer shows the number of the page. */
  readonly hasPageNumbers: boolean;
}

export interface Revision {
  readonly kind: 'insertion' | 'deletion' | 'move' | 'formatting';
  readonly author?: string;
  /** What was inserted or deleted; empty for formatting. */
  readonly text: string;
  readonly block: number;
}

export interface DocumentComment {
  readonly author?: string;
  readonly text: string;
  /** The block that it is about; -1 where that is not known. */
  readonly block: number;
  readonly isResolved: boolean;
}

/** A field with the result that the file holds for it: `PAGE`, `REF _Ref1 \h`, `SEQ Table`, `TOC \o "1-3"`. */
export interface Field {
  readonly code: string;
  readonly result: string;
  readonly block: number;
}

export interface DocumentLink {
  /** An address, a path, or `#` and an anchor. */
  readonly target: string;
  readonly text: string;
  readonly block: number;
}

export interface DocumentImage {
  readonly block: number;
  /** Absent where none is given; empty where it is marked as decoration. */
  readonly alt?: string;
  /** As the document points to it: a part of the package, a path or an address. */
  readonly source: string;
  /** As it is shown. */
  readonly width?: number;
  readonly height?: number;
  /** Of the file inside of the package; 0 where it is empty. */
  readonly bytes?: number;
}

export interface DocumentTable {
  /** As `Block.cell.table`. */
  readonly table: number;
  readonly rows: number;
  readonly columns: number;
  /** Rows that are marked as a header. */
  readonly headerRows: number;
  /** The number of cells of each row, spans counted as the columns that they cover. */
  readonly widths: readonly number[];
  /** The block before it, -1 for none. */
  readonly after: number;
}

/** A line that names a figure or a table. */
export interface Caption {
  readonly block: number;
  readonly kind: 'figure' | 'table' | 'equation' | 'other';
  /** `3`, `2.1`; absent where it has none. */
  readonly number?: string;
}

export interface ContentsEntry {
  readonly text: string;
  readonly level: number;
  /** As it is shown; absent where the table of contents has no pages. */
  readonly page?: string;
  readonly block: number;
}

export interface FontUse {
  readonly font: string;
  /** In points. */
  readonly size: number;
  /** What kind of text it is. */
  readonly role: 'heading' | 'body' | 'table' | 'code' | 'other';
  /** UTF-16 units of text. */
  readonly units: number;
  /** A block where it is used. */
  readonly block: number;
}

/** How a paragraph of the body looks; runs of paragraphs that look the same are one. */
export interface ParagraphLook {
  readonly first: number;
  readonly last: number;
  /** As a multiple of the font's height; absent where it is a fixed distance. */
  readonly lineSpacing?: number;
  readonly alignment: 'left' | 'right' | 'center' | 'justify';
  /** All of its text is bold. */
  readonly isBold: boolean;
  /** Of most of its text, in points. */
  readonly size: number;
  /** The name of its style; empty for the default. */
  readonly style: string;
}

export interface DocumentProperties {
  readonly title?: string;
  readonly author?: string;
  readonly subject?: string;
  readonly application?: string;
  /** ISO 8601. */
  readonly created?: string;
  readonly modified?: string;
}

export interface PdfParts {
  readonly version: string;
  readonly isTagged: boolean;
  /** The cross-reference table was damaged or cut off and was put together anew. */
  readonly isRecovered: boolean;
  readonly hasOutline: boolean;
  readonly fonts: readonly { readonly name: string; readonly isEmbedded: boolean }[];
  readonly pages: readonly PdfPage[];
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** Units of text that can be selected. */
  readonly units: number;
  readonly images: number;
  /** Units of text that the edge of the page cuts; what is wholly outside of it is not read. */
  readonly unitsOutside: number;
  /** Characters that the font maps to nothing. */
  readonly unmapped: number;
  readonly first: number;
  readonly last: number;
}
