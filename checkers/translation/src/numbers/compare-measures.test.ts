import { expect, it } from 'vitest';
import { compareMeasures } from './compare-measures.ts';

const LANGUAGES =
  'af ar bg bn bs ca cs da de el es et eu fa fi fr gl he hi hr hu id is it ja ko lt lv mk ms nb nl pl pt ro ru sk sl sr sv th tr uk vi zh zh-Hant'.split(
    ' ',
  );
const UNITS = 'kilometer mile foot meter pound kilogram month week year day gigabyte megabyte'.split(' ');
const CURRENCIES = 'EUR USD JPY GBP INR CHF PLN RUB'.split(' ');

interface Amounts {
  readonly kind: 'unit' | 'currency';
  readonly ids: readonly string[];
  readonly style: (id: string) => Intl.NumberFormatOptions;
}

const AMOUNTS: readonly Amounts[] = [
  { kind: 'unit', ids: UNITS, style: (unit) => ({ style: 'unit', unit, unitDisplay: 'long' }) },
  { kind: 'currency', ids: CURRENCIES, style: (currency) => ({ style: 'currency', currency }) },
  { kind: 'currency', ids: CURRENCIES, style: (currency) => ({ style: 'currency', currency, currencyDisplay: 'name' }) },
];

/** The amounts that differ when each is compared with itself, or with the next unit. */
function differing(language: string, { kind, ids, style }: Amounts, next: number): number {
  return ids.filter((id, index) => {
    const write = (tag: string, which: string): string => new Intl.NumberFormat(tag, style(which)).format(21);
    return (
      compareMeasures(
        { text: `It takes ${write('en', id)} more.`, language: 'en' },
        { text: write(language, ids[(index + next) % ids.length] ?? ''), language },
        kind,
      )?.some((gap) => gap.kind === 'changed') ?? false
    );
  }).length;
}

it.each(LANGUAGES)('takes no amount of %s for another one, and sees nearly all that are', (language) => {
  for (const amounts of AMOUNTS) {
    expect(differing(language, amounts, 0)).toBe(0);
    expect(differing(language, amounts, 1)).toBeGreaterThan(amounts.ids.length * 0.6);
  }
});

it('says that it knows nothing of a language', () => {
  expect(compareMeasures({ text: '5 km', language: 'en' }, { text: '5 mi', language: undefined }, 'unit')).toBeUndefined();
});
