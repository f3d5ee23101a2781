import { defineFact, type Fact } from '@preflag/core';
import type { Segment } from '@preflag/readers';
import { languageOf, scriptOf } from '@preflag/readers/language';
import { broughtIdentifiers } from '../language/brought-identifiers.ts';
import { isInUnknownScript } from '../language/is-in-unknown-script.ts';
import { ALONE_LENGTH, openIdentifier, type OpenIdentifier } from '../language/identifiers.ts';
import { tellingText } from '../language/telling-text.ts';
import { identifiedLanguages } from './identified-languages.ts';

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
/** Identification is slow: a megabyte of text is enough to see a language. */
const MOST_WINDOWS = 12_000;

interface Judged {
  readonly segments: readonly Segment[];
  /** Of a text that is not in the language asked for. */
  readonly language: string | undefined;
}

interface Window {
  readonly segments: readonly Segment[];
  readonly text: string;
  readonly length: number;
}

/** Passages of the translation that are in neither the language asked for nor one that is hard to tell from it. */
export const foreignPassages: Fact<'bitext', ForeignPassages> = defineFact({
  id: 'translation/foreign-passages',
  reads: 'bitext',
  uses: [identifiedLanguages],
  async compute({ segments, targetLanguage }, facts, _limits, plugged) {
    const target = languageOf(targetLanguage);
    if (target === undefined) return { passages: [], segments: 0, left: 'unknown' };
    const identifier = isInUnknownScript(targetLanguage) ? undefined : await openIdentifier(target, await broughtIdentifiers(plugged));
    if (!identifier) return { passages: [], segments: 0, left: 'unidentified' };
    const known = facts(identifiedLanguages);
    const windows = windowsOf(
      segments.filter(({ id }) => known.get(id) !== 'source'),
      scriptOf(targetLanguage),
      identifier,
    );
    if (windows.length === 0) return { passages: [], segments: 0, left: 'short' };
    const judged: Judged[] = [];
    for (const { segments: own, text, length } of windows.slice(0, MOST_WINDOWS)) {
      const language = await identifier.foreignLanguage(text, length < identifier.window);
      judged.push(
        ...(language === undefined && own.length > 1
          ? await oneByOne(own, scriptOf(targetLanguage), identifier)
          : [{ segments: own, language }]),
      );
    }
    return {
      passages: joined(judged),
      segments: judged.reduce((sum, one) => sum + one.segments.length, 0),
      asked: identifier.asked,
      ...(windows.length > MOST_WINDOWS && { left: 'limit' as const }),
    };
  },
});

/** Of neighbours that are in the language asked for as a whole, a single one may not be. */
async function oneByOne(segments: readonly Segment[], script: string | undefined, identifier: OpenIdentifier): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const segment of segments) {
    const text = tellingText(segment, script);
    const length = text.length + 2 * (text.match(DENSE)?.length ?? 0);
    judged.push({ segments: [segment], language: length >= ALONE_LENGTH ? await identifier.foreignAlone?.(text) : undefined });
  }
  return judged;
}

function windowsOf(segments: readonly Segment[], script: string | undefined, { window, shortest }: OpenIdentifier): Window[] {
  const windows: Window[] = [];
  let [own, text, length]: [Segment[], string, number] = [[], '', 0];
  for (const segment of segments) {
    const telling = segment.role === 'other' ? withoutWords(tellingText(segment, script), text) : tellingText(segment, script);
    if (telling === '') continue;
    own.push(segment);
    text += ` ${telling}`;
    length += telling.length + 2 * (telling.match(DENSE)?.length ?? 0);
    if (length < window) continue;
    windows.push({ segments: own, text, length });
    [own, text, length] = [[], '', 0];
  }
  if (length >= shortest) windows.push({ segments: own, text, length });
  return windows;
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
