import { defineFact, type Fact } from '@preflag/core';
import type { Segment } from '@preflag/readers';
import { languageOf, scriptOf } from '@preflag/readers/language';
import { openIdentifier, type OpenIdentifier } from '../language/identifiers.ts';
import { commonWords, isReference, translatable } from '../language/translatable.ts';
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
  /** Why texts were left out, or all of them. */
  readonly left?: 'unknown' | 'short' | 'limit';
}

/** Signs of scripts with a sign for a syllable or word say more. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
/** Identification is slow: a megabyte of text is enough to see a language. */
const MOST_WINDOWS = 12_000;

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
  async compute({ segments, targetLanguage }, facts) {
    const target = languageOf(targetLanguage);
    const identifier = target === undefined ? undefined : await openIdentifier(target);
    if (!identifier || isInUnknownScript(targetLanguage)) return { passages: [], segments: 0, left: 'unknown' };
    const known = facts(identifiedLanguages);
    const windows = windowsOf(
      segments.filter(({ id }) => known.get(id) !== 'source'),
      identifier,
    );
    if (windows.length === 0) return { passages: [], segments: 0, left: 'short' };
    const judged = windows.slice(0, MOST_WINDOWS).map(({ segments: own, text, length }) => ({
      segments: own,
      language: identifier.foreignLanguage(text, length < identifier.window),
    }));
    return {
      passages: joined(judged),
      segments: judged.reduce((sum, one) => sum + one.segments.length, 0),
      ...(windows.length > MOST_WINDOWS && { left: 'limit' as const }),
    };
  },
});

function windowsOf(segments: readonly Segment[], { window, shortest }: OpenIdentifier): Window[] {
  const windows: Window[] = [];
  let [own, text, length]: [Segment[], string, number] = [[], '', 0];
  for (const segment of segments) {
    const { source, target, sourceProse, targetProse, role, id } = segment;
    if (target === undefined || role === 'code' || isReference(target, id)) continue;
    const plain = translatable(targetProse ?? target);
    // What was not translated at all is another failure, or a name.
    if (plain === '' || plain === translatable(sourceProse ?? source ?? '')) continue;
    // Messages without a word in small letters are names of places, languages and people, which tell little.
    if (role === 'other' && commonWords(plain).length === 0) continue;
    own.push(segment);
    text += ` ${plain}`;
    length += plain.length + 2 * (plain.match(DENSE)?.length ?? 0);
    if (length < window) continue;
    windows.push({ segments: own, text, length });
    [own, text, length] = [[], '', 0];
  }
  if (length >= shortest) windows.push({ segments: own, text, length });
  return windows;
}

/** Neighbours in the same language are one passage. */
function joined(windows: readonly { readonly segments: readonly Segment[]; readonly language: string | undefined }[]): ForeignPassage[] {
  const passages: { segments: Segment[]; language: string }[] = [];
  let before: string | undefined;
  for (const { segments, language } of windows) {
    if (language !== undefined && language === before) passages.at(-1)?.segments.push(...segments);
    else if (language !== undefined) passages.push({ segments: [...segments], language });
    before = language;
  }
  return passages;
}

/** Identifiers know one script of a language: Belarusian in Latin letters is none of theirs, nor is Kurdish, of which they know the Arabic one. */
function isInUnknownScript(tag: string | undefined): boolean {
  const [language, script] = [languageOf(tag), scriptOf(tag)];
  if (language === undefined || language === 'sr' || language === 'zh') return false;
  return language === 'ku' || (script !== undefined && script !== new Intl.Locale(language).maximize().script);
}
