/** The English name of a language by its code (ISO 639-1): German of `de`. */
export function nameOfLanguage(language: string | undefined): string {
  return language === undefined ? 'unknown' : (new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language);
}
