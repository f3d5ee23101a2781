/** The signs and words of units or currencies in one language, and what each may stand for. */
export interface MeasureWords {
  /** The word directly behind a number, and directly before it; longest first. */
  readonly after: (text: string) => MeasureWord | undefined;
  readonly before: (text: string) => MeasureWord | undefined;
  /** Whether the language writes them before their number. */
  readonly isBefore: boolean;
  /** Whether a text has any word for one of them. */
  readonly names: (text: string, ids: ReadonlySet<string>) => boolean;
}

export interface MeasureWord {
  readonly text: string;
  /** `kilometer`, `currency USD`; several for `$`, `m`, `pounds`. */
  readonly ids: ReadonlySet<string>;
}

type Kind = 'unit' | 'currency';

/** Units that ECMA-402 sanctions, and their speeds and areas; percent has a rule of its own. */
const UNITS =
  'acre bit byte celsius centimeter day degree fahrenheit fluid-ounce foot gallon gigabit gigabyte gram hectare hour inch kilobit kilobyte kilogram kilometer liter megabit megabyte meter microsecond mile mile-scandinavian milliliter millimeter millisecond minute month nanosecond ounce petabyte pound second stone terabit terabyte week yard year kilometer-per-hour mile-per-hour meter-per-second mile-per-gallon liter-per-kilometer'.split(
    ' ',
  );
/** Signs of the SI and of trade that are the same in all languages, as they are written. */
const SIGNS =
  'kW W MW GW kWh Wh MWh V kV mV mA mAh Ah Hz kHz MHz GHz hPa kPa MPa bar psi Nm kJ kcal dB lm lx µm μm nm cm² m² km² mm² cm³ m³ mg µg μg kg g t km m cm mm dl cl ml l L ha ft mi lb lbs oz yd h mph rpm dpi px KB kB MB GB TB PB Mbit Gbit Mbps Gbps °C °F °'.split(
    ' ',
  );
const SAME_SIGN: Readonly<Record<string, string>> = {
  km: 'kilometer',
  m: 'meter',
  cm: 'centimeter',
  mm: 'millimeter',
  kg: 'kilogram',
  g: 'gram',
  ml: 'milliliter',
  l: 'liter',
  L: 'liter',
  ha: 'hectare',
  ft: 'foot',
  mi: 'mile',
  h: 'hour',
  lb: 'pound',
  lbs: 'pound',
  oz: 'ounce',
  yd: 'yard',
  mph: 'mile-per-hour',
  KB: 'kilobyte',
  kB: 'kilobyte',
  MB: 'megabyte',
  GB: 'gigabyte',
  TB: 'terabyte',
  PB: 'petabyte',
  '°C': 'celsius',
  '°F': 'fahrenheit',
  '°': 'degree',
  μm: 'µm',
  μg: 'µg',
  Mbit: 'megabit',
  Gbit: 'gigabit',
};
/** What a word may stand for beside its own unit: everybody knows of which scale a degree is, and a Swedish mile is a mile by name. */
const LOOSE: Readonly<Record<string, readonly string[]>> = {
  degree: ['celsius', 'fahrenheit'],
  // Miles an hour, kilomètres carrés: the length is read, and what stands behind it is not.
  'kilometer-per-hour': ['kilometer'],
  'mile-per-hour': ['mile'],
  'meter-per-second': ['meter'],
  'liter-per-kilometer': ['liter'],
  'mile-per-gallon': ['mile'],
  'km²': ['kilometer'],
  'm²': ['meter'],
  'cm²': ['centimeter'],
  'mm²': ['millimeter'],
  'm³': ['meter'],
  'cm³': ['centimeter'],
  'mile-scandinavian': ['mile'],
  ounce: ['fluid-ounce'],
  Mbps: ['megabit'],
  Gbps: ['gigabit'],
};
const CURRENCIES =
  'USD EUR GBP JPY CNY CHF INR RUB UAH KRW BRL MXN CAD AUD NZD SEK NOK DKK PLN CZK HUF RON BGN TRY ILS AED SAR EGP ZAR THB IDR MYR SGD HKD TWD PHP VND ARS CLP COP PEN KZT GEL NGN KES PKR BDT LKR ISK RSD'.split(
    ' ',
  );
