import { defineRule, type Rule } from '@preflag/core';
import { relatedSource } from '../../../related-source.ts';
import { numberGaps } from '../../../facts/number-gaps.ts';
import type { WrittenNumber } from '../../../numbers/find-numbers.ts';

/**
 * Compares numbers written in digits of any script: separators, scale words, clocks, months, Roman numerals, centuries and small numbers
 * in words are taken for the same where they may be.
 * Does not catch: numbers in words that changed; a number that changed where the text has the new one too; units.
 * Known false alarms: measures and currencies that were converted; years of other calendars than the Thai one.
 */
export const numberChanged: Rule<'bitext'> = defineRule({
  id: 'translation/number-changed',
  title: 'A number differs between source and translation',
  severity: 'critical',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  facts: [numberGaps],
  why: 'A reader who acts on the translated figure acts on a wrong one.',
  advice: 'Put the number of the source into the translation: {{expected}}.',
  messages: {
    changed: 'The translation says {{found}} where the source says {{expected}}',
    missing: { text: 'The number {{expected}} of the source is not in the translation', severity: 'important', certainty: 'hint' },
  },
  *check({ model, facts, looked }) {
    const { segments, gaps } = facts(numberGaps);
    looked({ segments });
    for (const { segment, missing, extra } of gaps) {
      const related = relatedSource(model, segment);
      const open = [...extra];
      for (const number of missing) {
        const other = takeNearest(number, open);
        const expected = number.text;
        if (other)
          yield {
            messageId: 'changed',
            data: { found: other.text, expected },
            at: { kind: 'segment', id: segment.id, offset: other.offset, length: other.text.length },
            related,
          };
        else yield { messageId: 'missing', data: { expected }, at: { kind: 'segment', id: segment.id }, related };
      }
    }
  },
});

/** Takes the number that most likely came in its place: as long, and with as many digits the same. */
function takeNearest({ text }: WrittenNumber, open: WrittenNumber[]): WrittenNumber | undefined {
  const distance = (other: string): number =>
    Math.abs(other.length - text.length) * 2 + Array.from(other).filter((digit, index) => digit !== text[index]).length;
  const best = open.toSorted((a, b) => distance(a.text) - distance(b.text))[0];
  if (best) open.splice(open.indexOf(best), 1);
  return best;
}
