import { endsContainers } from './cut-markdown.ts';

/** Markdown whose costly places are replaced, unit by unit, by a letter that means nothing. */
export interface DefusedMarkdown {
  readonly text: string;
  /** Where signs were replaced, as ranges of lines with offsets; empty for nearly every file. */
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

/** A noncharacter, which no text may hold (Unicode 16, 23.7). */
export const MASK = '\uFDD0';

/** Signs in one paragraph from which the parser's time grows with their square. */
const MOST_SIGNS = 2_000;
/** Squares that all paragraphs together may cost before smaller ones are refused as well: about a second. */
const BUDGET = 40_000_000;
const FEW_SIGNS = 200;
/** Lines of one paragraph, whose number the parser's time does not bear either. */
const MOST_LINES = 5_000;
/** What the parser may copy while quotes and lists end, in events of its own: about six seconds. */
const MOST_COPIED = 200_000_000;
/** Events of the parser for a line, and for each quote or list that begins in it. */
const [LINE_EVENTS, CONTAINER_EVENTS] = [4, 6];
const SIGNS = /\*+|_+|~+|[[\]|<`]/g;
const SIGN_UNITS = /[*_~[\]|<`]/g;

/**
 * Keeps markdown that is made to hang a parser from doing so: in paragraphs with thousands of emphasis signs or brackets,
 * where quotes or lists nest deeper than `nesting`, and where there are too many of them in a row, the signs lose their meaning.
 * Takes time linear in the text.
 */
export function defuseMarkdown(text: string, nesting: number): DefusedMarkdown {
  const places: { start: number; end: number }[] = [];
  const pieces: string[] = [];
  let done = 0;
  let spent = 0;
  const replace = (start: number, end: number, masked: string): void => {
    pieces.push(text.slice(done, start), masked);
    done = end;
    places.push({ start, end });
  };
  for (const { start, end, signs, lineCount, deep } of paragraphs(text, nesting)) {
    const isCostly = signs > MOST_SIGNS || (signs > FEW_SIGNS && spent + signs * signs > BUDGET);
    const isLong = lineCount > MOST_LINES;
    if (!isCostly) spent += signs > FEW_SIGNS ? signs * signs : 0;
    if (!isCostly && !isLong && deep < 0) continue;
    const from = isCostly || isLong ? start : deep;
    let masked = text.slice(from, end);
    if (deep >= 0) masked = masked.slice(0, deep - from) + maskContainers(masked.slice(deep - from));
    if (isCostly || isLong) masked = maskSigns(masked);
    replace(from, end, isLong ? masked.replace(/[\r\n]/g, MASK) : masked);
  }
  return { text: places.length === 0 ? text : [...pieces, text.slice(done)].join(''), places };
}

/** The signs that begin a line may be a list's or a fence's, and stay. */
function maskSigns(paragraph: string): string {
  return paragraph.replace(
    /^([ \t>]*(?:[-+*](?=[ \t])|~~~+|```+)?)(.*)$/gm,
    (_, start: string, rest: string) => start + rest.replace(SIGN_UNITS, MASK),
  );
}

function maskContainers(lines: string): string {
  return lines.replace(/^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)]))+/gm, (markers) => markers.replace(/[^\s]/g, MASK));
}

interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly signs: number;
  /** 0 in code between fences. */
  readonly lineCount: number;
  /** The offset from which quotes and lists are too deep, or too many; else -1. */
  readonly deep: number;
}

const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;
const TABLE_RULE = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/**
 * Lines that the parser may take as one paragraph, with what makes them costly. A line that nests too deep is alone; lines that begin too
 * many quotes and lists are together, since they become one paragraph.
 */
function* paragraphs(text: string, nesting: number): Generator<Paragraph> {
  const indents: number[] = [];
  let current: { start: number; end: number; signs: number; lineCount: number; deep: number } | undefined;
  const copies = new CopyCount();
  let isFenced = false;
  let isList = false;
  let isTable = false;
  let wasBlank = false;
  for (const { start, line } of lines(text)) {
    const end = start + line.length;
    if (line.trim() === '') {
      if (current) yield current;
      [current, isList, isTable, wasBlank] = [undefined, false, false, true];
      continue;
    }
    if (endsContainers(text, start, wasBlank)) copies.restart();
    const { markers, depth, deep } = containersOf(line, nesting, indents);
    const isRefused: boolean = markers > 0 && deep < 0 && copies.isTooMuch(markers, depth, wasBlank && (markers > 1 || line.includes('>')));
    wasBlank = false;
    const marker = /^[ \t>]*([-+*][ \t]+\S|1[.)][ \t]+\S|\d{1,9}[.)][ \t])/.exec(line)?.[1];
    const beginsItem: boolean = marker !== undefined && (!/^\d/.test(marker) || marker.startsWith('1') || isList || current === undefined);
    isTable ||= current !== undefined && line.includes('|') && TABLE_RULE.test(line);
    const isApart = isRefused ? current?.deep === -1 : beginsItem || isTable || deep >= 0 || /^ {0,3}#{1,6}(?:[ \t]|$)/.test(line);
    if (current && isApart) {
      yield current;
      current = undefined;
    }
    isList ||= beginsItem;
    const signs = line.match(SIGNS)?.length ?? 0;
    if (/^ {0,3}(?:`{3,}|~{3,})/.test(line)) isFenced = !isFenced;
    const lineCount = isFenced ? 0 : (current?.lineCount ?? 0) + 1;
    if (deep >= 0) yield { start, end, signs, lineCount: 1, deep: start + deep };
    else {
      const first = current?.deep ?? (isRefused ? start : -1);
      current = { start: current?.start ?? start, end, signs: (current?.signs ?? 0) + signs, lineCount, deep: first };
    }
  }
  if (current) yield current;
}

/** The quotes and lists that begin in a line, how many are open then, and where the first beyond `nesting` begins; else -1. */
function containersOf(line: string, nesting: number, indents: number[]): { markers: number; depth: number; deep: number } {
  let markers = 0;
  CONTAINER.lastIndex = 0;
  for (let at = 0; CONTAINER.test(line); at = CONTAINER.lastIndex) if (++markers > nesting) return { markers, depth: markers, deep: at };
  // Lists that are open are told by their indentation.
  const indent = line.length - line.trimStart().length;
  while (indents.length > 0 && (indents.at(-1) ?? 0) >= indent) indents.pop();
  if (markers > 0) indents.push(indent);
  const depth = Math.max(0, indents.length + markers - 1);
  return { markers, depth, deep: markers > 0 && depth > nesting ? 0 : -1 };
}

/** Counts what the parser copies: all that it read since no quote or list was open, whenever one ends. */
class CopyCount {
  #read = 0;
  #copied = 0;
  #depth = 0;

  restart(): void {
    this.#read = 0;
  }

  /** Of a line that begins quotes or lists. Items of one list end nothing but themselves. */
  isTooMuch(markers: number, depth: number, beginsAnew: boolean): boolean {
    this.#read += LINE_EVENTS + markers * CONTAINER_EVENTS;
    if (beginsAnew || depth !== this.#depth) this.#copied += this.#read;
    this.#depth = depth;
    return this.#copied > MOST_COPIED;
  }
}

function* lines(text: string): Generator<{ start: number; line: string }> {
  const lineEnd = /\r\n|\n|\r/g;
  let start = 0;
  for (let found = lineEnd.exec(text); found; found = lineEnd.exec(text)) {
    yield { start, line: text.slice(start, found.index) };
    start = lineEnd.lastIndex;
  }
  yield { start, line: text.slice(start) };
}
