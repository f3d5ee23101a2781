import { defineRule, type Rule } from '@preflag/core';
import { languageOf } from '@preflag/readers/language';
import { relatedSource } from '../../../related-source.ts';
import { findLoop, type Repetition } from '../../../repetition/find-loop.ts';
import { translatedSegments, type TranslatedSegment } from '../../../translated-segments.ts';
import { DOUBLED, LONG_DOUBLED, LONG_WORD } from './doubled-words.ts';

/**
 * Finds words and phrases of up to twelve words that follow one another three times and more, as models repeat them, and single words
 * that stand twice. What the source repeats may be repeated, and so may the forms of a plural between `|`. Scripts without spaces are read
 * sign by sign.
 * Does not catch: sentences that return later; doubled words in languages that double
 * words on purpose, as Hindi and Thai do, and short ones in Indonesian and Turkish.
 * Known false alarms: relative pronouns and articles that meet, beyond those that are known.
 */
export const repetitionLoop: Rule<'bitext'> = defineRule({
  id: 'translation/repetition-loop',
  title: 'A word or phrase is repeated again and again',
  severity: 'critical',
  certainty: 'certain',
  reads: 'bitext',
  needs: ['source'],
  why: 'The model was caught in a loop, and what should stand there is often missing.',
  advice: 'Translate the segment anew.',
  messages: {
    loop: "'{{unit}}' stands {{times}} times in a row, which the source does not do",
    double: {
      text: "'{{unit}}' stands twice in a row",
      severity: 'minor',
      certainty: 'likely',
      advice: 'Take one of the two out.',
    },
  },
  *check({ model, looked }) {
    const language = languageOf(model.targetLanguage) ?? '';
    for (const segment of translatedSegments(model)) {
      looked({ segments: 1 });
      const found = findLoop(segment.targetProse);
      if (!found || isForms(found, segment)) continue;
      const { kind, unit, times, offset, length } = found;
      if (kind === 'double' && mayDouble(unit, language)) continue;
      // Speech that goes on in the next line of a subtitle.
      if (kind === 'double' && segment.cue && segment.target.slice(offset, offset + length).includes('\n')) continue;
      const original = findLoop(segment.sourceProse);
      if (original && (kind === 'double' || original.kind === 'loop')) continue;
      // A billion billion is said with a small word between, which makes one more of it: miliardi di miliardi di miliardi di.
      if (times <= 3 && findLoop(segment.sourceProse, 2)) continue;
      yield {
        messageId: kind,
        data: { unit, times },
        at: { kind: 'segment', id: segment.id, offset, length },
        related: relatedSource(model, segment),
      };
    }
  },
});

/** True where the language doubles the word, or may for all that is known. */
function mayDouble(word: string, language: string): boolean {
  if (LONG_DOUBLED.has(language)) return word.length < LONG_WORD;
  return DOUBLED[language]?.has(word.toLowerCase()) ?? true;
}

/** The forms of a plural, as messages of programs have them: `One item|{count} items`. In some languages several are the same. */
function isForms({ offset, length }: Repetition, { source, target }: TranslatedSegment): boolean {
  return source.includes('|') && target.slice(offset, offset + length).includes('|');
}
