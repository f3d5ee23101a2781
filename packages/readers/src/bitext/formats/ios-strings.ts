import type { Location } from '@preflag/core';
import type { LineIndex } from '../../text/index.ts';
import type { Catalog } from '../catalog.ts';
import type { FileProblemCode } from '../model.ts';
import { CatalogDraft } from '../catalog-draft.ts';
import { closingQuote } from './closing-quote.ts';

const SPACE = /\s+/y;
const COMMENT = /\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\/|\/\/[^\r\n]*/y;
/** A key without quotation marks. */
const BARE = /[\w.$/:-]+/y;
const SIGN = /\s*([=;])/y;
const ESCAPE = /\\(?:U([0-9a-fA-F]{4})|u([0-9a-fA-F]{4})|([0-7]{3})|([^]))/g;
const SIGNS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', a: '\u0007', b: '\b', f: '\f', v: '\v' };

/** Reads an Apple strings file in its text form: `"key" = "value";` with comments. After an error it goes on behind the next line. */
export function readIosStrings(file: string, text: string, lines: LineIndex): Catalog {
  const draft = new CatalogDraft();
  const place = (from: number, to: number): Location => ({ kind: 'text', start: lines.position(from), end: lines.position(to) });
  let at = 0;
  let note: string | undefined;
  const token = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const string = (): string | undefined => {
    if (text[at] !== '"') return token(BARE)?.[0];
    const [from, end] = [at, closingQuote(text, at + 1)];
    if (end < 0) return undefined;
    at = end + 1;
    return text.slice(from, at);
  };
  const skipLine = (from: number, code: FileProblemCode, key: string): void => {
    const end = text.indexOf('\n', at);
    draft.problem(code, place(from, end < 0 ? text.length : end), { key });
    at = end < 0 ? text.length : end + 1;
  };
  while (at < text.length) {
    if (token(SPACE)) continue;
    const comment = token(COMMENT)?.[0];
    if (comment !== undefined) {
      note = comment.replace(/^\/[*/]\s*|\s*\*\/$/g, '').trim();
      continue;
    }
    const from = at;
    const key = string();
    if (key === undefined) {
      skipLine(from, 'badLine', text.slice(from, from + 60).split('\n', 1)[0] ?? '');
      continue;
    }
    const id = unquoted(key);
    let value: string | undefined;
    let [start, end] = [from, at];
    const sign = token(SIGN)?.[1];
    if (sign === '=') {
      token(SPACE);
      start = at;
      value = string();
      end = at;
    }
    // A key alone stands for itself.
    const isEnded = sign === ';' || (value !== undefined && token(SIGN)?.[1] === ';');
    if (sign === undefined || (sign === '=' && value === undefined)) {
      skipLine(from, 'openQuote', id);
      continue;
    }
    if (!isEnded) draft.problem('semicolonMissing', place(start, end), { key: id });
    draft.add(
      { id, target: { text: unquoted(value ?? key), at: place(start, end) }, hasPrintf: true, ...(note && { notes: [note] }) },
      place(from, end),
    );
    note = undefined;
  }
  return draft.finish(file, 'ios-strings', text, lines);
}

function unquoted(token: string): string {
  if (!token.startsWith('"')) return token;
  return token
    .slice(1, -1)
    .replace(ESCAPE, (_, upper?: string, lower?: string, octal?: string, sign = '') =>
      upper !== undefined || lower !== undefined
        ? String.fromCharCode(parseInt(upper ?? lower ?? '', 16))
        : octal !== undefined
          ? String.fromCharCode(parseInt(octal, 8))
          : (SIGNS[sign] ?? sign),
    );
}
