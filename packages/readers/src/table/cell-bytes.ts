/** Kinds of characters that a cell holds, as bits. Told from its bytes while a row is cut, so that few cells must become text. */
export const HAS_DIGIT = 1;
/** Letters of ASCII, but for those that have bits of their own below. */
const HAS_LETTER = 2;
/** e and E, which numbers in scientific notation hold too. */
export const HAS_E = 4;
/** m and M; p and P: letters that are rare enough to sift texts by. */
export const HAS_M = 8;
export const HAS_P = 16;
export const HAS_SPACE = 32;
export const HAS_MINUS = 64;
export const HAS_PLUS = 128;
export const HAS_DOT = 256;
export const HAS_COMMA = 512;
export const HAS_SLASH = 1024;
export const HAS_COLON = 2048;
/** Brackets and braces. */
export const HAS_BRACKET = 4096;
/** Other signs of ASCII. */
export const HAS_SIGN = 8192;
/** Quotes: between quotes they are doubled. */
export const HAS_QUOTE = 0x4000;
/** Line ends, which stand only between quotes. */
export const HAS_BREAK = 0x8000;
/** Control characters other than tabs and line ends. */
export const HAS_CONTROL = 0x10000;
/** Bytes of characters beyond ASCII. */
export const HAS_HIGH = 0x20000;
/** Of these, the bytes with which no-break spaces, byte order marks, U+FFFD and UTF-8 that was read as a Western code page begin. */
export const HAS_SUSPECT = 0x40000;
/** The cell was written between quotes. */
export const IS_QUOTED = 0x80000;

export const HAS_ANY_LETTER: number = HAS_LETTER | HAS_E | HAS_M | HAS_P;

/** Ends a cell: the delimiter or a line end. Larger than all bits that a cell can have. */
export const ENDS_CELL = 0x100000;
const ENDS_ROW = 0x200000;
/** A quote, where quotes quote: it opens a cell that it begins. */
export const IS_OPENING = 0x400000;

export const QUOTE = 0x22;
export const SPACE = 0x20;
export const LF = 0x0a;
export const CR = 0x0d;

const SUSPECTS: ReadonlySet<number> = new Set([0xc2, 0xc3, 0xe2, 0xef]);

const SINGLE: Readonly<Record<string, number>> = {
  e: HAS_E,
  m: HAS_M,
  p: HAS_P,
  ' ': HAS_SPACE,
  '\t': HAS_SPACE,
  '-': HAS_MINUS,
  '+': HAS_PLUS,
  '.': HAS_DOT,
  ',': HAS_COMMA,
  '/': HAS_SLASH,
  ':': HAS_COLON,
  '[': HAS_BRACKET,
  ']': HAS_BRACKET,
  '{': HAS_BRACKET,
  '}': HAS_BRACKET,
  '"': HAS_QUOTE,
  '\n': HAS_BREAK,
  '\r': HAS_BREAK,
};

/** The bits of each byte in text that is cut at a delimiter. */
export function byteClasses(delimiter: string, isQuoted: boolean): Int32Array {
  const classes = Int32Array.from({ length: 256 }, (_, byte) => classOf(byte));
  if (isQuoted) classes[QUOTE] = IS_OPENING;
  classes[LF] = ENDS_ROW;
  classes[CR] = ENDS_ROW;
  classes[delimiter.charCodeAt(0)] = ENDS_CELL;
  return classes;
}

/** The bits of each byte between quotes, where nothing ends a cell. */
export const QUOTED_CLASSES: Int32Array = Int32Array.from({ length: 256 }, (_, byte) => classOf(byte));

function classOf(byte: number): number {
  if (byte >= 0x80) return SUSPECTS.has(byte) ? HAS_HIGH | HAS_SUSPECT : HAS_HIGH;
  const character = String.fromCharCode(byte);
  if (/\d/.test(character)) return HAS_DIGIT;
  const single = SINGLE[character.toLowerCase()];
  if (single !== undefined) return single;
  if (/[a-z]/i.test(character)) return HAS_LETTER;
  return byte < SPACE || byte === 0x7f ? HAS_CONTROL : HAS_SIGN;
}
