import type { Location } from '@preflag/core';
import type { Bitext } from '@preflag/readers';
import { languageOf, scriptOf } from '@preflag/readers/language';

/** A translation that was approved before. */
export interface Approved {
  readonly text: string;
  /** As the memory writes the tag; absent where it does not say. */
  readonly language?: string;
  readonly file: string;
  readonly at?: Location;
}

/** Approved translations by their source text, folded. */
export type Memory = Map<string, Approved[]>;

export interface LanguagePair {
  readonly source: string | undefined;
  /** The languages that the translation is in: several in files that hold several. */
  readonly targets: readonly (string | undefined)[];
}

/**
 * Adds what a file of a memory says in the two languages: texts with a translation that is not marked as unfinished. Answers why there is
 * nothing to add.
 */
export function addToMemory(memory: Memory, bitext: Bitext, pair: LanguagePair): string | undefined {
  const { source, targets } = languagesOf(bitext);
  if (targets.length > 1 && bitext.segments.every(({ language }) => language === undefined))
    return `Its units are in several languages (${targets.join(', ')}), and do not say in which. Give a file for each language.`;
  let count = 0;
  for (const segment of isSameLanguage(source, pair.source) ? bitext.segments : []) {
    const language = segment.language ?? targets[0];
    if (!segment.source?.trim() || !segment.target?.trim() || segment.state?.isUnfinished) continue;
    if (!pair.targets.some((target) => isSameLanguage(language, target))) continue;
    count += 1;
    const approved = {
      text: segment.target,
      ...(language !== undefined && { language }),
      file: bitext.file,
      ...(segment.targetAt && { at: segment.targetAt }),
    };
    const key = folded(segment.source);
    const others = memory.get(key);
    if (others) others.push(approved);
    else memory.set(key, [approved]);
  }
  if (count > 0) return undefined;
  const wanted = pair.targets.filter((target) => target !== undefined).join(', ');
  return `It has no finished translation from ${pair.source ?? 'the language of the source'} into ${wanted || 'the language of the translation'}.`;
}

/** What was approved for a text in a language: in its own region where the memory has that, else in any. */
export function approvedFor(memory: Memory, source: string, target: string | undefined): readonly Approved[] {
  const all = (memory.get(folded(source)) ?? []).filter(({ language }) => isSameLanguage(language, target));
  const same = all.filter(({ language }) => target !== undefined && tagOf(language) === tagOf(target));
  return same.length > 0 ? same : all;
}

/** White space and the form of composed characters make no difference. */
export function folded(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}

/** What the file itself says, which is not what it was asked for. */
function languagesOf({ catalog }: Bitext): { readonly source: string | undefined; readonly targets: readonly string[] } {
  const declared = catalog?.declared ?? [];
  const targets = declared.filter(({ side }) => side === 'target').map(({ language }) => language);
  const different = targets.filter((one, index) => targets.findIndex((other) => isSameLanguage(one, other)) === index);
  return { source: declared.find(({ side }) => side === 'source')?.language, targets: different };
}

/** True for one language in one script, whatever the region; and where one of the two is not known. */
function isSameLanguage(tag: string | undefined, other: string | undefined): boolean {
  const [language, otherLanguage] = [languageOf(tag), languageOf(other)];
  if (language === undefined || otherLanguage === undefined) return true;
  const [script, otherScript] = [scriptOf(tag), scriptOf(other)];
  return language === otherLanguage && (script === undefined || otherScript === undefined || script === otherScript);
}

function tagOf(language: string | undefined): string | undefined {
  return language?.replaceAll('_', '-').toLowerCase();
}
