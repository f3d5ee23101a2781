import type { ContentType, ReadFailure, Reads } from '@preflag/core';

interface TypeEntry {
  /** The word of rules that this type is for. */
  readonly reads?: Reads;
  /** A reader is there. */
  readonly isRead: boolean;
  /** What to call it, with its article. */
  readonly words: string;
  /** What to deliver instead. */
  readonly instead?: string;
}

/** What is done with each type. */
export const TYPE_TABLE: Readonly<Record<ContentType, TypeEntry>> = {
  xlsx: { reads: 'workbook', isRead: true, words: 'an Excel workbook' },
  xls: { reads: 'workbook', isRead: false, words: 'an Excel workbook of before 2007 (xls)', instead: 'xlsx' },
  xlsb: { reads: 'workbook', isRead: false, words: 'a binary Excel workbook (xlsb)', instead: 'xlsx' },
  ods: { reads: 'workbook', isRead: false, words: 'an OpenDocument spreadsheet (ods)', instead: 'xlsx' },
  csv: { reads: 'table', isRead: true, words: 'a csv table' },
  tsv: { reads: 'table', isRead: true, words: 'a tsv table' },
  docx: { reads: 'document', isRead: true, words: 'a Word document' },
  doc: { reads: 'document', isRead: false, words: 'a Word document of before 2007 (doc)', instead: 'docx' },
  odt: { reads: 'document', isRead: true, words: 'an OpenDocument text (odt)' },
  rtf: { reads: 'document', isRead: true, words: 'a rich text document (rtf)' },
  pptx: { reads: 'document', isRead: true, words: 'a PowerPoint presentation (pptx)' },
  ppt: { isRead: false, words: 'a PowerPoint presentation of before 2007 (ppt)', instead: 'pptx' },
  pdf: { reads: 'document', isRead: true, words: 'a pdf' },
  markdown: { reads: 'document', isRead: true, words: 'a markdown document' },
  html: { reads: 'document', isRead: true, words: 'an html page' },
  text: { reads: 'document', isRead: true, words: 'a plain text' },
  json: { reads: 'data', isRead: true, words: 'json data' },
  xliff: { reads: 'bitext', isRead: true, words: 'an xliff file' },
  tmx: { reads: 'bitext', isRead: true, words: 'a translation memory (tmx)' },
  po: { reads: 'bitext', isRead: true, words: 'a gettext catalogue (po)' },
  properties: { reads: 'bitext', isRead: true, words: 'a Java properties file' },
  'android-strings': { reads: 'bitext', isRead: true, words: 'Android string resources' },
  'ios-strings': { reads: 'bitext', isRead: true, words: 'an Apple strings file' },
  xcstrings: { reads: 'bitext', isRead: true, words: 'an Xcode string catalogue (xcstrings)' },
  srt: { reads: 'bitext', isRead: true, words: 'subtitles (srt)' },
  vtt: { reads: 'bitext', isRead: true, words: 'subtitles (vtt)' },
  xml: { isRead: false, words: 'an xml file', instead: 'json, csv or xlsx' },
  zip: { isRead: false, words: 'a zip archive', instead: 'the files in it' },
  image: { isRead: false, words: 'an image', instead: 'the text or the figures in it as docx, markdown or xlsx' },
  'encrypted-office': { isRead: false, words: 'an Office file that is protected by a password' },
  empty: { isRead: false, words: 'an empty file' },
  other: { isRead: false, words: 'of no known type' },
};

/** The word of rules that a type is for; `undefined` when no rules read it. */
export function readsOf(type: ContentType): Reads | undefined {
  return TYPE_TABLE[type].reads;
}

/** Formats that hold the source beside its translation: such a file needs no other one to be compared with. */
const OWN_SOURCE: ReadonlySet<ContentType> = new Set(['xliff', 'tmx', 'po', 'xcstrings']);

/** True where the file itself holds the text that it translates; tables do where the job says that they are translations. */
export function isOwnSource(type: ContentType, isTranslation: boolean): boolean {
  return OWN_SOURCE.has(type) || (isTranslation && ['workbook', 'table'].includes(readsOf(type) ?? ''));
}

/** Why a type is not read: in a sentence that says what to deliver in its place. `undefined` when there is a reader. */
export function unreadFailure(type: ContentType): ReadFailure | undefined {
  const { isRead, words, instead } = TYPE_TABLE[type];
  if (isRead) return undefined;
  if (type === 'encrypted-office') return { kind: 'encrypted', text: 'The file is protected by a password: deliver it without one.' };
  if (type === 'empty') return { kind: 'corrupt', text: 'The file is empty: deliver it with its content.' };
  return {
    kind: 'unsupported',
    text: `The file is ${words}, which is not read${instead === undefined ? '' : `: deliver ${instead} to have it checked`}.`,
  };
}
