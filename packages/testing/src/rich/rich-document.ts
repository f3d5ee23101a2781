/** A document as a word processor holds it, for writing it in any format. */
export interface RichDocument {
  readonly blocks: readonly RichBlock[];
  /** The texts of footnotes by the names that marks have for them. */
  readonly notes: ReadonlyMap<string, readonly RichText[]>;
  readonly title?: string;
  readonly author?: string;
}

export type RichBlock =
  | { readonly kind: 'heading'; readonly depth: number; readonly texts: readonly RichText[]; readonly anchor: string }
  | { readonly kind: 'paragraph'; readonly texts: readonly RichText[]; readonly look?: 'quote' | 'code' }
  | { readonly kind: 'caption'; readonly texts: readonly RichText[]; readonly of: CaptionKind }
  | RichItem
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly RichText[])[])[] }
  | { readonly kind: 'contents'; readonly entries: readonly ContentsLine[] }
  | { readonly kind: 'pageBreak' };

export type CaptionKind = 'Table' | 'Figure';

export interface RichItem {
  readonly kind: 'item';
  readonly texts: readonly RichText[];
  /** 0 for the outermost. */
  readonly level: number;
  /** What it shows in an ordered list. */
  readonly number?: number;
  /** Which list of the document it is in, from 0; items of inner lists have that of the outermost. */
  readonly list: number;
}

/** A line of a table of contents. */
export interface ContentsLine {
  readonly level: number;
  readonly text: string;
  /** Of the heading that it leads to. */
  readonly anchor: string;
}

export interface RichText {
  readonly text: string;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isCode?: boolean;
  /** An address, a path, or `#` and an anchor; empty where it was left out. */
  readonly link?: string;
  /** The name of a footnote: the text is empty then. */
  readonly note?: string;
  /** A picture in place of a text. */
  readonly image?: RichImage;
}

interface RichImage {
  /** Absent where none is given. */
  readonly alt?: string;
  readonly source: string;
}

/** A document in a format, or the construct that the format, or the writer, has no form for. */
export type Written = { readonly isWritten: true; readonly bytes: Uint8Array } | { readonly isWritten: false; readonly construct: string };

/** `Table 3` or `Figure 3` at the beginning of a caption, cut into name, number and the rest. */
export function partsOfCaption(
  texts: readonly RichText[],
): { readonly name: string; readonly number: string; readonly rest: readonly RichText[] } | undefined {
  const [first, ...others] = texts;
  const [whole = '', name = '', number = ''] = /^(\p{L}+\.?)\s(\d{1,3})/u.exec(first?.text ?? '') ?? [];
  return first && whole !== '' ? { name, number, rest: [{ ...first, text: first.text.slice(whole.length) }, ...others] } : undefined;
}

/** A png of one pixel, where a document holds its pictures itself. */
export const PICTURE: Uint8Array = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);
