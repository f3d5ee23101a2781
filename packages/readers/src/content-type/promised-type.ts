import type { ContentType } from '@preflag/core';
import { readsOf } from './readers.ts';

/**
 * The type of the bytes; where they are none that rules read (damaged, protected, empty), the type that the name promises,
 * so that its reader says what is wrong and its rules say that they were not run.
 */
export function promisedType(name: string, type: ContentType): ContentType {
  if (readsOf(type)) return type;
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return PROMISED[extension] ?? type;
}

const PROMISED: Readonly<Record<string, ContentType>> = {
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  xltx: 'xlsx',
  csv: 'csv',
  tsv: 'tsv',
  docx: 'docx',
  docm: 'docx',
  odt: 'odt',
  ott: 'odt',
  fodt: 'odt',
  pptx: 'pptx',
  pptm: 'pptx',
  rtf: 'rtf',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  json: 'json',
  xliff: 'xliff',
  xlf: 'xliff',
  tmx: 'tmx',
  po: 'po',
  properties: 'properties',
  strings: 'ios-strings',
  xcstrings: 'xcstrings',
  srt: 'srt',
  vtt: 'vtt',
};
