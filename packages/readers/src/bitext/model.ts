import type { Location, Model, Scannable } from '@preflag/core';

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
  /** BCP 47, as the job or the files declare them; else absent. */
  readonly sourceLanguage?: string;
  readonly targetLanguage?: string;
  readonly segments: readonly Segment[];
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
}
