import { FRANC_CODES } from './franc-codes.ts';

/** The longer a text, the less franc's scores differ; this much of it is enough. */
const SAMPLE = 300;

const LANGUAGES = new Map(Object.entries(FRANC_CODES).map(([language, code]) => [code, language]));

/**
 * How well each text fits the languages of {@link FRANC_CODES} (ISO 639-1), from 1 for the one that fits best down to 0. Empty for a text
 * that says nothing. Texts under some 80 characters are told wrong often.
 */
export async function languageScores(texts: readonly string[]): Promise<readonly ReadonlyMap<string, number>[]> {
  if (texts.length === 0) return [];
  const { francAll } = await import('franc');
  const only = [...LANGUAGES.keys()];
  return texts.map(
    (text) =>
      new Map(
        francAll(text.slice(0, SAMPLE), { only }).flatMap(([code, score]) => {
          const language = LANGUAGES.get(code);
          return language === undefined ? [] : [[language, score] as const];
        }),
      ),
  );
}
