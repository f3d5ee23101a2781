import { decodeString } from 'micromark-util-decode-string';
import type { TextBuilder } from '../text-map.ts';

/** How a value is written in the source: with escapes and entities, or literally (where tables still escape `|`). */
export type Writing = 'prose' | 'literal';

const ENTITY = /&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{0,40});/iy;
const PUNCTUATION = /[!-/:-@[-`{-~]/;

/**
 * Appends an inline value and finds where each of its units stands in `source` between `start` and `end`.
 * Line ends, with the white space and the quote marks around them, become one space.
 * What cannot be followed stands for the rest of the node.
 */
export function alignInline(builder: TextBuilder, value: string, source: string, start: number, end: number, writing: Writing): void {
  if (end - start === value.length && source.startsWith(value, start) && !/[\r\n]/.test(value)) return builder.exact(value, start);
  let [at, done, exactFrom] = [start, 0, 0];
  const flush = (): void => builder.exact(value.slice(exactFrom, done), at - (done - exactFrom));
  while (done < value.length) {
    const step =
      at < end ? stepAt(value, done, source, at, end, writing) : { units: value.length - done, text: value.slice(done), to: end };
    if (step === undefined) {
      at++;
      done++;
      continue;
    }
    flush();
    builder.written(step.text, Math.min(at, end), step.to);
    done += step.units;
    exactFrom = done;
    at = step.to;
  }
  flush();
  return undefined;
}

interface Step {
  /** Units of the value that are used up. */
  readonly units: number;
  readonly text: string;
  /** Where the source goes on. */
  readonly to: number;
}

/** What is written in another way at this place; `undefined` where value and source are the same. */
function stepAt(value: string, done: number, source: string, at: number, end: number, writing: Writing): Step | undefined {
  const unit = value[done] ?? '';
  if (unit === '\n' || unit === '\r') {
    const units = value.startsWith('\r\n', done) ? 2 : 1;
    return { units, text: ' ', to: afterLineEnd(source, at, end, value[done + units]) };
  }
  if (source[at] === '\\' && source[at + 1] === unit && (writing === 'prose' ? PUNCTUATION.test(unit) : unit === '|')) {
    return { units: 1, text: unit, to: at + 2 };
  }
  if (source[at] === '&' && writing === 'prose') {
    ENTITY.lastIndex = at;
    const entity = ENTITY.exec(source)?.[0];
    const decoded = entity === undefined ? '' : decodeString(entity);
    if (entity !== undefined && decoded !== entity && value.startsWith(decoded, done))
      return { units: decoded.length, text: decoded, to: at + entity.length };
  }
  return source[at] === unit ? undefined : { units: value.length - done, text: value.slice(done).replace(/\r\n?|\n/g, ' '), to: end };
}

function afterLineEnd(source: string, from: number, end: number, next: string | undefined): number {
  let at = from;
  while (at < end && (source[at] === ' ' || source[at] === '\t')) at++;
  at += source.startsWith('\r\n', at) ? 2 : 1;
  while (at < end && source[at] !== next && /[ \t>]/.test(source[at] ?? '')) at++;
  return Math.min(at, end);
}

/**
 * Appends a value of whole lines (code, html, front matter), whose source lines may begin with indentation or quote marks.
 * `skipped` lines at the start of the source hold no content (a fence).
 */
export function alignLines(builder: TextBuilder, value: string, source: string, start: number, end: number, skipped: number): void {
  const lineEnd = /\r\n|\n|\r/g;
  const starts = [start];
  const ends: number[] = [];
  for (lineEnd.lastIndex = start; ;) {
    const found = lineEnd.exec(source);
    if (!found || found.index >= end) break;
    ends.push(found.index);
    starts.push(lineEnd.lastIndex);
  }
  ends.push(end);
  for (const [index, line] of value.split(/\r\n|\n|\r/).entries()) {
    const number = Math.min(index + skipped, starts.length - 1);
    const [from, to] = [starts[number] ?? start, ends[number] ?? end];
    if (index > 0) builder.written('\n', ends[number - 1] ?? from, from);
    const at = to - line.length;
    if (at >= from && source.startsWith(line, at)) builder.exact(line, at);
    else builder.written(line, from, to);
  }
}
