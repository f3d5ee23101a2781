import type { DocumentProperties } from '../parts-model.ts';
import type { Story } from '../story/story.ts';

/** What a rich text holds. */
export interface RtfContent {
  readonly body: Story;
  readonly notes: readonly Story[];
  readonly comments: readonly Story[];
  readonly headers: readonly Story[];
  readonly footers: readonly Story[];
  readonly sections: readonly RtfSection[];
  readonly bookmarks: readonly string[];
  readonly properties: DocumentProperties;
  /** How many pages the program that saved it counted. */
  readonly pageCount: number | undefined;
  /** The language of the document as Windows numbers it. */
  readonly languageId: number | undefined;
  /** Groups are open at its end. */
  readonly isCutOff: boolean;
}

/** The pages of a section; lengths in twentieths of a point. */
export interface RtfSection {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  hasHeader: boolean;
  hasFooter: boolean;
  hasPageNumbers: boolean;
}

/** What the file's own words say of text and paragraphs; a group has a copy of that of the group around it. */
export interface RtfState {
  readonly destination: RtfDestination;
  codePage: number | undefined;
  /** Characters that stand for one of Unicode in readers that know none. */
  fallback: number;
  bold: boolean;
  italic: boolean;
  hidden: boolean;
  highlighted: boolean;
  inserted: boolean;
  deleted: boolean;
  insertedBy: number;
  deletedBy: number;
  style: number;
  outline: number | undefined;
  inTable: boolean;
  list: number;
  level: number;
  font: number;
  /** In half points. */
  size: number;
  alignment: string;
  /** In 240ths of a line where `isMultiple`, else in twentieths of a point. */
  line: number;
  isMultiple: boolean;
}

/** What a group is for. */
export type RtfDestination =
  | 'text'
  | 'skipped'
  | 'fonts'
  | 'styles'
  | 'information'
  | 'property'
  | 'authors'
  | 'fieldCode'
  | 'label'
  | 'bookmark'
  | 'commentAuthor'
  | 'picture'
  | 'shapeName'
  | 'shapeValue';

/** A paragraph style by its number. */
export interface RtfStyle {
  name: string;
  outline: number | undefined;
  isParagraph: boolean;
}
