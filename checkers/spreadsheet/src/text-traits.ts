/** What a text looks like, as bits. */
export const NUMBER_LIKE = 1;
export const DATE_LIKE = 2;
export const PADDED = 4;
export const PLACEHOLDER = 8;
export const FORMULA_LIKE = 16;
export const CUT_NUMBER = 32;
export const GARBLED = 64;
export const INJECTION = 128;
export const CONTROL = 256;

/** The traits of a cell's text; 0 for most. */
export function traitsOf(text: string): number {
  const { length } = text;
  if (length === 0) return 0;
  let traits = 0;
  if (isSpace(text.charCodeAt(0)) || isSpace(text.charCodeAt(length - 1))) traits |= PADDED;
  if (length <= LONGEST_VALUE) {
    const bare = traits === 0 ? text : text.replaceAll(/^[\s\u00A0]+|[\s\u00A0]+$/g, '');
    const first = bare.charCodeAt(0);
    const isDigit = first >= 48 && first <= 57;
    if (isDigit || SIGNS.includes(bare.charAt(0))) {
      if (CUT.test(bare)) traits |= CUT_NUMBER;
      else if (NUMBER.test(bare)) traits |= NUMBER_LIKE;
    }
    if (isDigit ? DATE.test(bare) : length >= 6 && NAMED_DATE.test(bare)) traits |= DATE_LIKE;
    if (first === 61 && FORMULA.test(bare)) traits |= FORMULA_LIKE;
  } else if (text.charCodeAt(0) === 61 && FORMULA.test(text)) traits |= FORMULA_LIKE;
  if (isPlaceholder(text)) traits |= PLACEHOLDER;
  if (GARBLED_TEXT.test(text)) traits |= GARBLED;
  return traits;
}

/** The traits that mean something in a csv, whose cells are all text: padded, placeholder, cut number, garbled, injection, control. */
export function csvTraitsOf(text: string): number {
  const isPadded = isSpace(text.charCodeAt(0)) || isSpace(text.charCodeAt(text.length - 1));
  const isCut = text.length <= LONGEST_VALUE && /\dE\+/i.test(text) && CUT.test(text.trim());
  const isCode = CODE_STARTS.has(text.charCodeAt(0)) && CODE.test(text);
  return (
    (isPadded ? PADDED : 0) |
    (isCut ? CUT_NUMBER : 0) |
    (isPlaceholder(text) ? PLACEHOLDER : 0) |
    (GARBLED_TEXT.test(text) ? GARBLED : 0) |
    (isCode ? INJECTION : 0) |
    (CONTROLS.test(text) ? CONTROL : 0)
  );
}

const LONGEST_VALUE = 40;
const SIGNS = '+-.,($€£¥';
/** An amount in digits, with groups, decimals, a sign, a currency or a percent sign; no leading zeros, which are kept on purpose. */
const NUMBER = /^(?=.*\d)[-+(]?[$€£¥]?\s?(?:0|[1-9]\d{0,14}|[1-9]\d{0,2}(?:[,. '\u00A0]\d{3})+)?(?:[.,]\d+)?\s?[%€$£¥]?\)?$/;
const CUT = /^\d(?:[.,]\d+)?E\+\d{2,}$/i;
const MONTHS = 'jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez';
const DATE = new RegExp(
  String.raw`^(?:\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?Z?)?|\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})|\d{1,2}[\s.-]+(?:${MONTHS})[a-z]*[\s.,-]+\d{2,4})$`,
  'i',
);
const NAMED_DATE = new RegExp(String.raw`^(?:${MONTHS})[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}$`, 'i');
const FORMULA = /^=\s*[-+(]*(?:[A-Z][A-Z0-9.]*\(|\$?[A-Z]{1,3}\$?\d{1,7}\b|'[^']+'!|\w+!\$?[A-Z])/i;

/**
 * UTF-8 that was read as windows-1252: the first byte of two or three as a letter, and the next as what that code page has in its upper
 * half; and the character that stands for bytes that no one could read.
 */
const GARBLED_TEXT =
  /\u00C3[\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]|\u00C2[\u00A1-\u00A9\u00AC\u00AE-\u00BF]|\u00E2[\u0080\u20AC][\u0080-\u00BF\u0153\u0161\u2013-\u203A\u02DC\u2122]|\u00EF\u00BB\u00BF|\uFFFD/;
/** Characters that are no text; tabs and line ends are. */
export const CONTROLS: RegExp = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;
/** `=`, `+`, `-`, `@`, tab: what makes programs take a cell of a csv for a formula. */
const CODE_STARTS: ReadonlySet<number> = new Set([61, 43, 45, 64, 9]);
/** A call of a function or of another program; signed numbers, phone numbers and names are none. */
const CODE = /^\t?[=+\-@][=+\-@\s]*(?:[A-Z][A-Z0-9.]*\(|\w+\s?\|)|^\t?=\s*[\w$'"]/i;

/** What writers leave for later: the whole cell, or words that stand in no finished text. */
function isPlaceholder(text: string): boolean {
  if (text.length < 3 || text.length > 2000) return false;
  if (text.length <= 24 && WHOLE.test(text)) return true;
  return (text.includes('[') || text.includes('orem') || text.includes('OREM') || text.includes('{')) && INSIDE.test(text);
}

const WHOLE =
  /^\s*(?:TODO\b.*|FIXME\b.*|TBD\.?|TBC\.?|to be (?:determined|confirmed|added|completed|filled in)\.?|x{3,}|placeholder(?: text)?|your (?:text|name|company|title) here|sample text|insert .{1,14} here)\s*$/i;
const INSIDE =
  /\blorem ipsum\b|\[\s*(?:insert|enter|add|fill in|placeholder|your|tbd|todo|name of|company name|client name|date here)\b[^\]]*\]|\{\{\s*[\w.]+\s*\}\}/i;

function isSpace(code: number): boolean {
  return code === 32 || code === 160 || code === 9 || code === 10 || code === 13 || code === 0x200b || code === 0xfeff;
}
