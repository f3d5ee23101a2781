import { defineRule, type Problem, type Rule } from '@preflag/core';
import { languageOf } from '@preflag/readers/language';
import { foreignSignsOf, type ForeignSign } from '../../../punctuation/signs-of.ts';
import { relatedSource } from '../../../related-source.ts';
import { translatedSegments, type TranslatedSegment } from '../../../translated-segments.ts';

/** So many times as many texts with the language's own sign make the others a slip. */
const USUAL = 3;

/**
 * Finds signs that the language of the translation writes otherwise: half-width ones in Chinese and Japanese, Latin ones in Arabic, Persian,
 * Urdu, Greek, Armenian and the languages that end a sentence with a danda, questions without ¿ in Spanish, and full-width ones in
 * alphabets. Each sign is told once in a file.
 * Does not catch: spaces before signs in French; signs between letters of another script; languages that write both ways.
 * Known false alarms: what is written as in a program: these are hints where the file does it throughout.
 */
export const foreignPunctuation: Rule<'bitext'> = defineRule({
  id: 'translation/foreign-punctuation',
  title: 'A sign is written as another language writes it',
  severity: 'minor',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  why: 'It looks wrong to everyone who reads the language, and tells that nobody has.',
  advice: "Write '{{expected}}'.",
  messages: {
    slip: "'{{found}}' stands where the language writes '{{expected}}', in {{texts}}; {{own}} have '{{expected}}'",
    habit: { text: "'{{found}}' stands where the language writes '{{expected}}', in {{texts}}, this one first", certainty: 'hint' },
    opening: {
      text: "A sentence ends with '{{found}}' and does not begin with '{{expected}}', in {{texts}}, this one first",
      certainty: 'hint',
    },
    openingSlip: "A sentence ends with '{{found}}' and does not begin with '{{expected}}', in {{texts}}; {{own}} have '{{expected}}'",
  },
  *check({ model, looked, notChecked }) {
    const language = languageOf(model.targetLanguage);
    if (language === undefined) {
      notChecked('language', 'The language of the translation is not known, and languages write signs differently.');
      return;
    }
    const segments = translatedSegments(model).filter((segment) => segment.language === undefined);
    looked({ segments: segments.length });
    for (const sign of foreignSignsOf(language)) {
      const hits = segments.flatMap((segment) => hitIn(segment, sign));
      const [first] = hits;
      if (first) yield { ...problemOf(first, hits.length, segments, sign), related: relatedSource(model, first.segment) };
    }
  },
});

interface Hit {
  readonly segment: TranslatedSegment;
  readonly offset: number;
}

function hitIn(segment: TranslatedSegment, { foreign }: ForeignSign): Hit[] {
  const found = foreign.exec(segment.targetProse);
  return found ? [{ segment, offset: found.index }] : [];
}

function problemOf({ segment, offset }: Hit, count: number, segments: readonly TranslatedSegment[], sign: ForeignSign): Problem {
  const { found, expected } = sign;
  const own = segments.filter(({ targetProse }) => sign.own.test(targetProse)).length;
  const isOpening = expected === '¿' || expected === '¡';
  const isSlip = own >= USUAL * count;
  return {
    messageId: isOpening ? (isSlip ? 'openingSlip' : 'opening') : isSlip ? 'slip' : 'habit',
    data: { found, expected, texts: count === 1 ? 'one text' : `${count} texts`, own },
    at: { kind: 'segment', id: segment.id, offset, length: found.length },
    key: `sign ${found}`,
  };
}
