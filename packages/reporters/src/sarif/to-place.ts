import type { LogicalLocation, Region } from 'sarif';
import type { Location } from '@preflag/core';
import { linesOf } from '../lib/lines-of.ts';
import { sarifText } from './sarif-text.ts';

/**
 * A place as lines and columns, and in the terms of its file (`Orders!B4`).
 * @param words the place in words, without its file
 */
export function toPlace(at: Location, words = ''): { readonly region: Region; readonly logical?: LogicalLocation } {
  const [name, kind] = named(at, words);
  return { region: { ...linesOf(at) }, ...(name !== '' && { logical: { fullyQualifiedName: sarifText(name), kind } }) };
}

function named(at: Location, words: string): readonly [name: string, kind: string] {
  switch (at.kind) {
    case 'cell':
      return [at.sheet === '' ? at.range : `${at.sheet}!${at.range}`, 'cell'];
    case 'column':
      return [at.sheet === undefined ? at.name : `${at.sheet}!${at.name}`, 'column'];
    case 'pointer':
      return [at.path, 'property'];
    case 'part':
      return [at.name, 'part'];
    case 'page':
      return [words === '' ? `page ${at.page + 1}` : words, 'page'];
    default:
      return [words, at.kind];
  }
}

/** A path as a relative URI reference: every part percent-encoded, so that no `:`, `?` or `#` in a name is read as more. */
export function uriOf(path: string): string {
  return path
    .toWellFormed()
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
}
