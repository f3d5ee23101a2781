import type { DocumentTraits } from '@preflag/checker-formatting/traits';
import type { SectionTraits } from '@preflag/checker-report-structure/traits';
import type { TableTraits } from '@preflag/checker-spreadsheet/traits';
import type { ContentType } from '@preflag/core';

/** What a file is like: all that a check worker tells of it. */
export type FileTraits =
  | { readonly kind: 'document'; readonly document: DocumentTraits; readonly sections: readonly SectionTraits[] }
  | { readonly kind: 'tables'; readonly tables: readonly TableTraits[] }
  /** A kind of file of which a job asks no more than that it is there. */
  | { readonly kind: 'other' }
  | { readonly kind: 'unread' };

/** A file of an accepted delivery. */
export interface ExampleFile {
  /** Path in the delivery, with `/`. */
  readonly path: string;
  /** Which of the deliveries it belongs to. */
  readonly delivery: number;
  readonly type: ContentType;
  readonly traits: FileTraits;
}
