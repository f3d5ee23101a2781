export interface PluralForms {
  readonly all: ReadonlySet<string>;
  /** Those of whole numbers up to 200; others are of fractions or millions, and often left out. */
  readonly needed: ReadonlySet<string>;
}

const known = new Map<string, PluralForms | undefined>();

/** The plural forms of a language (BCP 47) by CLDR; `undefined` where they are not known. */
export function pluralForms(language: string | undefined, type: 'cardinal' | 'ordinal'): PluralForms | undefined {
  const key = `${language} ${type}`;
  if (!known.has(key)) known.set(key, formsOf(language, type));
  return known.get(key);
}

function formsOf(language: string | undefined, type: 'cardinal' | 'ordinal'): PluralForms | undefined {
  const tag = language?.replaceAll('_', '-');
  try {
    if (tag === undefined || Intl.PluralRules.supportedLocalesOf(tag).length === 0) return undefined;
    const rules = new Intl.PluralRules(tag, { type });
    const needed = new Set<string>(Array.from({ length: 200 }, (_, number) => rules.select(number)));
    return { all: new Set<string>([...rules.resolvedOptions().pluralCategories, 'other']), needed };
  } catch {
    return undefined;
  }
}
