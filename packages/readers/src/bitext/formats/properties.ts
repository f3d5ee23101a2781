import type { Location } from '@preflag/core';
import { Comment, Pair, parseLines } from 'dot-properties';
import type { LineIndex } from '../../text/index.ts';
import type { Catalog } from '../catalog.ts';
import { CatalogDraft } from '../catalog-draft.ts';

/** Backslashes in front of it decide whether a \u is an escape at all; Java refuses one without four hex digits. */
const BAD_ESCAPE = /(?<!\\)(?:\\\\)*(\\u(?![0-9a-fA-F]{4})[0-9a-zA-Z]{0,4})/;

/** Reads a Java properties file. */
export function readProperties(file: string, text: string, lines: LineIndex): Catalog {
  const draft = new CatalogDraft();
  let notes: string[] = [];
  for (const node of parseLines(text, true)) {
    if (node instanceof Comment) notes.push(node.comment.replace(/^[#!]\s*/, ''));
    else if (node instanceof Pair) {
      const [keyStart = 0, keyEnd = 0, valueStart = 0, valueEnd = 0] = node.range ?? [];
      const place = (from: number, to: number): Location => ({ kind: 'text', start: lines.position(from), end: lines.position(to) });
      const bad = BAD_ESCAPE.exec(text.slice(keyStart, valueEnd))?.[1];
      if (bad !== undefined) draft.problem('badEscape', place(keyStart, valueEnd), { key: node.key, text: bad });
      draft.add(
        { id: node.key, target: { text: node.value, at: place(valueStart, valueEnd) }, ...(notes.length > 0 && { notes }) },
        place(keyStart, keyEnd),
      );
      notes = [];
    } else notes = [];
  }
  return draft.finish(file, 'properties', text, lines);
}
