import { parsePluralFormula } from './plural-formula.ts';

export type FormulaGap =
  | { readonly kind: 'unreadable' }
  /** The formula gives a form that the header does not announce, or is not defined. */
  | { readonly kind: 'outOfRange'; readonly number: number }
  /** Two numbers that the language tells apart have one form, while others that it does not have two. */
  | { readonly kind: 'other'; readonly number: number; readonly like: number };

const MOST = 200;

/**
 * Compares the formula of a po header with the plural categories of CLDR for 1 to 200; for zero they differ by tradition. A formula that only
 * merges categories, or only splits them, is left: gettext has fewer forms for some languages, and its programs show a right one anyhow.
 */
export function comparePluralFormula(formula: string, count: number, language: string | undefined): FormulaGap | undefined {
  const formOf = parsePluralFormula(formula);
  if (!formOf) return { kind: 'unreadable' };
  const numbers = Array.from({ length: MOST + 1 }, (_, number) => number);
  const outside = numbers.find((number) => !(formOf(number) >= 0 && formOf(number) < count));
  if (outside !== undefined) return { kind: 'outOfRange', number: outside };
  const categoryOf = categories(language);
  if (!categoryOf) return undefined;
  const counted = numbers.slice(1);
  const merged = firstPair(counted, formOf, categoryOf);
  const split = firstPair(counted, categoryOf, formOf);
  return merged && split ? { kind: 'other', ...merged } : undefined;
}

/** The first number that is like another one by `one` and unlike it by `other`. */
function firstPair(
  numbers: readonly number[],
  one: (n: number) => unknown,
  other: (n: number) => unknown,
): { readonly number: number; readonly like: number } | undefined {
  const first = new Map<unknown, number>();
  for (const number of numbers) {
    const like = first.get(one(number));
    if (like === undefined) first.set(one(number), number);
    else if (other(like) !== other(number)) return { number, like };
  }
  return undefined;
}

function categories(language: string | undefined): ((n: number) => string) | undefined {
  try {
    const tag = language?.replaceAll('_', '-');
    if (tag === undefined || Intl.PluralRules.supportedLocalesOf(tag).length === 0) return undefined;
    const rules = new Intl.PluralRules(tag);
    return (n) => rules.select(n);
  } catch {
    return undefined;
  }
}
