import type { LanguageIdentifier } from '@preflag/core';
import { FRANC_CODES, isAlike } from '@preflag/readers/language';
import { isKnownToEld, loadEld } from './eld-scores.ts';
import { hear, isHeldByFranc, knows } from './second-voices.ts';

/** Tells texts that are in another language than asked for. */
export interface OpenIdentifier {
  /** Texts are pooled with their neighbours to this length; what is left at the end is judged from `shortest` on. */
  readonly window: number;
  readonly shortest: number;
  /** The language of a text of `ALONE_LENGTH` characters and more that stands among others; `undefined` where it may be the one asked for. */
  foreignAlone?(text: string): Promise<string | undefined>;
  /** The language of a text that is not in the one asked for (ISO 639-1). */
  foreignLanguage(text: string, isShort: boolean): Promise<string | undefined>;
  /** The identifiers that the user brings and that know the language, and how many texts each was asked about. */
  readonly asked: ReadonlyMap<string, number>;
}

/** Which of two languages a text is in; `undefined` where it cannot be told. */
export type PairIdentifier = (text: string) => Promise<'source' | 'target' | undefined>;

/**
 * Margins are differences of scores from 0 to 1. Where the lead is under `close`, another identifier that holds the text for the language asked
 * for is believed: it takes away three of ten false ones and the margins can be smaller for it (`bench/translation/run.ts --languages`).
 */
const ELD = { window: 80, shortest: 40, margin: 0.03, wideMargin: 0.04, close: 0.12 } as const;
/**
 * Of single texts of 40 characters eld takes 0.1 % for another language with this lead, where franc does not hold them for their own, and
 * finds 96 %.
 */
export const ALONE_LENGTH = 40;
const ALONE_LEAD = 0.16;
/** On windows of 200 characters, franc takes 0.15 % for another language, and misses 0.2 % of those in another one. */
const FRANC = { window: 200, shortest: 120, margin: 0.05, wideMargin: 0.1 } as const;
/** On windows of 120 characters, cld3 with this margin takes 0.2 % for another language, and misses 0.2 %; of 80, with the wider one, 0.4 % and 8 %. */
const ALONE = { window: 120, shortest: 80, margin: 0.5, wideMargin: 0.7 } as const;
/** The winner's distance, of 1, to the other of two languages: eld holds 0.02 % of 80 characters and more for English, and finds all of it. */
const [ELD_PAIR_MARGIN, FRANC_PAIR_MARGIN] = [0.02, 0.1];

/**
 * eld for the languages that it knows, and franc for the rest; for what neither knows, identifiers that the user brings, which must all agree.
 * `undefined` for a language that nothing knows.
 */
export async function openIdentifier(target: string, brought: readonly LanguageIdentifier[] = []): Promise<OpenIdentifier | undefined> {
  const others = brought.filter((one) => knows(one, target));
  const voices = countingVoices(others);
  if (isKnownToEld(target))
    return {
      ...ELD,
      asked: voices.asked,
      foreignLanguage: await eldIdentifier(target, voices),
      foreignAlone: await eldIdentifier(target, voices, { lead: ALONE_LEAD, close: 1 }),
    };
  if (FRANC_CODES[target] !== undefined) return { ...FRANC, asked: voices.asked, foreignLanguage: await francIdentifier(target, voices) };
  return others.length > 0 ? { ...ALONE, asked: voices.asked, foreignLanguage: broughtIdentifier(target, voices) } : undefined;
}

interface Voices {
  readonly asked: ReadonlyMap<string, number>;
  /** What each of them hears. */
  hear(text: string, target: string): Promise<Awaited<ReturnType<typeof hear>>[]>;
  /** True where one of them holds a text for the language asked for. */
  hold(text: string, target: string): Promise<boolean>;
}

function countingVoices(identifiers: readonly LanguageIdentifier[]): Voices {
  const asked = new Map(identifiers.map(({ name }) => [name, 0]));
  const hearAll = async (text: string, target: string): ReturnType<Voices['hear']> =>
    Promise.all(
      identifiers.map(async (one) => {
        asked.set(one.name, (asked.get(one.name) ?? 0) + 1);
        return hear(one, text, target);
      }),
    );
  return {
    asked,
    hear: hearAll,
    hold: async (text, target) => (await hearAll(text, target)).some(({ best }) => best !== undefined && isAlike(best.language, target)),
  };
}

