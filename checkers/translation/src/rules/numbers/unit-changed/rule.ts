import { defineRule, type Rule } from '@preflag/core';
import { compareMeasures } from '../../../numbers/compare-measures.ts';
import { relatedSource } from '../../../related-source.ts';
import { translatedSegments } from '../../../translated-segments.ts';

/**
 * Compares the unit beside each number: lengths, weights, volumes, temperatures, speeds, data and spans of time in the words that CLDR has
 * for them, and some fifty signs of the SI and of trade.
 * Does not catch: units in words that CLDR does not have, or in a case that hides their stem; a unit converted with a wrong factor
 * (translation/number-changed says that the number differs); prefixes in words (thousand, Mio.);
 * texts with more than 200 of them.
 * Known false alarms: words that stand for a unit beside others, such as abbreviations of a trade.
 */
export const unitChanged: Rule<'bitext'> = defineRule({
  id: 'translation/unit-changed',
  title: 'The unit of a number differs between source and translation, or is gone',
  severity: 'critical',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  why: 'The same number in another unit is another amount: a dose, a distance, a deadline.',
  advice: 'Keep the unit of the source, or convert the number along with it.',
  messages: {
    changed: "The translation says '{{found}}' where the source has '{{expected}}': the number is the same, and the unit is another",
    lost: { text: "'{{found}}' has no unit, where the source has '{{expected}}'", severity: 'important' },
  },
  *check({ model, looked, notChecked }) {
    for (const segment of translatedSegments(model)) {
      const target = { text: segment.targetProse, language: segment.language ?? model.targetLanguage };
      const gaps = compareMeasures({ text: segment.sourceProse, language: model.sourceLanguage }, target, 'unit');
      if (!gaps) {
        notChecked('language', 'The units of one of the two languages are not known, or the language is not.');
        continue;
      }
      looked({ segments: 1 });
      for (const { kind, expected, found, offset } of gaps)
        yield {
          messageId: kind,
          data: { expected, found },
          at: { kind: 'segment', id: segment.id, offset, length: found.length },
          related: relatedSource(model, segment),
        };
    }
  },
});
