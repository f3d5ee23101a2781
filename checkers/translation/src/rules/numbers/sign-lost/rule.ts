import { defineRule, type Problem, type Rule } from '@preflag/core';
import { compareMeasures } from '../../../numbers/compare-measures.ts';
import { CURRENCIES, PERCENT, type NumberSign } from '../../../numbers/signs.ts';
import { relatedSource } from '../../../related-source.ts';
import { translatedSegments, type TranslatedSegment } from '../../../translated-segments.ts';

/**
 * Looks for what stands beside numbers in the source: percent signs, as signs or written out in some twenty languages; and sixty
 * currencies, by their codes, signs and the names that CLDR has for them. $ and the dollar are of any country, and so on.
 * Does not catch: units (translation/unit-changed); a currency that is converted along with its number, or is of another country of the
 * same name; the loss of a currency other than €, $ and £.
 * Known false alarms: percentages that are written as fractions or left to a table's heading.
 */
export const signLost: Rule<'bitext'> = defineRule({
  id: 'translation/sign-lost',
  title: 'A percent sign or a currency was lost or changed',
  severity: 'important',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  why: 'The figure means something else.',
  advice: 'Write what the source has.',
  messages: {
    percent: "The source has a number with '%', and the translation has no percentage",
    currency: "The source has '{{expected}}', and the translation '{{found}}': another currency",
    amount: { text: "The source has an amount in '{{expected}}', and the translation names no currency", certainty: 'hint' },
  },
  *check({ model, looked }) {
    for (const segment of translatedSegments(model)) {
      looked({ segments: 1 });
      const language = segment.language ?? model.targetLanguage;
      for (const problem of lossesOf(segment, model.sourceLanguage, language)) yield { ...problem, related: relatedSource(model, segment) };
    }
  },
});

function* lossesOf(segment: TranslatedSegment, from: string | undefined, to: string | undefined): Generator<Problem> {
  const { id, sourceProse: source, targetProse: target } = segment;
  // Where the number itself is gone, another rule says so.
  if (!/\p{N}/u.test(target)) return;
  const at = { kind: 'segment', id } as const;
  const isLost = ({ beside, any }: NumberSign): boolean => beside.test(source) && !any.test(target);
  if (isLost(PERCENT)) yield { messageId: 'percent', at };
  const changed = (compareMeasures({ text: source, language: from }, { text: target, language: to }, 'currency') ?? []).filter(
    ({ kind }) => kind === 'changed',
  );
  for (const { expected, found, offset } of changed)
    yield { messageId: 'currency', data: { expected, found }, at: { ...at, offset, length: found.length } };
  if (changed.length === 0) for (const { name } of CURRENCIES.filter(isLost)) yield { messageId: 'amount', data: { expected: name }, at };
}