/** A sign that several currencies share is never told from them; words of one name neither: dollar, krone, peso, pound. */
const SHARED: readonly (readonly string[])[] = [
  ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'TWD', 'MXN', 'ARS', 'CLP', 'COP'],
  ['SEK', 'NOK', 'DKK', 'CZK', 'ISK'],
  ['GBP', 'EGP'],
  ['INR', 'PKR', 'LKR', 'IDR'],
  ['JPY', 'CNY', 'KRW', 'TWD', 'HKD'],
  ['AED', 'RSD'],
  ['SAR', 'BRL'],
  ['RON', 'BGN'],
];
const MORE_CURRENCY_SIGNS: readonly (readonly [string, string])[] = [
  ['US$', 'USD'],
  ['＄', 'USD'],
  ['A$', 'AUD'],
  ['C$', 'CAD'],
  ['￥', 'JPY'],
  ['zł', 'PLN'],
  ['Kč', 'CZK'],
  ['Ft', 'HUF'],
  ['₽', 'RUB'],
  ['Rs.', 'INR'],
  ['Rs', 'INR'],
  ['R$', 'BRL'],
  ['kr', 'SEK'],
  ['Fr.', 'CHF'],
];

const known = new Map<string, MeasureWords | undefined>();

/** Names by CLDR through Intl in a language (BCP 47), beside the signs that all share; `undefined` where Intl does not know it. */
export function measureWords(language: string | undefined, kind: Kind): MeasureWords | undefined {
  const key = `${language} ${kind}`;
  if (!known.has(key)) known.set(key, read(language?.replaceAll('_', '-'), kind));
  return known.get(key);
}

