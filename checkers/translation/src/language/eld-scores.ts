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

interface Told {
  readonly best: string | undefined;
  readonly scores: () => Readonly<Record<string, number>>;
}

/** Loads eld with its smallest data, which takes some 80 MB: only where there is something to ask. */
export async function loadEld(): Promise<EldScores> {
  const { eld } = await import('eld/extrasmall');
  const kept = new Map<string, Told>();
  // A passage is asked for several languages in turn.
  let last: { readonly text: string; readonly told: Told } | undefined;
  const tell = (text: string): Told => {
    if (text === last?.text) return last.told;
    const known = kept.get(text);
    if (known) return known;
    const result = eld.detect(text);
    let scores: Readonly<Record<string, number>> | undefined;
    // To sort the scores of all languages takes half as long again, and most texts are asked for the best one only.
    const told: Told = { best: result.language || undefined, scores: () => (scores ??= result.getScores()) };
    last = { text, told };
    if (text.length <= LONGEST_KEPT && kept.size < MOST_KEPT) kept.set(text, told);
    return told;
  };
  return {
    of(text, language) {
      const scores = tell(text).scores();
      return Math.max(0, ...(STAND_INS[language] ?? [language]).map((known) => scores[known] ?? 0));
    },
    best: (text) => tell(text).best,
  };
}
