import { defineRule, type Problem, type Rule, type Span } from '@preflag/core';
import type { SentenceGap } from '@preflag/readers/sentences';
import { sentenceGaps } from '../../../facts/sentence-gaps.ts';
import { relatedSource } from '../../../related-source.ts';
import { listed, shortened } from '../../../shortened.ts';
import { translatedSegments, type TranslatedSegment } from '../../../translated-segments.ts';

/**
 * Aligns the sentences within paragraphs and messages by their lengths, numbers, names and signs, where two or three may stand for one.
 * Where several could be the one without a partner, all of them are named.
 * Does not catch: a sentence that was lost where another was added; clauses; short sentences beside long ones, which may be
 * part of them; texts that are laid out in columns, such as the help of a command.
 * Known false alarms: translations that say two sentences in a few words. What seems to be added is only a hint: translators explain.
 */
export const sentenceMissing: Rule<'bitext'> = defineRule({
  id: 'translation/sentence-missing',
  title: 'A sentence of the source seems to be missing',
  severity: 'important',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  facts: [sentenceGaps],
  why: 'The reader of the translation does not learn what the sentence says, and cannot know that anything is missing.',
  advice: "Compare the two sentence by sentence, and translate what is missing: '{{expected}}'.",
  messages: {
    missing: "The sentence '{{expected}}' of the source seems to be missing in the translation",
    missingOneOf: {
      text: 'One of {{count}} sentences of the source seems to be missing in the translation: {{candidates}}',
      advice: 'See which of them is missing, and translate it.',
    },
    severalMissing: {
      text: '{{count}} sentences of the source seem to be missing in the translation: {{sentences}}',
      advice: 'Compare the two sentence by sentence, and translate what is missing.',
    },
    added: {
      text: "The source seems to have nothing for the sentence '{{added}}'",
      certainty: 'hint',
      advice: 'Take it out, or see whether it says what another sentence of the source says.',
    },
    addedOneOf: {
      text: 'The source seems to have nothing for one of {{count}} sentences: {{candidates}}',
      certainty: 'hint',
      advice: 'See which of them was added, and take it out.',
    },
    severalAdded: {
      text: 'The source seems to have nothing for {{count}} sentences: {{sentences}}',
      certainty: 'hint',
      advice: 'Take them out, or see whether they say what other sentences of the source say.',
    },
  },
  *check({ model, facts, looked, notChecked }) {
    const { gaps, segments, left } = facts(sentenceGaps);
    if (left === 'limit') notChecked('limit', 'Some texts were left out, since they have too many sentences to align.');
    if (left === 'language') {
      notChecked('language', 'A language is not known, or its sentences cannot be told.');
      return;
    }
    looked({ segments });
    for (const segment of translatedSegments(model)) {
      const { source = [], target = [] } = Object.groupBy(gaps.get(segment.id) ?? [], ({ side }) => side);
      for (const own of [source, target])
        if (own.length > 0) yield { ...problemOf(segment, own), related: relatedSource(model, segment, sourceSpans(own)) };
    }
  },
});

/** What the evidence shows of a sentence, or of each of several: it has room for 300 characters. */
const [LONGEST_WHOLE, LONGEST_OF_SEVERAL] = [300, 140];

/** The sentences of the source that may be missing; or, where one was added, the place where the source has nothing for it. */
function sourceSpans(gaps: readonly SentenceGap[]): readonly Span[] {
  return gaps.flatMap(({ side, candidates, place }) =>
    side === 'source' ? candidates.map(({ offset, text }): Span => [offset, offset + text.length]) : [[place, place]],
  );
}

/** Of gaps on one side. */
function problemOf({ id }: TranslatedSegment, gaps: readonly SentenceGap[]): Problem {
  const isMissing = gaps[0]?.side === 'source';
  const found = gaps.flatMap(({ candidates }) => candidates);
  const [first, last] = [found[0], found.at(-1)];
  const place = first && last && !isMissing && { offset: first.offset, length: last.offset + last.text.length - first.offset };
  const whole = found.map(({ text }) => shortened(text, found.length === 1 ? LONGEST_WHOLE : LONGEST_OF_SEVERAL)).join(' / ');
  return {
    ...said(gaps, isMissing),
    ...(isMissing ? { expected: whole } : { found: whole }),
    at: { kind: 'segment', id, ...place },
    key: `${id} ${gaps.map(({ sentence }) => sentence.text).join(' ')}`,
  };
}

function said(gaps: readonly SentenceGap[], isMissing: boolean): Pick<Problem, 'messageId' | 'data'> {
  const sentences = gaps.map(({ sentence }) => sentence.text);
  const [first = '', ...others] = sentences;
  if (others.length > 0)
    return { messageId: isMissing ? 'severalMissing' : 'severalAdded', data: { count: sentences.length, sentences: listed(sentences) } };
  const candidates = gaps[0]?.candidates.map(({ text }) => text) ?? [];
  if (candidates.length > 1)
    return { messageId: isMissing ? 'missingOneOf' : 'addedOneOf', data: { count: candidates.length, candidates: listed(candidates) } };
  return isMissing
    ? { messageId: 'missing', data: { expected: shortened(first) } }
    : { messageId: 'added', data: { added: shortened(first) } };
}
