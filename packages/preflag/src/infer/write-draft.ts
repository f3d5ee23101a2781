import type { Json } from '@preflag/core';
import { isOn, type Entry, type Item } from './draft.ts';

/** Where notes begin, if the line is not longer. */
const NOTES_AT = 72;
const STEP = 2;

/** The draft as the text of a job file; each line with a note says what it was seen in. */
export function writeDraft(entries: readonly Entry[]): string {
  return linesOf(entries, 0)
    .map((line) => `${textOf(line)}\n`)
    .join('');
}

interface Line {
  readonly indent: number;
  readonly text: string;
  readonly note?: string;
  /** Where the mark of a comment stands; absent where the line counts. */
  readonly offAt?: number;
}

function textOf({ indent, text, note, offAt }: Line): string {
  const line = offAt === undefined ? `${' '.repeat(indent)}${text}` : `${' '.repeat(offAt)}# ${' '.repeat(indent - offAt)}${text}`;
  return note === undefined ? line : `${line.padEnd(NOTES_AT)} # ${note}`;
}

function linesOf(entries: readonly Entry[], indent: number, offAt?: number): readonly Line[] {
  return entries.flatMap((entry) => {
    const own = offAt ?? (isOn(entry) ? undefined : indent);
    const line = lineOf(indent, `${entry.key}:`, entry.note, own);
    if (entry.entries) return [line, ...linesOf(entry.entries, indent + STEP, own)];
    if (entry.items) return [line, ...entry.items.flatMap((item) => linesOfItem(item, indent + STEP, own))];
    return [{ ...line, text: `${entry.key}: ${flow(entry.value ?? null)}` }];
  });
}

function linesOfItem(item: Item, indent: number, offAt?: number): readonly Line[] {
  const own = offAt ?? (isOn(item) ? undefined : indent);
  if (item.isFlow) return [lineOf(indent, `- ${flowItem(item)}`, noteOf(item), own)];
  const [first, ...rest] = linesOf(item.entries, indent + STEP, own);
  return first ? [{ ...first, indent, text: `- ${first.text}`, ...(item.note !== undefined && { note: item.note }) }, ...rest] : [];
}

function lineOf(indent: number, text: string, note: string | undefined, offAt: number | undefined): Line {
  return { indent, text, ...(note !== undefined && { note }), ...(offAt !== undefined && { offAt }) };
}

/** An item that says no more than its name is that name. */
function flowItem({ entries }: Item): string {
  const on = entries.filter(isOn);
  const [first] = on;
  if (first && on.length === 1) return flow(first.value ?? null);
  return `{ ${on.map(({ key, value }) => `${key}: ${flow(value ?? null)}`).join(', ')} }`;
}

/** What is off on a line stands in its note, as it would be written. */
function noteOf({ entries, note, isOff = false }: Item): string | undefined {
  const off = isOff ? [] : entries.filter((entry) => !isOn(entry));
  const others = off.map(({ key, value, note: why }) => `${key}: ${flow(value ?? null)}${why === undefined ? '' : ` (${why})`}`);
  const parts = [...(note === undefined ? [] : [note]), ...(others.length > 0 ? [`not asked: ${others.join(', ')}`] : [])];
  return parts.length > 0 ? parts.join('; ') : undefined;
}

/** A value on one line. */
function flow(value: Json): string {
  if (typeof value === 'string') return scalar(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map((one) => flow(one as Json)).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, one]) => `${scalar(key)}: ${flow(one)}`);
  return pairs.length > 0 ? `{ ${pairs.join(', ')} }` : '{}';
}

/** Words that are no text in one version of YAML or another. */
const NO_TEXT = /^(?:true|false|yes|no|on|off|null|y|n)$/i;
const PLAIN = /^\p{L}[\p{L}\p{N}_./()%&+-]*(?: [\p{L}\p{N}_./()%&+-]+)*$/u;
const SINGLE_QUOTED = /^[\x20-\x7e\p{L}\p{N}]*$/u;

/** Plain where nothing in it has a meaning of its own; what is not seen, or would end the line, is escaped. */
function scalar(text: string): string {
  if (PLAIN.test(text) && !NO_TEXT.test(text)) return text;
  if (text.includes('\\') && SINGLE_QUOTED.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text).replaceAll(/[\u007f-\u009f\p{Cf}\u2028\u2029]/gu, (character) =>
    Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}
