import { defineRule, type Rule } from '@preflag/core';
import type { Segment } from '@preflag/readers';
import { relatedSource } from '../../../related-source.ts';

/**
 * Compares translations with the length that the file itself allows: `maxwidth` in characters or bytes and `maxbytes` (xliff 1.2),
 * `sizeRestriction` (2.x). Inline codes do not count.
 * Does not catch: lengths in pixels, which depend on the font and are said to be not checked; limits that stand in a note, or in the brief.
 * Known false alarms: a limit that the source breaks as well is no good one, so it is only likely there.
 */
export const tooLong: Rule<'bitext'> = defineRule({
  id: 'translation/too-long',
  title: 'A translation is longer than its file allows',
  severity: 'important',
  certainty: 'certain',
  reads: 'bitext',
  why: 'The text is cut off where it is shown, or the program refuses it.',
  advice: 'Shorten the translation to {{most}} {{unit}}.',
  messages: {
    long: "'{{text}}' has {{length}} {{unit}}, and the file allows {{most}}",
    both: { text: "'{{text}}' has {{length}} {{unit}}, and the file allows {{most}}; the source is too long too", certainty: 'likely' },
  },
  *check({ model, looked, notChecked }) {
    for (const segment of model.segments) {
      const { id, limit, target, targetProse, source, sourceProse } = segment;
      if (!limit || target === undefined) continue;
      if (limit.unit === 'pixels') {
        notChecked('format', 'The file limits texts in pixels, whose number depends on the font: look at them where they are shown.');
        continue;
      }
      looked({ segments: 1 });
      const length = lengthOf(targetProse ?? target, limit.unit);
      if (length <= limit.max) continue;
      const isSourceLong = source !== undefined && lengthOf(sourceProse ?? source, limit.unit) > limit.max;
      yield {
        messageId: isSourceLong ? 'both' : 'long',
        data: { text: target, length, most: limit.max, unit: limit.unit },
        at: { kind: 'segment', id },
        related: relatedSource(model, segment),
      };
    }
  },
});

function lengthOf(prose: string, unit: NonNullable<Segment['limit']>['unit']): number {
  const plain = prose.replaceAll('\uFFFC', '');
  return unit === 'bytes' ? new TextEncoder().encode(plain).length : Array.from(plain).length;
}
