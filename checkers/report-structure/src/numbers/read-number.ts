/** What separates the whole part of a number from its fraction. */
export type DecimalMark = '.' | ',';

/** A number as it is written, and what its last digit stands for: `1,234.5` is 1234.5 in steps of 0.1. */
export interface WrittenNumber {
  readonly value: number;
  readonly step: number;
  /** Its thousands are set apart, or it has a fraction. */
  readonly isMarked: boolean;
}

/** Digits with marks between them, as a regular expression: `1,234.5`, `1.234,5`, `1 234`, `1'234`. */
export const NUMBER_PATTERN: string = String.raw`\d{1,3}(?:[ \u00A0\u202F'’]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*`;

/** Reads digits with marks between them; `undefined` where they are no number, such as `1.2.3` and `12,34,5`. */
export function readNumber(text: string, mark: DecimalMark): WrittenNumber | undefined {
  const joined = text.replace(/[ \u00A0\u202F'’]/g, '');
  const wasJoined = joined.length !== text.length;
  const marks = joined.replace(/\d/g, '');
  if (marks === '') return { value: Number(joined), step: 1, isMarked: wasJoined };
  const last = marks.at(-1) ?? '';
  const at = joined.lastIndexOf(last);
  const isFraction = isFractionMark(joined, marks, at, mark, wasJoined);
  const whole = isFraction ? joined.slice(0, at) : joined;
  if (!isWhole(whole)) return undefined;
  const fraction = isFraction ? joined.slice(at + 1) : '';
  return { value: Number(`${whole.replace(/[.,]/g, '')}.${fraction}`), step: 10 ** -fraction.length, isMarked: true };
}

/** A last mark that differs from the others, or that three digits do not follow, begins a fraction; else the text's own habit tells. */
function isFractionMark(joined: string, marks: string, at: number, mark: DecimalMark, wasJoined: boolean): boolean {
  if (new Set(marks).size > 1 || wasJoined) return marks.indexOf(marks.at(-1) ?? '') === marks.length - 1;
  if (marks.length > 1) return false;
  const digits = joined.length - at - 1;
  return digits !== 3 || at > 3 || joined.startsWith('0') || marks === mark;
}

function isWhole(text: string): boolean {
  return /^\d+$/.test(text) || /^\d{1,3}(?:\.\d{3})+$/.test(text) || /^\d{1,3}(?:,\d{3})+$/.test(text);
}
