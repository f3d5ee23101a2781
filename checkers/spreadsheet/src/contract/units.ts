import { currencyOf } from '../format-currency.ts';

/** Currencies that share a sign: a sign says one of them, and not which. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'US$', 'C$', 'A$', 'NZ$', 'S$', 'HK$'],
  '¥': ['JPY', 'CNY', 'RMB', '元', '円'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK', 'kr.'],
  '€': ['EUR', 'euro', 'euros'],
  '£': ['GBP'],
  '₹': ['INR', 'Rs'],
  CHF: ['Fr.', 'SFr.', 'Fr'],
  zł: ['PLN'],
  Kč: ['CZK'],
  Ft: ['HUF'],
  R$: ['BRL'],
  '%': ['percent', 'per cent', 'pct', 'Prozent'],
};

/** The names of each sign, and the signs themselves, as they compare. */
const NAMES_OF: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(SIGNS).map(([sign, names]) => [fold(sign), new Set(names.map(fold))]),
);

/** True where one unit is, or may be, the other: the same word, or a sign that the currency has. */
export function isUnit(found: string, asked: string): boolean {
  const [one, other] = [fold(found), fold(asked)];
  return one === other || (NAMES_OF.get(one)?.has(other) ?? false) || (NAMES_OF.get(other)?.has(one) ?? false);
}

/** The unit that a number format shows: a currency, `%`, or the letters that stand beside the number; `undefined` for none. */
export function unitOfFormat(format: string): string | undefined {
  const currency = currencyOf(format);
  if (currency !== undefined) return currency;
  const [positive = ''] = format.split(';');
  const literals = Array.from(positive.matchAll(/"([^"]*)"/g), (match) => match[1] ?? '').join(' ');
  if (positive.replaceAll(/"[^"]*"|\\./gu, '').includes('%') || literals.includes('%')) return '%';
  return /[\p{L}°]+[²³]?(?:\/\p{L}+[²³]?)?/u.exec(literals)?.[0];
}

/** True for currencies and `%`: what stands beside numbers is often a note, and these are none. */
export function isKnownUnit(text: string): boolean {
  const folded = fold(text);
  return NAMES_OF.has(folded) || [...NAMES_OF.values()].some((names) => names.has(folded));
}

/** True where a header says the unit as a word of its own. */
export function hasUnit(header: string, unit: string): boolean {
  const words = header.split(/[\s()[\],;:_]+/).filter((word) => word !== '');
  return words.some((word) => isUnit(word, unit)) || fold(header).endsWith(` ${fold(unit)}`);
}

/** Letters of units differ by case (`m` and `M`), names of currencies and words do not. */
function fold(unit: string): string {
  const text = unit.trim();
  return text.length > 2 ? text.toLowerCase() : text;
}
