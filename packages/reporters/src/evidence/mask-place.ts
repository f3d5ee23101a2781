import type { Location } from '@preflag/core';
import { maskText } from './mask-text.ts';

const BETWEEN = ' › ';

/** What a part of a place says of its own, and not of the text: `paragraph 3`, `table 1, row 2, column 3`. */
const OWN_WORDS =
  /^(?:after )?(?:heading|paragraph|list item|table|code block|html|footnote|formula|page header|page footer|comment|line|page|row) \d+(?:, row \d+, column \d+)?$/;
const OTHER_WORDS = new Set(['front matter', 'at the start', 'empty heading', 'untitled section', 'the whole value']);

/** A location without what the file says: keys of rows, headings above blocks and ids of segments (in po files the source itself) are text of the client. */
export function maskLocation(at: Location): Location {
  if (at.kind === 'row') return { ...at, key: maskText(at.key) };
  if (at.kind === 'block' && at.heading !== undefined) return { ...at, heading: maskText(at.heading) };
  if (at.kind === 'segment') return { ...at, id: maskText(at.id) };
  return at;
}

/** The place in words, without what the file says; its file, sheet, column and line stay. */
export function maskPlace(place: string, file: string, at: Location): string {
  if (file === '.' || at.kind === 'file' || at.kind === 'part' || at.kind === 'pointer') return place;
  return [file, ...wordsOf(place.startsWith(file + BETWEEN) ? place.slice(file.length + BETWEEN.length) : '', at)].join(BETWEEN);
}

function wordsOf(place: string, at: Location): readonly string[] {
  switch (at.kind) {
    case 'cell':
      return [`${at.sheet}!${at.range}`];
    case 'column':
      return [...(at.sheet === undefined ? [] : [at.sheet]), at.name];
    case 'row':
      return [...(at.sheet === undefined ? [] : [at.sheet]), maskText(at.key)];
    case 'text':
      return [`line ${at.start.line}`];
    case 'page':
      return [`page ${at.page + 1}`];
    default:
      return place === ''
        ? []
        : place.split(BETWEEN).map((part) => (OWN_WORDS.test(part) || OTHER_WORDS.has(part) ? part : maskText(part)));
  }
}
