/** Articles, as they stand within a sentence, of languages whose articles stand before their noun and mean nothing else. ISO 639-1. */
export const ARTICLES: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['the', 'an']),
  fr: new Set(['le', 'la', 'les', 'un', 'une', 'des']),
  it: new Set(['il', 'lo', 'gli', 'un', 'dei', 'della', 'delle', 'degli']),
  es: new Set(['el', 'los', 'las', 'un', 'unos', 'unas']),
  pt: new Set(['os', 'um', 'uma', 'uns', 'umas']),
  nl: new Set(['de', 'een']),
};
