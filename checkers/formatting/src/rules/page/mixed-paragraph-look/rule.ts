import { defineRule, type Rule } from '@preflag/core';
import type { ParagraphLook } from '@preflag/readers';
import { byVariant, minorities } from '../../../minority.ts';
import { partOf } from '../../../part-of.ts';
import type { Hit } from '../../../text-hits.ts';

/** Units of text from which a paragraph is one of the body: captions and addresses are shorter. */
const SHORTEST = 120;

/** What is compared, and how it is said. */
const TRAITS = [
  { trait: 'aligned', nameOf: ({ alignment }: ParagraphLook) => (alignment === 'justify' ? 'on both sides' : `to the ${alignment}`) },
  {
    trait: 'set with a line spacing',
    nameOf: ({ lineSpacing }: ParagraphLook) =>
      lineSpacing === undefined ? 'of a fixed height' : `of ${lineSpacing.toFixed(2).replace(/0$/, '')}`,
  },
] as const;

/**
 * Looks at long paragraphs of the body. What less than a tenth of them do is a quotation or a box.
 * Does not catch: space before and after, and indents. Known false alarms: bibliographies and quotations that are set in their own way.
 */
export const mixedParagraphLook: Rule<'document'> = defineRule({
  id: 'formatting/mixed-paragraph-look',
  title: 'Paragraphs of the body are set in several ways',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  why: 'It shows which parts were pasted from elsewhere.',
  advice: 'Give all paragraphs of the body the same style, and clear what was set by hand.',
  messages: { mixed: '{{count}} paragraphs are {{trait}} {{other}}, and {{usualCount}} {{usual}}' },
  *check(context) {
    const { model, looked } = context;
    const looks = partOf(context, 'paragraphs', 'how its paragraphs look');
    if (!looks) return;
    looked({ paragraphs: model.blocks.length });
    const body = looks.flatMap((look) =>
      model.blocks
        .slice(look.first, look.last + 1)
        .filter(({ type, text, quoted }) => type === 'paragraph' && !quoted && text.length >= SHORTEST)
        .map((block): Hit & { readonly look: ParagraphLook } => ({ block, offset: 0, found: '', look })),
    );
    for (const { trait, nameOf } of TRAITS) {
      for (const { hits, ...minority } of minorities(byVariant(body, ({ look }) => nameOf(look)))) {
        const data = { trait, ...minority, count: hits.length };
        yield { messageId: 'mixed', data, at: model.locate(hits[0].block), key: `${trait} ${minority.other}` };
      }
    }
  },
});
