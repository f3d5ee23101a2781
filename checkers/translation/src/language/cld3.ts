import type { LanguageIdentifier } from '@preflag/core';
import type { loadModule } from 'cld3-asm';
import { installed } from './installed.ts';

/** Named at run time: it is no dependency of this package, and no bundle takes it in. */
const ENGINE: string = 'cld3-asm';
/** What it reads of a text; its own default leaves texts under 140 bytes out. */
const [LEAST_BYTES, MOST_BYTES] = [0, 1000];
/** What it calls otherwise than BCP 47. */
const TAGS: Readonly<Record<string, string>> = { iw: 'he', no: 'nb', fil: 'tl' };

/** The languages that it answers with, those in Latin letters that are mostly written in others left out. */
const LANGUAGES =
  'af am ar az be bg bn bs ca ceb co cs cy da de el en eo es et eu fa fi fr fy ga gd gl gu ha haw he hi hmn hr ht hu hy id ig is it ja jv ka kk km kn ko ku ky la lb lo lt lv mg mi mk ml mn mr ms mt my nb ne nl ny pa pl ps pt ro ru sd si sk sl sm sn so sq sr st su sv sw ta te tg th tl tr uk ur uz vi xh yi yo zh zu'.split(
    ' ',
  );

let loaded: Promise<LanguageIdentifier | undefined> | undefined;

/** cld3, where the user has installed cld3-asm. It takes 13 MB. */
export async function cld3(): Promise<LanguageIdentifier | undefined> {
  return (loaded ??= load());
}

async function load(): Promise<LanguageIdentifier | undefined> {
  const engine = await installed<{ readonly loadModule: typeof loadModule }>(ENGINE);
  if (!engine) return undefined;
  const identifier = (await engine.loadModule()).create(LEAST_BYTES, MOST_BYTES);
  return {
    name: 'cld3',
    languages: LANGUAGES,
    identify(text) {
      // It names a language even where there is no text.
      if (text.trim() === '') return [];
      const { language, probability } = identifier.findLanguage(text) as { readonly language: string; readonly probability: number };
      // A language in letters that it is not written in is none that could be asked for: ru-Latn.
      if (language === 'und' || language.includes('-')) return [];
      return [{ language: TAGS[language] ?? language, share: Math.min(1, probability) }];
    },
  };
}
