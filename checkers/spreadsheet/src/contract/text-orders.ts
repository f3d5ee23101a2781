/** Without regard to case and accents, as spreadsheets sort. */
const ALPHABET = new Intl.Collator('en', { sensitivity: 'base' });
/** The same, with the hyphens and apostrophes left out that spreadsheets pass over. */
const LETTERS = new Intl.Collator('en', { sensitivity: 'base', ignorePunctuation: true });
/** `Item 10` after `Item 9`. */
const NATURAL = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** The orders in which programs sort texts; the cheapest first, which most tables have. */
export const TEXT_ORDERS: readonly ((a: string, b: string) => number)[] = [
  (a, b) => (a < b ? -1 : Number(a > b)),
  ALPHABET.compare,
  LETTERS.compare,
  NATURAL.compare,
];
