import { defineFact, type Fact } from '@preflag/core';
import type { Segment } from '@preflag/readers';
import { isAlike, languageOf } from '@preflag/readers/language';
import { broughtIdentifiers } from '../language/brought-identifiers.ts';
import { isInUnknownScript } from '../language/is-in-unknown-script.ts';
import { ALONE_LENGTH, openIdentifier, type OpenIdentifier } from '../language/identifiers.ts';
import { identifiedLanguages } from './identified-languages.ts';
import { toldTexts } from './told-texts.ts';

/** Neighbouring segments that are in another language than the one asked for. */
interface ForeignPassage {
  readonly segments: readonly Segment[];
  /** ISO 639-1. */
  readonly language: string;
}

export interface ForeignPassages {
  readonly passages: readonly ForeignPassage[];
  readonly segments: number;
  /** How many passages were asked about, by the identifiers that the user brings and that know the language. */
  readonly asked?: ReadonlyMap<string, number>;
  /** Why texts were left out, or all of them. */
  readonly left?: 'unknown' | 'unidentified' | 'short' | 'limit';
}

/** Signs of scripts with a sign for a syllable or word say more. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
/** Identification is slow: a megabyte of short and doubtful text is enough to see a language. */
const MOST_WINDOWS = 12_000;

interface Judged {
  readonly segments: readonly Segment[];
  /** Of a text that is not in the language asked for. */
  readonly language: string | undefined;
}

/** A segment with what of it tells its language. */
interface Telling {
  readonly segment: Segment;
  readonly text: string;
  /** In the language asked for beyond doubt. */
  readonly isOwn: boolean;
}

interface Window {
  readonly texts: readonly Telling[];
  readonly text: string;
  readonly length: number;
}

/** Passages of the translation that are in neither the language asked for nor one that is hard to tell from it. */
export const foreignPassages: Fact<'bitext', ForeignPassages> = defineFact({
  id: 'translation/foreign-passages',
  reads: 'bitext',
  uses: [identifiedLanguages, toldTexts],
  async compute({ segments, targetLanguage }, facts, _limits, plugged) {
    const target = languageOf(targetLanguage);
    if (target === undefined) return { passages: [], segments: 0, left: 'unknown' };
    const identifier = isInUnknownScript(targetLanguage) ? undefined : await openIdentifier(target, await broughtIdentifiers(plugged));
    if (!identifier) return { passages: [], segments: 0, left: 'unidentified' };
    const [known, told] = [facts(identifiedLanguages), facts(toldTexts)];
    const telling: Telling[] = segments.flatMap((segment) => {
      const { telling: text = '', best } = told.get(segment.id) ?? {};
      const isOwn = best !== undefined && isAlike(best, target);
      return text === '' || known.get(segment.id) === 'source' ? [] : [{ segment, text, isOwn }];
    });
    const windows = windowsOf(telling, identifier);
    if (windows.length === 0) return { passages: [], segments: 0, left: 'short' };
    const { judged, isCut } = await judge(windows, identifier);
    return {
      passages: joined(judged),
      segments: judged.reduce((sum, one) => sum + one.segments.length, 0),
      asked: identifier.asked,
      ...(isCut && { left: 'limit' as const }),
    };
  },
});

/** All windows, or those up to the limit and those that need not be asked. */
async function judge(windows: readonly Window[], identifier: OpenIdentifier): Promise<{ judged: Judged[]; isCut: boolean }> {
  const judged: Judged[] = [];
  let asked = 0;
  for (const { texts, text, length } of windows) {
    // A text that is in the language asked for by itself is most of its window.
    const isOwn = texts.some((one) => one.isOwn);
    if (!isOwn) asked += 1;
    if (!isOwn && asked > MOST_WINDOWS) continue;
    const language = isOwn ? undefined : await identifier.foreignLanguage(text, length < identifier.window);
    judged.push(
      ...(language === undefined && texts.length > 1
        ? await oneByOne(texts, identifier)
        : [{ segments: texts.map(({ segment }) => segment), language }]),
    );
  }
  return { judged, isCut: asked > MOST_WINDOWS };
}

/** Of neighbours that are in the language asked for as a whole, a single one may not be. */
async function oneByOne(texts: readonly Telling[], identifier: OpenIdentifier): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const { segment, text, isOwn } of texts) {
    const isAsked = !isOwn && lengthOf(text) >= ALONE_LENGTH;
    judged.push({ segments: [segment], language: isAsked ? await identifier.foreignAlone?.(text) : undefined });
  }
  return judged;
}

function windowsOf(telling: readonly Telling[], { window, shortest }: OpenIdentifier): Window[] {
  const windows: Window[] = [];
  let [texts, text, length]: [Telling[], string, number] = [[], '', 0];
  for (const one of telling) {
    const own = one.segment.role === 'other' ? withoutWords(one.text, text) : one.text;
    if (own === '') continue;
    texts.push(one);
    text += ` ${own}`;
    length += lengthOf(own);
    if (length < window) continue;
    windows.push({ texts, text, length });
    [texts, text, length] = [[], '', 0];
  }
  if (length >= shortest) windows.push({ texts, text, length });
  return windows;
}

function lengthOf(text: string): number {
  return text.length + 2 * (text.match(DENSE)?.length ?? 0);
}

/** Messages of one program have words in common, which tell nothing when they come again. */
function withoutWords(text: string, before: string): string {
  const known = new Set(before.match(/[\p{L}\p{M}]+/gu));
  return text
    .replace(/[\p{L}\p{M}]+/gu, (word) => (known.has(word) ? '' : word))
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Neighbours in the same language are one passage. */
function joined(windows: readonly Judged[]): ForeignPassage[] {
  const passages: { segments: Segment[]; language: string }[] = [];
  let before: string | undefined;
  for (const { segments, language } of windows) {
    if (language !== undefined && language === before) passages.at(-1)?.segments.push(...segments);
    else if (language !== undefined) passages.push({ segments: [...segments], language });
    before = language;
  }
  return passages;
}