function read(tag: string | undefined, kind: Kind): MeasureWords | undefined {
  const forms = new Map<string, Set<string>>();
  const add = (form: string, id: string): void => {
    const written = form.replace(/[\u061C\u200E\u200F]/g, '').trim();
    if (written === '' || /[\d#′″'"]/.test(written)) return;
    // Short forms are words of their own (in, d, s), but for the signs above and scripts in which two letters are enough.
    const sign = written.replace(/\.$/, '');
    // Where they look like a sign, it may stand for either: 5 m. are months in French.
    if (kind === 'unit' && sign !== written && SIGNS.includes(sign)) add(sign, id);
    if (kind === 'unit' && written.length < 3 && !SIGNS.includes(written) && !IS_SHORT_WORD.test(written)) return;
    // Signs are written in one way, words in several.
    const key = kind === 'unit' && written.length < 4 ? written : written.toLowerCase();
    forms.set(key, (forms.get(key) ?? new Set<string>()).add(id));
  };
  try {
    if (tag === undefined || Intl.NumberFormat.supportedLocalesOf(tag).length === 0) return undefined;
    if (kind === 'unit') addUnits(tag, add);
    else addCurrencies(tag, add);
  } catch {
    return undefined;
  }
  const lengths = [...new Set([...forms.keys()].map(({ length }) => length))].toSorted((a, b) => b - a);
  const [firsts, lasts] = [0, -1].map((at) => new Set([...forms.keys()].map((form) => form.at(at)?.toLowerCase())));
  const lookUp = (written: string): ReadonlySet<string> | undefined => forms.get(written) ?? forms.get(written.toLowerCase());
  const isBefore = kind === 'currency' || standsBefore(tag);
  return {
    isBefore,
    after: (text) => {
      if (!firsts?.has(text.at(0)?.toLowerCase())) return undefined;
      for (const length of lengths) {
        const ids = text.length < length ? undefined : lookUp(text.slice(0, length));
        if (ids && endsWord(text, length)) return { text: text.slice(0, length), ids };
      }
      return undefined;
    },
    before: (text) => {
      if (!lasts?.has(text.at(-1)?.toLowerCase())) return undefined;
      for (const length of isBefore ? lengths : []) {
        const ids = text.length < length ? undefined : lookUp(text.slice(-length));
        if (ids && beginsWord(text, length)) return { text: text.slice(-length), ids };
      }
      return undefined;
    },
    names: (text, ids) => {
      const lower = text.toLowerCase();
      return [...forms].some(([form, own]) => form.length >= 3 && !own.isDisjointFrom(ids) && lower.includes(stemOf(form)));
    },
  };
}

const IS_SHORT_WORD = /^(?:\p{Script=Cyrillic}{2}|[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]{1,2}|\p{Script=Thai}{2})$/u;

/** Cases change the end of a word. */
function stemOf(form: string): string {
  const lower = form.toLowerCase();
  return lower.length >= 5 && !SPACELESS.test(lower) ? lower.slice(0, -1) : lower;
}

const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function endsWord(text: string, length: number): boolean {
  return SPACELESS.test(text.charAt(length - 1)) || !/^(?:[\p{L}\p{M}\p{N}²³]|\/\p{L})/u.test(text.slice(length));
}

function beginsWord(text: string, length: number): boolean {
  return SPACELESS.test(text.charAt(text.length - length)) || !/[\p{L}\p{M}\p{N}]$/u.test(text.slice(0, -length));
}

/** Whether a language writes units before their number, as Swahili does; elsewhere `year 2017` is none. */
function standsBefore(tag: string): boolean {
  const types = new Intl.NumberFormat(tag, { style: 'unit', unit: 'kilometer', unitDisplay: 'long' })
    .formatToParts(5)
    .map(({ type }) => type);
  return types.indexOf('unit') < types.indexOf('integer');
}

/** Numbers that have every plural form of a language among them. */
const COUNTS = [0, 1, 2, 3, 5, 11, 100, 1.5];

function addUnits(tag: string, add: (form: string, id: string) => void): void {
  for (const sign of SIGNS) for (const id of familyOf(SAME_SIGN[sign] ?? sign)) add(sign, id);
  for (const unit of UNITS)
    for (const unitDisplay of ['long', 'short', 'narrow'] as const) {
      const format = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay });
      for (const count of COUNTS) {
        const parts = format.formatToParts(count).filter(({ type }) => type === 'unit');
        // Some languages write a speed on both sides of the number: 시속 5마일.
        for (const { value } of parts) if (parts.length === 1 || value.trim().length > 1) for (const id of familyOf(unit)) add(value, id);
      }
    }
}

function familyOf(id: string): readonly string[] {
  return [id, ...(LOOSE[id] ?? [])];
}

function addCurrencies(tag: string, add: (form: string, id: string) => void): void {
  for (const currency of CURRENCIES) {
    const shared = SHARED.filter((group) => group.includes(currency)).flat();
    add(currency, currency);
    for (const currencyDisplay of ['name', 'symbol', 'narrowSymbol'] as const) {
      const format = new Intl.NumberFormat(tag, { style: 'currency', currency, currencyDisplay, minimumFractionDigits: 0 });
      for (const count of COUNTS) {
        const form = format.formatToParts(count).find(({ type }) => type === 'currency')?.value ?? '';
        if (form === currency) continue;
        add(form, currency);
        // US dollars are dollars: the word that names the country may be left out.
        const words = form.split(/[\s-]/).filter((word) => word.length >= 3);
        if (currencyDisplay === 'name' && words.length > 1) for (const word of words) for (const id of [currency, ...shared]) add(word, id);
        else for (const id of shared) if (currencyDisplay === 'narrowSymbol') add(form, id);
      }
    }
  }
  for (const [sign, currency] of MORE_CURRENCY_SIGNS)
    for (const id of [currency, ...(sign.length > 2 ? [] : SHARED.filter((group) => group.includes(currency)).flat())]) add(sign, id);
}
