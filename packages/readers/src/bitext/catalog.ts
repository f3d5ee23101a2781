import type { Location, PlaceDescription, Surroundings } from '@preflag/core';
import type { CatalogFormat, DeclaredLanguage, Duplicate, FileProblem, Plural, Segment } from './model.ts';

/** A file of texts for localisation, as it stands: the source beside the translation, or the texts of one language. */
export interface Catalog {
  readonly file: string;
  readonly format: CatalogFormat;
  readonly entries: readonly Entry[];
  readonly problems: readonly FileProblem[];
  readonly duplicates: readonly Duplicate[];
  readonly declared: readonly DeclaredLanguage[];
  /** How many plural forms the header of a po file announces. */
  readonly pluralCount?: number;
  readonly pluralFormula?: string;
  /** The language that sources of the format are in where nothing says otherwise: gettext wants English. */
  readonly usualSource?: string;
  /** Without any translation, and not meant to have one. */
  readonly isTemplate?: boolean;
  describe(at: Location): PlaceDescription;
  surround?(at: Location): Surroundings | undefined;
}

export type Entry = Pick<Segment, 'state' | 'notes' | 'limit' | 'language' | 'hasPrintf' | 'hasBraces' | 'cue'> & {
  /** Key or number; the same in the file of each language. */
  readonly id: string;
  /** The key, where it stood before: then `id` has a number. */
  readonly sameAs?: string;
  readonly role?: Segment['role'];
  readonly plural?: Plural;
  /** Absent in files of one language. */
  readonly source?: EntryText;
  /** The translation; in files of one language their text. Absent where there is none yet. */
  readonly target?: EntryText;
};

export interface EntryText {
  readonly text: string;
  /** With inline codes blanked by U+FFFC, the same offsets; where it differs. */
  readonly prose?: string;
  readonly at: Location;
}
