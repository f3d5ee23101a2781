import { defineRule, type Rule } from '@preflag/core';
import { findPlaceholders } from '../../../placeholders/find-placeholders.ts';
import { textEnd } from '../../../punctuation/text-end.ts';
import { relatedSource } from '../../../related-source.ts';
import { translatedSegments } from '../../../translated-segments.ts';

/** The first word, behind quotes and brackets; not behind an apostrophe ('s morgens) or three points. */
const FIRST_WORD = /^[\s"“”„«»‹›([{¿¡*_—–-]{0,8}([\p{L}\p{M}]+)/u;

/**
 * Compares the first letter of sentences: small in the translation, a capital in the source, or a source in a script without capitals.
 * Does not catch: small letters within the text, such as nouns of German; labels and headings, which each language sets in its own way.
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
  messages: { lower: "The sentence begins with '{{found}}', in small letters, unlike in the source" },
  *check({ model, looked }) {
    for (const segment of translatedSegments(model)) {
      looked({ segments: 1 });
      const { id } = segment;
      const [sourceProse, targetProse] = [withoutPlaceholders(segment.sourceProse), withoutPlaceholders(segment.targetProse)];
      const [own, other] = [FIRST_WORD.exec(targetProse), FIRST_WORD.exec(sourceProse)];
      const [word = '', first = ''] = [own?.[1], other?.[1]];
      if (!own || !/^\p{Ll}+$/u.test(word) || /^\p{Ll}/u.test(first) || first === '') continue;
      if (isCaseless(targetProse)) continue;
      // A capital where there are any, and a sentence on both sides.
      if (!isSentence(sourceProse) || !isSentence(targetProse)) continue;
      yield {
        messageId: 'lower',
        data: { found: word },
        at: { kind: 'segment', id, offset: own[0].length - word.length, length: word.length },
        related: relatedSource(model, segment),
      };
    }
  },
});

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
