import { FRANC_CODES, isAlike } from '@preflag/readers/language';
import { isKnownToEld, loadEld } from './eld-scores.ts';

/** Tells texts that are in another language than asked for. */
export interface OpenIdentifier {
  /** Texts are pooled with their neighbours to this length; what is left at the end is judged from `shortest` on. */
  readonly window: number;
  readonly shortest: number;
  /** The language of a text that is not in the one asked for (ISO 639-1). */
  foreignLanguage(text: string, isShort: boolean): string | undefined;
}

/** Which of two languages a text is in; `undefined` where it cannot be told. */
export type PairIdentifier = (text: string) => 'source' | 'target' | undefined;

/**
 * Of sentences of 80 characters and more in 36 tags (`bench/translation/run.ts --languages`), eld with this margin takes 0.09 % for
 * another language than theirs, and finds 99.7 % of those in another one; of 40 characters, with the wider margin, 0.4 % and 99.3 %.
 */
const ELD = { window: 80, shortest: 40, margin: 0.035, wideMargin: 0.05 } as const;
/** On windows of 200 characters, franc takes 0.15 % for another language, and misses 0.2 % of those in another one. */
const FRANC = { window: 200, shortest: 120, margin: 0.05, wideMargin: 0.1 } as const;
/** The winner's distance, of 1, to the other of two languages: eld holds 0.02 % of 80 characters and more for English, and finds all of it. */
const [ELD_PAIR_MARGIN, FRANC_PAIR_MARGIN] = [0.02, 0.1];

/** eld for the languages that it knows, and franc for the rest; `undefined` for a language that neither knows. */
export async function openIdentifier(target: string): Promise<OpenIdentifier | undefined> {
  if (isKnownToEld(target)) {
    const eld = await loadEld();
    const foreignLanguage: OpenIdentifier['foreignLanguage'] = (text, isShort) => {
      const best = eld.best(text);
      if (best === undefined || isAlike(best, target)) return undefined;
      return eld.of(text, best) - eld.of(text, target) > (isShort ? ELD.wideMargin : ELD.margin) ? best : undefined;
    };
    return { ...ELD, foreignLanguage };
  }
  const code = FRANC_CODES[target];
  if (code === undefined) return undefined;
  const { francAll } = await import('franc');
  const languages = new Map(Object.entries(FRANC_CODES).map(([language, own]) => [own, language]));
  const only = [...languages.keys()];
  const foreignLanguage: OpenIdentifier['foreignLanguage'] = (text, isShort) => {
    const scores = francAll(text, { only });
    const language = languages.get(scores[0]?.[0] ?? '');
    const distance = 1 - (scores.find(([other]) => other === code)?.[1] ?? 0);
    if (language === undefined || isAlike(language, target)) return undefined;
    return distance > (isShort ? FRANC.wideMargin : FRANC.margin) ? language : undefined;
  };
  return { ...FRANC, foreignLanguage };
}

/** eld where it knows both languages, else franc; `undefined` for languages that neither knows, or that are too much alike. */
export async function pairIdentifier(source: string, target: string): Promise<PairIdentifier | undefined> {
  if (isAlike(source, target)) return undefined;
  if (isKnownToEld(source) && isKnownToEld(target)) {
    const eld = await loadEld();
    return (text) => {
      const lead = eld.of(text, source) - eld.of(text, target);
      if (Math.abs(lead) <= ELD_PAIR_MARGIN) return undefined;
      return lead > 0 ? 'source' : 'target';
    };
  }
  const [from, to] = [FRANC_CODES[source], FRANC_CODES[target]];
  if (from === undefined || to === undefined) return undefined;
  const { francAll } = await import('franc');
  return (text) => {
    const [first, second] = francAll(text, { only: [from, to] });
    if (!first || first[0] === 'und' || (second && first[1] - second[1] < FRANC_PAIR_MARGIN)) return undefined;
    return first[0] === from ? 'source' : 'target';
  };
}
