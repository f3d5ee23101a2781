import { defineRule, type Problem, type Rule } from '@preflag/core';
import type { DeclaredLanguage } from '@preflag/readers';
import { isAlike, languageOf, scriptOf } from '@preflag/readers/language';
import { nameOfLanguage } from '../../../language/name-of-language.ts';

/**
 * Compares what a file says of its languages (headers, attributes, `@@locale`, its own name or folder) with the job; without a job that
 * names a language, with each other. A region that only one of the two names is no difference.
 * Does not catch: a declared language that the texts are not in: that is translation/wrong-language.
 * Known false alarms: names of files and folders that happen to be codes of languages; they are only likely.
 */
export const languageMetadata: Rule<'bitext'> = defineRule({
  id: 'translation/language-metadata',
  title: 'A file declares another language than it is in',
  severity: 'important',
  certainty: 'certain',
  reads: 'bitext',
  why: 'Programs load the texts for the wrong language, or not at all.',
  advice: 'Declare {{wanted}} there.',
  messages: {
    target: '{{by}} says {{said}}, and the translation is to be in {{wanted}}',
    source: '{{by}} says {{said}}, and the source is in {{wanted}}',
    region: { text: '{{by}} says {{said}}, and the translation is to be in {{wanted}}', certainty: 'likely' },
    name: { text: 'The name of the file says {{said}}, and the translation is to be in {{wanted}}', certainty: 'likely' },
    contradiction: {
      text: '{{by}} says {{said}}, and {{other}} says {{wanted}}',
      certainty: 'likely',
      advice: 'Declare the same language in both.',
    },
    absent: {
      text: 'The file does not say which language it is translated into',
      certainty: 'hint',
      severity: 'minor',
      advice: 'Declare the target language in the file: Language in po, target-language or trgLang in xliff.',
    },
  },
  *check({ model, deliverable, looked }) {
    const { catalog, segments } = model;
    if (!catalog || segments.length === 0) return;
    const targets = catalog.declared.filter(({ side }) => side === 'target');
    const sources = catalog.declared.filter(({ side, by }) => side === 'source' && !by.startsWith('the source '));
    looked({ languages: targets.length + sources.length });
    const asked = deliverable?.language;
    if (asked === undefined) yield* contradictions(targets);
    else for (const one of targets) yield* mismatch(one, asked);
    const source = model.sourceLanguage;
    for (const one of sources)
      if (source !== undefined && isOther(one.language, source))
        yield { messageId: 'source', data: dataOf(one, source), at: one.at, key: `source ${one.by}` };
    const isSilent = (catalog.format === 'po' || catalog.format === 'xliff') && !targets.some(({ by }) => by !== NAME);
    if (isSilent) yield { messageId: 'absent', at: { kind: 'file' } };
  },
});

/** How readers call the name of a file. */
const NAME = 'the name of the file';

function* mismatch(one: DeclaredLanguage, asked: string): Generator<Problem> {
  const data = dataOf(one, asked);
  const key = `target ${one.by}`;
  if (isOther(one.language, asked)) yield { messageId: one.by === NAME ? 'name' : 'target', data, at: one.at, key };
  else if (one.by !== NAME && isOtherVariant(one.language, asked)) yield { messageId: 'region', data, at: one.at, key };
}

/** What differs from the first that is declared. */
function* contradictions([first, ...others]: readonly DeclaredLanguage[]): Generator<Problem> {
  for (const one of others)
    if (first && isOther(one.language, first.language))
      yield { messageId: 'contradiction', data: { ...dataOf(one, first.language), other: first.by }, at: one.at, key: `target ${one.by}` };
}

function dataOf({ by, language }: DeclaredLanguage, wanted: string): { by: string; said: string; wanted: string } {
  return { by: `${by.charAt(0).toUpperCase()}${by.slice(1)}`, said: shown(language), wanted: shown(wanted) };
}

/** `German (de)`. */
function shown(tag: string): string {
  const language = languageOf(tag);
  return language === undefined ? tag : `${nameOfLanguage(language)} (${tag})`;
}

function isOther(tag: string, other: string): boolean {
  const [own, wanted] = [languageOf(tag), languageOf(other)];
  return own !== undefined && wanted !== undefined && own !== wanted && !isAlike(own, wanted);
}

/** The same language in another script, or in two regions that are both named. */
function isOtherVariant(tag: string, other: string): boolean {
  const [own, wanted] = [scriptOf(tag), scriptOf(other)];
  if (own !== undefined && wanted !== undefined && own !== wanted) return true;
  const [region, asked] = [tag, other].map((one) => /[-_]([A-Za-z]{2}|\d{3})$/.exec(one)?.[1]?.toUpperCase());
  return region !== undefined && asked !== undefined && region !== asked;
}
