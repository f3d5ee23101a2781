/** Lines and columns are 1-based; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where in a file a finding stands. `end` of a text location is exclusive;
 * indexes other than lines and columns are 0-based.
 */
export type Location =
  | { readonly kind: 'cell'; readonly sheet: string; /** A1 notation: `B4` or `B4:B9`. */ readonly range: string }
  | { readonly kind: 'column'; readonly sheet?: string; readonly name: string }
  | { readonly kind: 'row'; readonly sheet?: string; /** The row's key values, joined by ` · `. */ readonly key: string }
  | { readonly kind: 'text'; readonly start: Position; readonly end: Position }
  | {
      readonly kind: 'block';
      /** Index among the document's text blocks. */
      readonly index: number;
      /** The nearest heading above. */
      readonly heading?: string;
      /** UTF-16 units from the start of the block's text. */
      readonly offset?: number;
      readonly length?: number;
    }
  | {
      readonly kind: 'page';
      /** 0-based. */ readonly page: number;
      /** Left, top, right, bottom in points. */ readonly box?: readonly [number, number, number, number];
    }
  | { readonly kind: 'segment'; readonly id: string; readonly offset?: number; readonly length?: number }
  | { readonly kind: 'pointer'; /** RFC 6901. */ readonly path: string }
  | { readonly kind: 'part'; /** The part's name inside a package such as xlsx or docx. */ readonly name: string }
  | { readonly kind: 'file' };

export type LocationKind = Location['kind'];

/** What a model can say of a place in it. */
export interface PlaceDescription {
  /** The place in words, without the file: `Ergebnisse › paragraph 3`. Empty for the whole file. */
  readonly place: string;
  /** What stays the same between attempts: row key and column header, heading path and text, segment id. Never an address or a found value. */
  readonly anchor: string;
  /** The text that stands there. */
  readonly excerpt?: string;
  readonly prefix?: string;
  readonly suffix?: string;
}
