import { defineRule, type Rule } from '@preflag/core';
import { captions } from '../../../facts/captions.ts';

const LEAST_CAPTIONS = 2;
/** Narrower or lower pictures are signs and logos; in points. */
const SMALLEST = 60;

/**
 * Pictures without a caption next to them, where most others have one. Pictures inside of a paragraph's text, small ones, and those marked
 * as decoration are no figures.
 * Does not catch: documents without captions. Known false alarms: several pictures over one caption, hence a hint.
 */
export const figureCaptionMissing: Rule<'document'> = defineRule({
  id: 'report-structure/figure-caption-missing',
  title: 'A figure has no caption, and others have one',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  facts: [captions],
  why: 'The reader cannot tell what the figure shows, and nothing can refer to it.',
  advice: 'Give the figure a caption like the others.',
  messages: { none: 'The figure has no caption; {{count}} others have one' },
  *check({ model, facts, looked, notChecked }) {
    const { images } = model.parts;
    const all = facts(captions);
    if (!images || !all) {
      notChecked('format', 'The format does not tell pictures and captions.');
      return;
    }
    const own = new Set(all.filter(({ kind }) => kind === 'figure' || kind === 'other').map(({ block }) => block));
    const isText = (block: number): boolean => (model.blocks[block]?.text ?? '').replaceAll('\uFFFC', '').trim() !== '' && !own.has(block);
    const figures = images.filter(
      ({ block, alt, width = SMALLEST, height = SMALLEST }) => alt !== '' && width >= SMALLEST && height >= SMALLEST && !isText(block),
    );
    looked({ figures: figures.length });
    const blocks = new Set(figures.map(({ block }) => block));
    const bare = [...blocks].filter((block) => ![block - 1, block, block + 1].some((near) => own.has(near)));
    const count = blocks.size - bare.length;
    if (count < LEAST_CAPTIONS || count <= bare.length) return;
    for (const block of bare) {
      const place = model.blocks[block];
      if (place) yield { messageId: 'none', data: { count }, at: model.locate(place), group: 'caption' };
    }
  },
});
