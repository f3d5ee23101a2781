import { defineRule, type Rule } from '@preflag/core';
import { languageOf, lengthDeviation, lengthModel, weightOf } from '@preflag/readers/language';
import { OPEN_ENDS } from '../../../presence/open-ends.ts';
import { textEnd, type End } from '../../../punctuation/text-end.ts';
import { relatedSource } from '../../../related-source.ts';
import { translatedSegments } from '../../../translated-segments.ts';

const WHOLE: ReadonlySet<End> = new Set(['stop', 'question', 'exclamation', 'ellipsis']);
/** Standard deviations of the length, for a text that ends without a sign. */
const SHORT = -2;
const LEAST_WEIGHT = 30;

/**
 * Looks where the source ends as a sentence and the translation does not: behind a comma, an open bracket or a hyphen, behind a word that
 * ends no sentence (seventeen languages), or much shorter than usual.
 * Does not catch: texts that were cut at the end of a sentence (see translation/sentence-missing); cut words in texts that are long enough.
 * Known false alarms: headings and list items that leave the full stop away and are short besides.
 */
export const cutOff: Rule<'bitext'> = defineRule({
  id: 'translation/cut-off',
  title: 'A translation breaks off',
  severity: 'critical',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  why: 'The rest of the text is missing, as when a model reaches its limit.',
  advice: 'Translate the rest.',
  messages: {
    open: "The translation breaks off behind '{{found}}'; the source is a whole sentence",
    short: { text: "The translation ends without a sign behind '{{found}}', and is shorter than usual", certainty: 'hint' },
  },
  *check({ model, looked, notChecked }) {
    const [from, to] = [languageOf(model.sourceLanguage), languageOf(model.targetLanguage)];
    if (to === undefined) notChecked('language', 'The language of the translation is not known, and with it how its sentences end.');
    if (to === undefined) return;
    const usual = lengthModel(model.sourceLanguage, model.targetLanguage);
    for (const segment of translatedSegments(model)) {
      const { id, source, target } = segment;
      if (segment.language !== undefined || segment.cue !== undefined || weightOf(source) < LEAST_WEIGHT) continue;
      looked({ segments: 1 });
      if (!WHOLE.has(textEnd(source, from).end)) continue;
      const tail = target.trimEnd().slice(-60).split(/\s/).at(-1) ?? '';
      const isOpen = isOpenEnd(tail, to);
      const isShort =
        textEnd(target, to).end === 'none' &&
        !['th', 'lo', 'km'].includes(to) &&
        lengthDeviation(weightOf(source), weightOf(target), usual) < SHORT;
      if (!isOpen && !isShort) continue;
      yield {
        messageId: isOpen ? 'open' : 'short',
        data: { found: tail },
        at: { kind: 'segment', id, offset: target.trimEnd().length - tail.length, length: tail.length },
        related: relatedSource(model, segment),
        group: 'cut-off',
      };
    }
  },
});

function isOpenEnd(tail: string, language: string): boolean {
  return (
    /[\p{L}\p{N}\p{M}](?:[,，、(（[]|[-‐])$/u.test(tail) || /^[(（[]/u.test(tail.slice(-1)) || (OPEN_ENDS[language]?.has(tail) ?? false)
  );
}
