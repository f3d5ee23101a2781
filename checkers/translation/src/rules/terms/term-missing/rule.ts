import { defineRule, type DataFile, type Problem, type Rule } from '@preflag/core';
import type { Table } from '@preflag/readers';
import { glossaryRows } from '../../../facts/glossary-rows.ts';
import { languageOf } from '@preflag/readers/language';
import { relatedSource } from '../../../related-source.ts';
import { findTerm, hasTermIn } from '../../../terms/find-term.ts';
import { readGlossary, type Term } from '../../../terms/glossary.ts';
import { TermIndex } from '../../../terms/term-index.ts';
import { translatedSegments, type TranslatedSegment } from '../../../translated-segments.ts';

/**
 * Where the source has a term of the job's glossary, the translation must have one of its translations, and none that is forbidden.
 * Words are compared by their beginnings and within compounds, so that inflection does not matter; of terms within one another in the
 * source the longest counts.
 * Does not catch: a term that stands elsewhere in the segment; glossaries that are no csv.
 * Known false alarms: words whose inflection changes their beginning; pronouns in place of a term.
 */
export const termMissing: Rule<'bitext', unknown, string> = defineRule<'bitext', unknown, string>({
  id: 'translation/term-missing',
  title: 'A term is not translated as the glossary says',
  severity: 'important',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source', 'data'],
  facts: [glossaryRows],
  demands: ['glossary'],
  why: 'Readers take two words for two things, and the client has settled which one it is.',
  advice: 'Use the term of the glossary, or say why not.',
  messages: {
    missing: "The glossary translates '{{term}}' as '{{expected}}', which the translation does not have",
    forbidden: "The glossary forbids '{{found}}' for '{{term}}'",
  },
  asks: ({ glossary }) => glossary,
  *check({ model, asked, data, looked, notChecked }) {
    const languages = { source: languageOf(model.sourceLanguage), target: languageOf(model.targetLanguage) };
    const terms = termsOf(data.get(asked), languages, (text) => notChecked('no-data', `${asked}: ${text}`));
    if (!terms) return;
    const index = new TermIndex(terms);
    for (const segment of translatedSegments(model)) {
      looked({ segments: 1 });
      const related = relatedSource(model, segment);
      for (const problem of problemsOf(segment, index.candidates(segment.sourceProse))) yield { ...problem, related };
    }
  },
});

function termsOf(
  file: DataFile | undefined,
  languages: { readonly source: string | undefined; readonly target: string | undefined },
  sayUnread: (text: string) => void,
): readonly Term[] | undefined {
  if (!file || 'unread' in file) {
    sayUnread(file?.unread ?? 'The glossary is not there.');
    return undefined;
  }
  if (!isTable(file.model)) {
    sayUnread('The glossary must be a csv with the columns source and target.');
    return undefined;
  }
  return readGlossary(file.model.header, file.facts(glossaryRows), languages);
}

function isTable(model: { readonly kind: string }): model is Table {
  return model.kind === 'table';
}

function* problemsOf({ id, sourceProse, targetProse }: TranslatedSegment, terms: readonly Term[]): Generator<Problem> {
  let rest = sourceProse;
  for (const { source: term, targets, forbidden } of terms) {
    const place = findTerm(rest, term);
    if (!place) continue;
    rest = rest.slice(0, place.offset) + ' '.repeat(place.length) + rest.slice(place.offset + place.length);
    const key = `${id} ${term}`;
    for (const word of forbidden) {
      const found = findTerm(targetProse, word);
      if (!found) continue;
      const text = targetProse.slice(found.offset, found.offset + found.length);
      yield { messageId: 'forbidden', data: { found: text, term }, at: { kind: 'segment', id, ...found }, key };
    }
    if (targets.length > 0 && !targets.some((target) => hasTermIn(targetProse, target)))
      yield { messageId: 'missing', data: { term, expected: targets.join("' or '") }, at: { kind: 'segment', id }, key };
  }
}
