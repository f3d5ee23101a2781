/** How well texts fit the languages of eld (ISO 639-1), from 0 to 1. */
export interface EldScores {
  /** 0 too for languages that do not fit at all. */
  of(text: string, language: string): number;
  /** The language that fits best; `undefined` for a text that says nothing. */
  best(text: string): string | undefined;
}

/** Languages that eld does not know, by those that it takes them for; in Latin letters, it knows Croatian and not Serbian. */
const STAND_INS: Readonly<Record<string, readonly string[]>> = {
  af: ['nl'],
  bs: ['hr'],
  gl: ['es', 'pt'],
  id: ['ms'],
  mk: ['bg', 'sr'],
  nb: ['no'],
  nn: ['no'],
  sr: ['sr', 'hr'],
};
const KNOWN = new Set(
  'am ar az be bg bn ca cs da de el en es et eu fa fi fr gu he hi hr hu hy is it ja ka kn ko ku lo lt lv ml mr ms nl no or pa pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi yo zh'.split(
    ' ',
  ),
);

/** Words come again, passages do not. */
const [LONGEST_KEPT, MOST_KEPT] = [40, 50_000];

/** True for languages that eld knows, or takes for one that it knows. */
export function isKnownToEld(language: string): boolean {
  return KNOWN.has(language) || STAND_INS[language] !== undefined;
}

/** Loads eld with its smallest data, which takes some 80 MB: only where there is something to ask. */
export async function loadEld(): Promise<EldScores> {
  const { eld } = await import('eld/extrasmall');
  const kept = new Map<string, Readonly<Record<string, number>>>();
  // A passage is asked for several languages in turn.
  let last: { readonly text: string; readonly scores: Readonly<Record<string, number>> } = { text: '', scores: {} };
  const scoresOf = (text: string): Readonly<Record<string, number>> => {
    if (text === last.text) return last.scores;
    const known = kept.get(text);
    if (known) return known;
    const scores = eld.detect(text).getScores();
    last = { text, scores };
    if (text.length <= LONGEST_KEPT && kept.size < MOST_KEPT) kept.set(text, scores);
    return scores;
  };
  return {
    of(text, language) {
      const scores = scoresOf(text);
      return Math.max(0, ...(STAND_INS[language] ?? [language]).map((known) => scores[known] ?? 0));
    },
    // Scores are sorted.
    best: (text) => Object.keys(scoresOf(text))[0],
  };
}
