/** The quotation marks of a language, as they are shown to the reader. */
export interface OwnQuotes {
  readonly shown: string;
  readonly pattern: RegExp;
}

const LOW_HIGH: OwnQuotes = { shown: '„…“', pattern: /„[^„“”]{1,500}[“”]/u };
const LOW_RIGHT: OwnQuotes = { shown: '„…”', pattern: /„[^„“”]{1,500}[“”]/u };
const GUILLEMETS: OwnQuotes = { shown: '«…»', pattern: /«[^«»]{1,500}»/u };
const RIGHT_RIGHT: OwnQuotes = { shown: '”…”', pattern: /(?<![\p{L}\p{N}])”[^“”]{1,500}”/u };
const CORNERS: OwnQuotes = { shown: '「…」', pattern: /「[^「」]{1,500}」/u };

/**
 * By language (ISO 639-1), after the delimiters of CLDR, which Intl does not give. Languages whose publishers also write “…” or "…"
 * (Spanish, Italian, Portuguese, Dutch, Danish, Turkish, Arabic) are left out: there those are no slip.
 */
const OWN: Readonly<Record<string, OwnQuotes>> = {
  ...Object.fromEntries(['bg', 'cs', 'de', 'et', 'is', 'ka', 'lt', 'mk', 'sk', 'sl', 'sq'].map((language) => [language, LOW_HIGH])),
  ...Object.fromEntries(['bs', 'hr', 'hu', 'pl', 'ro', 'sr'].map((language) => [language, LOW_RIGHT])),
  ...Object.fromEntries(['be', 'el', 'fa', 'fr', 'hy', 'nb', 'nn', 'no', 'ru', 'uk'].map((language) => [language, GUILLEMETS])),
  fi: RIGHT_RIGHT,
  sv: RIGHT_RIGHT,
  ja: CORNERS,
};

/** `undefined` where they are not known, or not settled. Traditional Chinese has the corners of Japanese, and Switzerland the guillemets. */
export function quotesOf(language: string | undefined, tag: string | undefined): OwnQuotes | undefined {
  if (/^zh\b.*\b(?:Hant|TW|HK|MO)\b/i.test(tag ?? '')) return CORNERS;
  if (/^de-(?:CH|LI)\b/i.test(tag ?? '')) return GUILLEMETS;
  return language === undefined ? undefined : OWN[language];
}
