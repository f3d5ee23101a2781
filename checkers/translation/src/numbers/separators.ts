/** The signs of numbers in a language; `undefined` of a sign that it does not have. */
export interface Separators {
  readonly decimal: string;
  readonly group: string | undefined;
}

/** Languages whose countries differ: they are known only with a region. */
const BY_REGION = new Set(['es', 'ar', 'fa', 'ur', 'ps', 'sw', 'mn', 'bn', 'mr', 'ne', 'my']);

const known = new Map<string, Separators | undefined>();

/** How a language (BCP 47) writes numbers in Western digits, by CLDR; `undefined` where that is not known or not settled. */
export function separatorsOf(language: string | undefined): Separators | undefined {
  if (language === undefined) return undefined;
  if (!known.has(language)) known.set(language, read(language.replaceAll('_', '-')));
  return known.get(language);
}

function read(tag: string): Separators | undefined {
  try {
    const locale = new Intl.Locale(tag, { numberingSystem: 'latn' });
    if (Intl.NumberFormat.supportedLocalesOf(locale).length === 0) return undefined;
    if (locale.region === undefined && BY_REGION.has(locale.language)) return undefined;
    const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.5);
    const signOf = (type: string): string | undefined => parts.find((part) => part.type === type)?.value;
    const decimal = signOf('decimal');
    return decimal === undefined ? undefined : { decimal, group: signOf('group') };
  } catch {
    return undefined;
  }
}
