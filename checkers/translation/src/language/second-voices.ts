import { askIdentifier, type LanguageIdentifier } from '@preflag/core';
import { FRANC_CODES, isAlike, languageOf } from '@preflag/readers/language';

/** The two languages of an identifier's answer that matter. */
export interface Heard {
  /** That of the greatest share (ISO 639), with its share; `undefined` for a text that says nothing. */
  readonly best?: { readonly language: string; readonly share: number };
  /** The share of the language that was asked about, and of those that are too much alike. */
  readonly own: number;
}

/** True where an identifier can answer with a language, or one that is too much alike. */
export function knows({ languages }: LanguageIdentifier, language: string): boolean {
  return languages.some((tag) => isAlike(languageOf(tag) ?? '', language));
}

/** Asks an identifier how well a text fits a language (ISO 639). */
export async function hear(identifier: LanguageIdentifier, text: string, language: string): Promise<Heard> {
  const shares = (await askIdentifier(identifier, text)).map((one) => ({ language: languageOf(one.language) ?? '', share: one.share }));
  const best = shares.reduce<(typeof shares)[number] | undefined>(
    (first, one) => (one.share > (first?.share ?? 0) ? one : first),
    undefined,
  );
  const own = Math.max(0, ...shares.filter((one) => isAlike(one.language, language)).map(({ share }) => share));
  return { ...(best && { best }), own };
}

/** How much better, of 1, a text must fit one of two languages for franc to be heard. */
const FRANC_LEAD = 0.05;

/** True where franc, left with two languages, takes a text for the one that was asked for. False where it does not know both. */
export async function isHeldByFranc(text: string, asked: string, other: string): Promise<boolean> {
  const [own, foreign] = [FRANC_CODES[asked], FRANC_CODES[other]];
  if (own === undefined || foreign === undefined || own === foreign) return false;
  const { francAll } = await import('franc');
  const scores = new Map(francAll(text, { only: [own, foreign] }));
  return (scores.get(own) ?? 0) - (scores.get(foreign) ?? 0) > FRANC_LEAD;
}
