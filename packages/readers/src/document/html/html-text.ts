import { decodeHTML } from 'entities';
import type { TextBuilder } from '../text-map.ts';

/** A character reference, or a run of white space. */
const WRITTEN = /&(?:#[xX]?[\da-fA-F]+|[A-Za-z][A-Za-z\d]*);?|[ \t\r\n\f]+/g;

/**
 * Appends what a text of the source shows: character references as what they stand for, white space as one space, and none at the
 * beginning of a block (CSS Text 3, 4.1.1).
 *
 * @param keepsSpace white space is shown as it stands, as in `pre`
 */
export function appendHtmlText(builder: TextBuilder, source: string, start: number, end: number, keepsSpace: boolean): void {
  let at = start;
  WRITTEN.lastIndex = start;
  for (let match = WRITTEN.exec(source); match && match.index < end; match = WRITTEN.exec(source)) {
    const [found] = match;
    const to = Math.min(match.index + found.length, end);
    builder.exact(source.slice(at, match.index), at);
    at = to;
    if (found.startsWith('&')) {
      const text = decodeHTML(found);
      // What is no reference is text as it stands.
      if (text === found) builder.exact(found, match.index);
      else builder.written(text, match.index, to);
    } else if (keepsSpace) builder.written(found.replaceAll(/\r\n?/g, '\n'), match.index, to);
    else if (builder.text !== '' && !/\s$/.test(builder.text)) builder.written(' ', match.index, to);
  }
  builder.exact(source.slice(at, end), at);
}
