/**
 * The currency that a number format shows: its symbol, or its code of three letters; `undefined` where it shows none.
 * `[$€-407]` names symbol and locale (ECMA-376-1, 18.8.31).
 */
export function currencyOf(format: string): string | undefined {
  const [positive = ''] = format.split(';');
  const named = /\[\$([^\]-]+)(?:-[^\]]*)?\]/.exec(positive)?.[1]?.trim();
  if (named) return NAMES[named.toUpperCase()] ?? named;
  const bare = positive.replaceAll(/\[[^\]]*\]/g, '').replaceAll('\\', '');
  const symbol = /[$€£¥₹₽₩₺₴₪₫฿₱]/.exec(bare)?.[0];
  if (symbol) return symbol;
  const code = /"\s*([A-Z]{3})\s*"/.exec(bare)?.[1];
  return code !== undefined && CODES.has(code) ? (NAMES[code] ?? code) : undefined;
}

const CODES: ReadonlySet<string> = new Set(
  'USD EUR GBP JPY CNY CHF CAD AUD NZD SEK NOK DKK PLN CZK HUF RON INR BRL MXN ZAR TRY KRW SGD HKD ILS THB RUB UAH'.split(' '),
);

/** Codes that are the same as a symbol. Dollars of several countries share theirs, so that they are told apart only by code. */
const NAMES: Readonly<Record<string, string>> = { EUR: '€', GBP: '£', INR: '₹', RUB: '₽', KRW: '₩', UAH: '₴', ILS: '₪', USD: '$' };
