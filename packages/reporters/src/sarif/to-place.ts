import type { LogicalLocation, Region } from 'sarif';
import { parseRange, type Location } from '@preflag/core';
import { sarifText } from './sarif-text.ts';

/**
 * A place as lines and columns where the file has them. The number of its row stands for the line of a cell; what has no
 * lines begins at line 1, since platforms show nothing without one. The logical location has the place in the file's own terms.
 * @param words the place in words, without its file
 */
export function toPlace(at: Location, words?: string): { readonly region: Region; readonly logical?: LogicalLocation } {
  switch (at.kind) {
    case 'text':
      return {
        region: { startLine: at.start.line, startColumn: at.start.column, endLine: at.end.line, endColumn: at.end.column },
        ...named(words, 'text'),
      };
    case 'cell': {
      const range = parseRange(at.range);
      const region = range ? { startLine: range.top + 1, endLine: range.bottom + 1 } : { startLine: 1 };
      return { region, ...named(at.sheet === '' ? at.range : `${at.sheet}!${at.range}`, 'cell') };
    }
    case 'column':
      return { region: { startLine: 1 }, ...named(at.sheet === undefined ? at.name : `${at.sheet}!${at.name}`, 'column') };
    case 'pointer':
      return { region: { startLine: 1 }, ...named(at.path, 'property') };
    case 'part':
      return { region: { startLine: 1 }, ...named(at.name, 'part') };
    case 'page':
      return { region: { startLine: 1 }, ...named(words ?? `page ${at.page + 1}`, 'page') };
    default:
      return { region: { startLine: 1 }, ...named(words, at.kind) };
  }
}

function named(name: string | undefined, kind: string): { readonly logical?: LogicalLocation } {
  return name === undefined || name === '' ? {} : { logical: { fullyQualifiedName: sarifText(name), kind } };
}

/** A path as a relative URI reference: every part percent-encoded, so that no `:`, `?` or `#` in a name is read as more. */
export function uriOf(path: string): string {
  return path
    .toWellFormed()
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
}
