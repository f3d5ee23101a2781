export interface PluralForms {
  readonly all: ReadonlySet<string>;
  /** Those of whole numbers up to 200; others are of fractions or millions, and often left out. */
  readonly needed: ReadonlySet<string>;
  /** Those that stand for one number, or for 0 and 1: their texts need not show it. */
  readonly single: ReadonlySet<string>;
}

const known = new Map<string, PluralForms | undefined>();

/** The plural forms of a language (BCP 47) by CLDR; `undefined` where they are not known. */
export function pluralFormsOf(language: string | undefined, type: 'cardinal' | 'ordinal'): PluralForms | undefined {
  const key = `${language} ${type}`;
  if (!known.has(key)) known.set(key, formsOf(language, type));
  return known.get(key);
}

/** The category of a form; in po files forms are numbers, in the order of CLDR. */
export function nameOfForm(form: string, language: string | undefined): string {
  const { needed } = pluralFormsOf(language, 'cardinal') ?? {};
  return /^\d+$/.test(form) ? (ORDER.filter((name) => needed?.has(name) ?? false)[Number(form)] ?? form) : form;
}

/** True where the form of a language stands for one number, or for 0 and 1. */
export function isSingleForm(form: string, language: string | undefined): boolean {
  return pluralFormsOf(language, 'cardinal')?.single.has(form) ?? false;
}

const ORDER = ['zero', 'one', 'two', 'few', 'many', 'other'];

function formsOf(language: string | undefined, type: 'cardinal' | 'ordinal'): PluralForms | undefined {
  const tag = language?.replaceAll('_', '-');
  try {
    if (tag === undefined || Intl.PluralRules.supportedLocalesOf(tag).length === 0) return undefined;
    const rules = new Intl.PluralRules(tag, { type });
    const numbers = Map.groupBy(
      Array.from({ length: 200 }, (_, number) => number),
      (number): string => rules.select(number),
    );
    const single = [...numbers].filter(([, own]) => own.length === 1 || own.every((number) => number < 2)).map(([form]) => form);
    return {
      all: new Set<string>([...rules.resolvedOptions().pluralCategories, 'other']),
      needed: new Set(numbers.keys()),
      single: new Set(single),
    };
  } catch {
    return undefined;
  }
}
