import type { TableRow } from '@preflag/readers';
import {
  HAS_ANY_LETTER,
  HAS_BRACKET,
  HAS_BREAK,
  HAS_CONTROL,
  HAS_DIGIT,
  HAS_DOT,
  HAS_E,
  HAS_M,
  HAS_MINUS,
  HAS_P,
  HAS_PLUS,
  HAS_SPACE,
  HAS_SUSPECT,
  IS_QUOTED,
} from '@preflag/readers/tables';
import { csvTraitsOf } from '../text-traits.ts';
import { threeLetters } from './first-letters.ts';

/** The traits of a cell of a csv (text-traits.ts). Its bytes tell of nearly every cell that it has none. */
export function cellTraitsOf(row: TableRow, column: number): number {
  const characters = row.characters[column]! & ~IS_QUOTED;
  return (characters & ~NUMBER) !== 0 && mayHaveTraits(row, column, characters) ? csvTraitsOf(row.text(column)) : 0;
}

function mayHaveTraits(row: TableRow, column: number, characters: number): boolean {
  if ((characters & (HAS_SUSPECT | HAS_CONTROL | HAS_BRACKET | HAS_BREAK)) !== 0) return true;
  const { bytes } = row;
  const start = row.starts[column]!;
  const end = row.ends[column]!;
  const first = bytes[start]!;
  if (first <= SPACE || bytes[end - 1]! <= SPACE) return true;
  if ((characters & HAS_ANY_LETTER) === 0) return STARTS_CODE[first] === 1;
  const isCutNumber = (characters & SCIENTIFIC) === SCIENTIFIC;
  const isBlindText = (characters & IPSUM) === IPSUM && end - start >= 11;
  return isCutNumber || isBlindText || STARTS_CODE[first] === 1 || (end - start <= LONGEST && mayBePlaceholder(bytes, start));
}

const SPACE = 0x20;
/** What numbers and dates are made of: such a cell is none of it. */
const NUMBER = HAS_DIGIT | HAS_DOT | HAS_MINUS;
const SCIENTIFIC = HAS_DIGIT | HAS_E | HAS_PLUS;
/** Of the letters of `lorem ipsum`, those that are rare. */
const IPSUM = HAS_M | HAS_P | HAS_SPACE;
/** Bytes of a placeholder that is a whole cell, its characters beyond ASCII counted with three each. */
const LONGEST = 72;
const STARTS_CODE: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => ('=+-@'.includes(String.fromCharCode(byte)) ? 1 : 0));

/** The first letters of what text-traits.ts takes for placeholders, and where three are not enough, the fourth. */
function mayBePlaceholder(bytes: Uint8Array, start: number): boolean {
  if (PLACEHOLDER_STARTS[bytes[start]!] === 0) return false;
  const fourth = PLACEHOLDERS.get(threeLetters(bytes, start));
  return fourth !== undefined && (fourth === ANY || fourth === (bytes[start + 3]! | 0x20));
}

const ANY = 0;
const PLACEHOLDERS: ReadonlyMap<number, number> = new Map(
  ['todo', 'fixm', 'tbd', 'tbc', 'to b', 'xxx', 'plac', 'your', 'samp', 'inse'].map((word) => [
    threeLetters(Buffer.from(word), 0),
    word.length > 3 ? word.charCodeAt(3) : ANY,
  ]),
);
const PLACEHOLDER_STARTS: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  [...PLACEHOLDERS.keys()].some((letters) => letters >> 16 === (byte | 0x20)) ? 1 : 0,
);
