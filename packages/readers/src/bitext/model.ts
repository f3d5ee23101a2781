import type { ContentType, Location, Model, Scannable } from '@preflag/core';

declare module '@preflag/core' {
  interface Models {
    bitext: Bitext;
  }
}

/** A translation beside its source, aligned into segments. */
export interface Bitext extends Model, Scannable {
  readonly kind: 'bitext';
  /** The translated file is `file`. */
  readonly sourceFile: string;
  /** BCP 47, as the job or the files declare them; else, of the source of a document or of json, as its text shows, or absent. */
  readonly sourceLanguage?: string;
  readonly targetLanguage?: string;
  readonly segments: readonly Segment[];
  /** What files of localisation say beside their texts; absent for other files. */
  readonly catalog?: CatalogFacts;
}

/** The formats of localisation; `csv` for tables of any kind with a column for each language. */
export type CatalogFormat = Extract<
  ContentType,
  'xliff' | 'tmx' | 'po' | 'properties' | 'android-strings' | 'ios-strings' | 'xcstrings' | 'srt' | 'vtt' | 'json' | 'csv'
>;

export interface CatalogFacts {
  readonly format: CatalogFormat;
  /** What contradicts the format and did not keep the rest from being read. */
  readonly problems: readonly FileProblem[];
  readonly duplicates: readonly Duplicate[];
  readonly declared: readonly DeclaredLanguage[];
  /** How many plural forms the header of a po file announces. */
  readonly pluralCount?: number;
  /** The expression by which the header picks one of them, as it is written. */
  readonly pluralFormula?: string;
}

export interface FileProblem {
  readonly code: FileProblemCode;
  readonly at: Location;
  /** The key, the text or the numbers that the problem is about. */
  readonly data: Readonly<Record<string, string | number>>;
}

export type FileProblemCode =
  | 'apostrophe'
  | 'badEscape'
  | 'badLine'
  | 'badTimes'
  | 'headerMissing'
  | 'idMissing'
  | 'languageMissing'
  | 'openQuote'
  | 'pluralCount'
  | 'pluralHeaderMissing'
  | 'pluralIdMissing'
  | 'pluralSurplus'
  | 'semicolonMissing'
  | 'sourceMissing'
  | 'timesMissing'
  | 'timeSign'
  | 'translationMissing';

/** A key that stands twice; the program takes one of the two, or refuses the file. */
export interface Duplicate {
  readonly id: string;
  readonly at: Location;
  readonly firstAt: Location;
}

/** A language that the file names: in a header, an attribute, or its own name or folder. */
export interface DeclaredLanguage {
  readonly side: 'source' | 'target';
  /** As it is written. */
  readonly language: string;
  /** What says so: `trgLang`, `the header Language`, `the file name`. */
  readonly by: string;
  readonly at: Location;
}

/** A piece of the source and its translation. One of the two is absent where the alignment found no partner. */
export interface Segment {
  /** Stable between attempts: a key, or the path of headings with the block's kind and number. */
  readonly id: string;
  readonly role: 'heading' | 'paragraph' | 'listItem' | 'tableCell' | 'code' | 'other';
  readonly source?: string;
  readonly target?: string;
  /** The texts with inline code and the like blanked by U+FFFC: the same offsets. */
  readonly sourceProse?: string;
  readonly targetProse?: string;
  readonly sourceAt?: Location;
  readonly targetAt?: Location;
  /** How sure the alignment is that the two belong together: `exact` by key or structure, `likely` by length and anchors. */
  readonly alignment: 'exact' | 'likely';
  /** Of a segment with one side only: the texts, in their order, any of which may be the one without a partner; absent where it must be this. */
  readonly candidates?: readonly string[];
  /** What the file says of the translation: the format's own word. */
  readonly state?: { readonly name: string; readonly isUnfinished: boolean };
  /** Remarks for translators. */
  readonly notes?: readonly string[];
  /** The longest that the file allows the translation to be. */
  readonly limit?: { readonly max: number; readonly unit: 'characters' | 'bytes' | 'pixels' };
  /** One of the plural forms of a text. */
  readonly plural?: Plural;
  /** The target language of this segment, in files that have several. */
  readonly language?: string;
  /** Whether printf placeholders (`%s`) are replaced in it; absent where the file does not say. */
  readonly hasPrintf?: boolean;
  /** Where the links of the two texts lead, in documents of formats that tell; absent where one of the two cannot. */
  readonly links?: { readonly source: readonly SegmentLink[]; readonly target: readonly SegmentLink[] };
  /** False where the file says which texts have placeholders, and none that has them in braces (`{name}`); absent where it does not say. */
  readonly hasBraces?: boolean;
  /** When subtitles are shown, in the file that is checked and in the source. */
  readonly cue?: Cue;
  readonly sourceCue?: Cue;
}

export interface SegmentLink {
  /** An address, a path, or `#` and an anchor, as it is written. */
  readonly target: string;
  /** What is shown of it. */
  readonly text: string;
}

export interface Plural {
  /** The key that the forms share. */
  readonly of: string;
  /** The category of CLDR (`one`, `other`); in po files the number of the form. */
  readonly form: string;
}

/** Milliseconds. */
export interface Cue {
  readonly start: number;
  readonly end: number;
}
