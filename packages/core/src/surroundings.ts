import type { Span } from './spans.ts';

/** What stands around a place, for those who see a report and not the file. Texts are cut, see each kind. */
export type Surroundings = GridSurroundings | TextSurroundings | PairSurroundings;

/** Some rows and columns around a cell, the row of the header among them. Cells have at most 60 characters. */
export interface GridSurroundings {
  readonly kind: 'grid';
  /** `Detail`; absent where the file has no sheets. */
  readonly sheet?: string;
  /** `A`, `B`, … */
  readonly columns: readonly string[];
  readonly rows: readonly {
    /** The number that programs show beside the row. */
    readonly number: number;
    readonly isHeader: boolean;
    readonly cells: readonly string[];
  }[];
  /** The cells that the finding is about, as indexes into `columns` and `rows`; both ends are included. */
  readonly hit: { readonly rows: readonly [number, number]; readonly columns: readonly [number, number] };
}

/** The paragraph that the text stands in, at most 400 characters before and after it. */
export interface TextSurroundings {
  readonly kind: 'text';
  readonly before: string;
  /** At most 600 characters. */
  readonly text: string;
  readonly after: string;
  /** BCP 47, where it is known. */
  readonly language?: string;
}

/** A piece of a translation beside its source, each at most 1,000 characters around the place. One is empty where there is no such piece. */
export interface PairSurroundings {
  readonly kind: 'pair';
  readonly source: string;
  readonly target: string;
  /** Where in the target the finding stands, in UTF-16 units. */
  readonly at?: Span;
  /** Where in the source is what the finding is about: what was expected, the sentence that is missing. */
  readonly sourceAt?: readonly Span[];
  /** BCP 47, where they are known. */
  readonly sourceLanguage?: string;
  readonly targetLanguage?: string;
}