async function eldIdentifier(
  target: string,
  voices: Voices,
  { lead: least, close }: { readonly lead?: number; readonly close: number } = ELD,
): Promise<(text: string, isShort?: boolean) => Promise<string | undefined>> {
  const eld = await loadEld();
  return async (text, isShort) => {
    const best = eld.best(text);
    if (best === undefined || isAlike(best, target) || (best === 'ja' && !KANA.test(text))) return undefined;
    const lead = eld.of(text, best) - eld.of(text, target);
    if (lead <= (least ?? (isShort ? ELD.wideMargin : ELD.margin))) return undefined;
    const isDoubtful = lead < close && ((await isHeldByFranc(text, target, best)) || (await voices.hold(text, target)));
    return isDoubtful ? undefined : best;
  };
}

/** Without these, a text is not Japanese, whatever its characters are like. */
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

async function francIdentifier(target: string, voices: Voices): Promise<OpenIdentifier['foreignLanguage']> {
  const { francAll } = await import('franc');
  const languages = new Map(Object.entries(FRANC_CODES).map(([language, own]) => [own, language]));
  const only = [...languages.keys()];
  return async (text, isShort) => {
    const scores = francAll(text, { only });
    const language = languages.get(scores[0]?.[0] ?? '');
    const distance = 1 - (scores.find(([other]) => other === FRANC_CODES[target])?.[1] ?? 0);
    if (language === undefined || isAlike(language, target)) return undefined;
    if (distance <= (isShort ? FRANC.wideMargin : FRANC.margin)) return undefined;
    return (await voices.hold(text, target)) ? undefined : language;
  };
}

function broughtIdentifier(target: string, voices: Voices): OpenIdentifier['foreignLanguage'] {
  return async (text, isShort) => {
    const heard = await voices.hear(text, target);
    const margin = isShort ? ALONE.wideMargin : ALONE.margin;
    const areAllSure = heard.every(({ best, own }) => best !== undefined && !isAlike(best.language, target) && best.share - own > margin);
    return areAllSure ? heard[0]?.best?.language : undefined;
  };
}

/**
 * eld where it knows both languages, else franc, else identifiers that the user brings and that know both; `undefined` for languages that
 * nothing knows, or that are too much alike.
 */
export async function pairIdentifier(
  source: string,
  target: string,
  brought: readonly LanguageIdentifier[] = [],
): Promise<PairIdentifier | undefined> {
  if (isAlike(source, target)) return undefined;
  if (isKnownToEld(source) && isKnownToEld(target)) {
    const eld = await loadEld();
    return async (text) => {
      const lead = eld.of(text, source) - eld.of(text, target);
      if (Math.abs(lead) <= ELD_PAIR_MARGIN) return undefined;
      return lead > 0 ? 'source' : 'target';
    };
  }
  const [from, to] = [FRANC_CODES[source], FRANC_CODES[target]];
  if (from === undefined || to === undefined) return broughtPair(source, target, brought);
  const { francAll } = await import('franc');
  return async (text) => {
    const [first, second] = francAll(text, { only: [from, to] });
    if (!first || first[0] === 'und' || (second && first[1] - second[1] < FRANC_PAIR_MARGIN)) return undefined;
    return first[0] === from ? 'source' : 'target';
  };
}

function broughtPair(source: string, target: string, brought: readonly LanguageIdentifier[]): PairIdentifier | undefined {
  const both = brought.filter((one) => knows(one, source) && knows(one, target));
  if (both.length === 0) return undefined;
  return async (text) => {
    const leads = await Promise.all(both.map(async (one) => (await hear(one, text, source)).own - (await hear(one, text, target)).own));
    if (leads.every((lead) => lead > ALONE.margin)) return 'source';
    return leads.every((lead) => lead < -ALONE.margin) ? 'target' : undefined;
  };
}
