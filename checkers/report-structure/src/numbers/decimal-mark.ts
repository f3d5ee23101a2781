import type { DecimalMark } from './read-number.ts';

const COMMA_LANGUAGES = new Set([
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'sv',
  'da',
  'nb',
  'no',
  'fi',
  'pl',
  'cs',
  'ru',
  'tr',
  'el',
  'hu',
  'ro',
  'uk',
]);
/** Fractions that can be nothing else, and thousands with a fraction. */
const POINT = /(?<![\d.,])(?:\d+\.\d{1,2}|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,})(?![\d.,]\d|\d)/g;
const COMMA = /(?<![\d.,])(?:\d+,\d{1,2}|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,})(?![\d.,]\d|\d)/g;

/** The decimal mark that most numbers of the texts use; where they do not tell, that of the language. */
export function decimalMark(texts: Iterable<string>, language: string | undefined): DecimalMark {
  let balance = 0;
  for (const text of texts) {
    if (!/\d[.,]\d/.test(text)) continue;
    balance += (text.match(POINT)?.length ?? 0) - (text.match(COMMA)?.length ?? 0);
  }
  if (balance !== 0) return balance > 0 ? '.' : ',';
  return COMMA_LANGUAGES.has(baseOf(language)) ? ',' : '.';
}

/** A locale (BCP 47) that has this decimal mark: the language's own where it does. */
export function numberLocale(mark: DecimalMark, language: string | undefined): string {
  if (mark === '.') return 'en-US';
  return COMMA_LANGUAGES.has(baseOf(language)) ? baseOf(language) : 'de';
}

function baseOf(language: string | undefined): string {
  return language?.toLowerCase().split(/[-_]/)[0] ?? '';
}
