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

export interface LanguagePair {
  readonly source: string | undefined;
  /** The languages that the translation is in: several in files that hold several. */
  readonly targets: readonly (string | undefined)[];
}

/** Approved translations in the languages of a translation. */
export interface Memory {
  /** Source texts with a translation. */
  readonly size: number;
  /** Takes over the texts of a file with a translation that is not marked as unfinished. Answers why there is none. */
  add(bitext: Bitext): string | undefined;
  /** What was approved for a text in a language: in its own region where the memory has that, else in any. */
  approved(source: string, target: string | undefined): readonly Approved[];
}

export function createMemory(pair: LanguagePair): Memory {
  const texts = new Map<string, Approved[]>();
  const isSame = rememberedPairs(isSameLanguage);
  return {
    get size() {
      return texts.size;
    },
    add(bitext) {
      const { source, targets } = languagesOf(bitext);
      if (targets.length > 1 && bitext.segments.every(({ language }) => language === undefined))
        return `Its units are in several languages (${targets.join(', ')}), and do not say in which. Give a file for each language.`;
      let count = 0;
      for (const segment of isSame(source, pair.source) ? bitext.segments : []) {
        const language = segment.language ?? targets[0];
        if (!segment.source?.trim() || !segment.target?.trim() || segment.state?.isUnfinished) continue;
        if (!pair.targets.some((target) => isSame(language, target))) continue;
        count += 1;
        const one = {
          text: segment.target,
          ...(language !== undefined && { language }),
          file: bitext.file,
          ...(segment.targetAt && { at: segment.targetAt }),
        };
        const key = folded(segment.source);
        const others = texts.get(key);
        if (others) others.push(one);
        else texts.set(key, [one]);
      }
      return count > 0 ? undefined : noneOf(pair);
    },
    approved(source, target) {
      const all = (texts.get(folded(source)) ?? []).filter(({ language }) => isSame(language, target));
      const exact = all.filter(({ language }) => target !== undefined && tagOf(language) === tagOf(target));
      return exact.length > 0 ? exact : all;
    },
  };
}

/** White space and the form of composed characters make no difference. */
export function folded(text: string): string {
  const composed = text.normalize('NFC');
  return (SPACES.test(composed) ? composed.replaceAll(/\s+/gu, ' ') : composed).trim();
}

/** White space that is more than one blank. */
const SPACES = /\s{2}|[^\S ]/u;

function noneOf({ source, targets }: LanguagePair): string {
  const wanted = targets.filter((target) => target !== undefined).join(', ');
  return `It has no finished translation from ${source ?? 'the language of the source'} into ${wanted || 'the language of the translation'}.`;
}

/** What the file itself says, which is not what it was asked for. */
function languagesOf({ catalog }: Bitext): { readonly source: string | undefined; readonly targets: readonly string[] } {
  const declared = catalog?.declared ?? [];
  const all = declared.filter(({ side }) => side === 'target');
  // A folder named `in` is no language, where the file names another.
  const own = all.filter(({ by }) => by !== 'the name of the file');
  const targets = (own.length > 0 ? own : all).map(({ language }) => language);
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

/** Tags are compared once: a memory has many texts and few languages. */
function rememberedPairs(compare: typeof isSameLanguage): typeof isSameLanguage {
  const known = new Map<string, boolean>();
  return (tag, other) => {
    const key = `${tag} ${other}`;
    const answer = known.get(key) ?? compare(tag, other);
    known.set(key, answer);
    return answer;
  };
}

function tagOf(language: string | undefined): string | undefined {
  return language?.replaceAll('_', '-').toLowerCase();
}
