import { defineRule, type Rule } from '@preflag/core';
import { isAlike, languageOf, scriptOf } from '@preflag/readers/language';
import type { Segment } from '@preflag/readers';
import { identifiedLanguages } from '../../../facts/identified-languages.ts';
import { toldTexts } from '../../../facts/told-texts.ts';
import { isEnglishLabel } from '../../../language/english-labels.ts';
import { nameOfLanguage } from '../../../language/name-of-language.ts';
import { commonWords, isCall, isReference, plainTexts, type PlainTexts } from '../../../language/translatable.ts';
import { hasScript, isOtherScript } from '../../../language/other-script.ts';
import { relatedSource } from '../../../related-source.ts';

const [LEAST_WORDS, SURE_WORDS] = [4, 6];
/** Where most of a file is in a script that the text has no letter of. */
const LEAST_OTHER_WORDS = 3;
/** In lists, the names of commands and settings stand as they are. */
const LABELS: ReadonlySet<Segment['role']> = new Set(['other', 'heading', 'tableCell']);

/**
 * Names, numbers, addresses, code, references and terms that the job keeps are no sign of anything; nor is a text that the source has in the
 * target's language already; nor is how a command is called. Of up to three words, those of labels, headings and table cells are known that all
 * languages translate (Cancel, Save changes, Next week), where the source is English.
 * Does not catch: other short segments, and clauses within a segment; a wrong third language.
 * Known false alarms: titles and quotations that are kept in the original on purpose; those of up to five words are only likely.
 */
export const untranslatedSegment: Rule<'bitext'> = defineRule({
  id: 'translation/untranslated-segment',
  title: 'A segment was not translated',
  severity: 'critical',
  certainty: 'certain',
  reads: 'bitext',
  needs: ['source'],
  facts: [identifiedLanguages, toldTexts],
  why: 'The reader of the translation does not understand it, and sees that nobody has read it.',
  advice: 'Translate the segment.',
  messages: {
    identical: "'{{found}}' was not translated: it is the text of the source",
    short: { text: "'{{found}}' seems not to be translated: it is the text of the source", certainty: 'likely', severity: 'important' },
    label: {
      text: "'{{found}}' seems not to be translated: it is English, and the text of the source",
      certainty: 'likely',
      severity: 'important',
    },
    script: "'{{found}}' has no letter of the script in which {{language}} is written",
    language: { text: "'{{found}}' seems to be in {{language}} still, the language of the source", certainty: 'likely' },
  },
  *check({ model, facts, deliverable, looked, notChecked }) {
    const [from, to] = [languageOf(model.sourceLanguage), languageOf(model.targetLanguage)];
    if (from !== undefined && from === to) {
      notChecked('language', 'The source and the translation are in the same language.');
      return;
    }
    if (to === undefined)
      notChecked('language', 'The language of the translation is not known; only texts equal to the source were looked for.');
    const [known, told] = [facts(identifiedLanguages), facts(toldTexts)];
    const keep = deliverable?.doNotTranslate ?? [];
    const script = scriptOf(model.targetLanguage);
    const leastWords = isMostlyIn(script, model.segments) ? LEAST_OTHER_WORDS : LEAST_WORDS;
    for (const segment of model.segments) {
      const { source, target, role, id } = segment;
      if (source === undefined || target === undefined || role === 'code') continue;
      looked({ segments: 1 });
      const texts = (keep.length === 0 ? told.get(id) : undefined) ?? plainTexts(segment, keep);
      const messageId = isReference(target, id)
        ? undefined
        : verdictOf(segment, texts, { from, to, script, identified: known.get(id), leastWords });
      if (messageId === undefined) continue;
      yield {
        messageId,
        data: { found: target, language: nameOfLanguage(messageId === 'script' ? to : from) },
        at: { kind: 'segment', id },
        related: relatedSource(model, segment),
        group: 'untranslated',
      };
    }
  },
});

interface Known {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly script: string | undefined;
  readonly identified: 'source' | 'target' | undefined;
  readonly leastWords: number;
}

function verdictOf(
  { source = '', sourceProse, target = '', targetProse, role }: Segment,
  { source: original, target: plain }: PlainTexts,
  { from, to, script, identified, leastWords }: Known,
): 'identical' | 'short' | 'label' | 'script' | 'language' | undefined {
  const words = commonWords(plain);
  if (isCopy(plain, original)) {
    // What the source has in the target's language or script already stays as it is.
    if (identified === 'target' || (script !== undefined && script !== 'Latn' && hasScript(plain, script))) return undefined;
    if (countWords(plain) < leastWords) {
      const isLabel = LABELS.has(role) && (from ?? 'en') === 'en' && to !== undefined && isEnglishLabel(plain, to);
      return isLabel ? 'label' : undefined;
    }
    // Of how a command is called, what the user puts in is translated, or nothing.
    const isShown = isCall(sourceProse ?? source);
    if (isShown && (words.length < SURE_WORDS || folded(targetProse ?? target) !== folded(sourceProse ?? source))) return undefined;
    const isQuotation = /^["“„«「『].*["”“»」』][.,]?$/su.test(plain);
    // A translation into a language that nobody named may be into that of the source.
    if (to !== undefined && words.length >= SURE_WORDS - 2 && countWords(plain) >= SURE_WORDS && !isQuotation) return 'identical';
    return words.length >= 2 ? 'short' : undefined;
  }
  if (script !== undefined && isOtherScript(plain, script) && words.length >= 3) return 'script';
  if (script !== undefined && hasScript(plain, script)) return undefined;
  return identified === 'source' && from !== undefined && to !== undefined && !isAlike(from, to) && words.length >= SURE_WORDS
    ? 'language'
    : undefined;
}

/** True for a file of which nearly all texts are in a script other than the Latin one. */
function isMostlyIn(script: string | undefined, segments: readonly Segment[]): boolean {
  if (script === undefined || script === 'Latn') return false;
  const texts = segments.flatMap(({ target, role }) =>
    target !== undefined && role !== 'code' && /\p{L}{2}/u.test(target) ? [target] : [],
  );
  return texts.length >= FEWEST && texts.filter((text) => hasScript(text, script)).length >= texts.length * MOSTLY;
}

const [FEWEST, MOSTLY] = [10, 0.8];

/** The same text; or a longer one that stands in the source as it is, where the alignment joined it with its neighbour. */
function isCopy(plain: string, original: string): boolean {
  const [copy, text] = [folded(plain), folded(original)];
  return copy === text || (text.includes(copy) && countWords(plain) >= 2 * SURE_WORDS);
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim();
}

let segmenter: Intl.Segmenter | undefined;

function countWords(text: string): number {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  let count = 0;
  for (const { isWordLike, segment } of segmenter.segment(text)) count += Number(isWordLike === true && /\p{L}/u.test(segment));
  return count;
}
