import { languageOf, scriptOf } from '@preflag/readers/language';

/** Identifiers know one script of a language: Belarusian in Latin letters is none of theirs, nor is Kurdish, of which they know the Arabic one. */
export function isInUnknownScript(tag: string | undefined): boolean {
  const [language, script] = [languageOf(tag), scriptOf(tag)];
  if (language === undefined || language === 'sr' || language === 'zh') return false;
  return language === 'ku' || (script !== undefined && script !== new Intl.Locale(language).maximize().script);
}
