import { defineRule, type Rule } from '@preflag/core';
import { findPlaceholders } from '../../../placeholders/find-placeholders.ts';
import { textEnd } from '../../../punctuation/text-end.ts';
import { relatedSource } from '../../../related-source.ts';
import { isInterfaceText, translatedSegments, type TranslatedSegment } from '../../../translated-segments.ts';

/** So many labels, of which so large a share begin with a capital, tell that a file does. */
const LEAST_LABELS = 40;
const USUAL_SHARE = 0.97;

/** The first word, behind quotes and brackets; not behind an apostrophe ('s morgens) or three points. */
const FIRST_WORD = /^[\s"“”„«»‹›([{¿¡*_—–-]{0,8}([\p{L}\p{M}]+)/u;

/** Single words may be units, which stand behind a number. */
const IN_WORDS = /\p{L}\P{L}+\p{L}/u;

/**
 * Compares the first letter of sentences: small in the translation, a capital in the source, or a source in a script without capitals. In
 * files of messages, labels too, where nearly all others of the file begin with a capital as their source does.
 * Does not catch: small letters within the text, such as nouns of German; labels of files that set them in several ways; headings.
 * Known false alarms: sentences that go on after a heading or a list's lead; names that begin small.
 */
export const sentenceCase: Rule<'bitext'> = defineRule({
  id: 'translation/sentence-case',
  title: 'A sentence begins with a small letter',
  severity: 'minor',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  why: 'A reader takes it for carelessness, or for a sentence that was cut off.',
  advice: 'Begin the sentence with a capital letter.',
  messages: {
    lower: "The sentence begins with '{{found}}', in small letters, unlike in the source",
    label: {
      text: "The text begins with '{{found}}', in small letters, unlike in the source; {{others}} other texts of the file begin with a capital",
      advice: 'Begin it with a capital letter, as the others do.',
    },
  },
  *check({ model, looked }) {
    const segments = translatedSegments(model);
    const labels = usualLabels(segments);
    for (const segment of segments) {
      looked({ segments: 1 });
      const { id } = segment;
      const [sourceProse, targetProse] = [withoutPlaceholders(segment.sourceProse), withoutPlaceholders(segment.targetProse)];
      const [own, other] = [FIRST_WORD.exec(targetProse), FIRST_WORD.exec(sourceProse)];
      const [word = '', first = ''] = [own?.[1], other?.[1]];
      if (!own || !/^\p{Ll}+$/u.test(word) || /^\p{Ll}/u.test(first) || first === '') continue;
      if (isCaseless(targetProse)) continue;
      // A capital where there are any, and a sentence on both sides.
      const isLower = isSentence(sourceProse) && isSentence(targetProse);
      const mayBeSmall = (): boolean =>
        labels === undefined || !isLabel(segment) || !IN_WORDS.test(targetProse) || sourceProse.toLowerCase().includes(word);
      if (!isLower && mayBeSmall()) continue;
      yield {
        messageId: isLower ? 'lower' : 'label',
        data: { found: word, ...(!isLower && { others: labels ?? 0 }) },
        at: { kind: 'segment', id, offset: own[0].length - word.length, length: word.length },
        related: relatedSource(model, segment),
      };
    }
  },
});

/** How many labels begin with a capital on both sides, in a file that writes nearly all of them so. */
function usualLabels(segments: readonly TranslatedSegment[]): number | undefined {
  const own = segments.filter(isLabel).flatMap(({ targetProse }) => FIRST_WORD.exec(targetProse)?.[1] ?? []);
  const cased = own.filter((word) => /^[\p{Lu}\p{Ll}]/u.test(word));
  const capitals = cased.filter((word) => /^\p{Lu}/u.test(word)).length;
  return cased.length >= LEAST_LABELS && capitals >= USUAL_SHARE * cased.length ? capitals : undefined;
}

/** A text of a program whose source begins with a word that has its first letter alone in capitals. */
function isLabel(segment: TranslatedSegment): boolean {
  return (
    isInterfaceText(segment) && segment.alignment === 'exact' && segment.cue === undefined && /^\p{Lu}\p{Ll}/u.test(segment.sourceProse)
  );
}

/** With placeholders blanked by U+FFFC, the same offsets: what is put in for them begins as it does. */
function withoutPlaceholders(text: string): string {
  let plain = text;
  for (const { offset, text: found } of findPlaceholders(text))
    plain = plain.slice(0, offset) + '\uFFFC'.repeat(found.length) + plain.slice(offset + found.length);
  return plain;
}

/** In Japanese, Korean and the like a sentence may begin with a word of programs in Latin letters. */
function isCaseless(text: string): boolean {
  return /\p{Lo}/u.test(text.replace(/[ªº]/g, ''));
}

function isSentence(text: string): boolean {
  return ['stop', 'question', 'exclamation'].includes(textEnd(text, undefined).end);
}
