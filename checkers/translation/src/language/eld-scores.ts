/** How well a text fits a language (ISO 639-1), from 0 to 1; 0 too for languages that eld does not know. */
export type LanguageScore = (text: string, language: string) => number;

/** Languages that eld does not know, by those that it takes them for. */
const STAND_INS: Readonly<Record<string, readonly string[]>> = {
  af: ['nl'],
  bs: ['hr'],
  gl: ['es', 'pt'],
  id: ['ms'],
  mk: ['bg', 'sr'],
  nb: ['no'],
  nn: ['no'],
  // In Latin letters; eld knows Serbian in Cyrillic ones.
  sr: ['sr', 'hr'],
};

/** Texts are words and phrases, and words come again. */
const MOST_KEPT = 50_000;

/** Loads eld with its smallest data, which takes some 80 MB: only where there is something to ask. */
export async function loadEld(): Promise<LanguageScore> {
  const { eld } = await import('eld/extrasmall');
  const kept = new Map<string, Readonly<Record<string, number>>>();
  return (text, language) => {
    let scores = kept.get(text);
    if (!scores) {
      scores = eld.detect(text).getScores();
      if (kept.size < MOST_KEPT) kept.set(text, scores);
    }
    return Math.max(0, ...(STAND_INS[language] ?? [language]).map((known) => scores[known] ?? 0));
  };
}
