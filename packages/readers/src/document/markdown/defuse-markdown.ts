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
const SIGNS = /\*+|_+|~+|[[\]|<`]/g;
const SIGN_UNITS = /[*_~[\]|<`]/g;

/**
 * Keeps markdown that is made to hang a parser from doing so: in paragraphs with thousands of emphasis signs or brackets,
 * and where quotes or lists nest deeper than `nesting`, the signs lose their meaning. Takes time linear in the text.
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
    if (isLong) replace(start, end, maskSigns(text.slice(start, end)).replace(/[\r\n]/g, MASK));
    else if (isCostly) replace(start, end, maskSigns(text.slice(start, end)));
    else spent += signs > FEW_SIGNS ? signs * signs : 0;
    if (!isCostly && !isLong && deep >= 0) replace(deep, end, maskContainers(text.slice(deep, end)));
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

function maskContainers(line: string): string {
  return line.replace(/^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)]))+/, (markers) => markers.replace(/[^\s]/g, MASK));
}

interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly signs: number;
  /** 0 in code between fences. */
  readonly lineCount: number;
  /** The offset from which quotes and lists nest too deep; else -1. */
  readonly deep: number;
}

const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;
const TABLE_RULE = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Lines that the parser may take as one paragraph, with what makes them costly. A line that nests too deep is alone. */
function* paragraphs(text: string, nesting: number): Generator<Paragraph> {
  const indents: number[] = [];
  let current: { start: number; end: number; signs: number; lineCount: number } | undefined;
  let isFenced = false;
  let isList = false;
  let isTable = false;
  for (const { start, line } of lines(text)) {
    const end = start + line.length;
    if (line.trim() === '') {
      if (current) yield { ...current, deep: -1 };
      [current, isList, isTable] = [undefined, false, false];
      continue;
    }
    const deep = deepPlace(line, nesting, indents);
    const marker = /^[ \t>]*([-+*][ \t]+\S|1[.)][ \t]+\S|\d{1,9}[.)][ \t])/.exec(line)?.[1];
    const beginsItem: boolean = marker !== undefined && (!/^\d/.test(marker) || marker.startsWith('1') || isList || current === undefined);
    isTable ||= current !== undefined && line.includes('|') && TABLE_RULE.test(line);
    if (current && (beginsItem || isTable || deep >= 0 || /^ {0,3}#{1,6}(?:[ \t]|$)/.test(line))) {
      yield { ...current, deep: -1 };
      current = undefined;
    }
    isList ||= beginsItem;
    const signs = line.match(SIGNS)?.length ?? 0;
    if (/^ {0,3}(?:`{3,}|~{3,})/.test(line)) isFenced = !isFenced;
    const lineCount = isFenced ? 0 : (current?.lineCount ?? 0) + 1;
    if (deep >= 0) yield { start, end, signs, lineCount: 1, deep: start + deep };
    else current = { start: current?.start ?? start, end, signs: (current?.signs ?? 0) + signs, lineCount };
  }
  if (current) yield { ...current, deep: -1 };
}

/** Where in a line the first container beyond `nesting` begins, counting the lists that are open by their indentation; else -1. */
function deepPlace(line: string, nesting: number, indents: number[]): number {
  let count = 0;
  CONTAINER.lastIndex = 0;
  for (let at = 0; CONTAINER.test(line); at = CONTAINER.lastIndex) {
    if (++count > nesting) return at;
  }
  const indent = line.length - line.trimStart().length;
  while (indents.length > 0 && (indents.at(-1) ?? 0) >= indent) indents.pop();
  if (count === 0) return -1;
  indents.push(indent);
  return indents.length + count - 1 > nesting ? 0 : -1;
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
