import { defineRule, type Rule } from '@preflag/core';
import { noteUnknownLanguage, textLanguage } from '@preflag/readers/language';
import { captions } from '../../../facts/captions.ts';
import { mentionsIn } from '../unresolved-reference/mentions.ts';

/** Where nothing is referred to, that is the habit of the text. */
const LEAST_REFERENCED = 1;

const LANGUAGES = ['en', 'de', 'zh'];

/**
 * Figures and tables with a number that the text never names, where it names others.
 * Does not catch: texts that refer to none.
 * Known false alarms: references in other words (`the map on the next page`), hence a hint.
 */
export const captionNeverReferenced: Rule<'document'> = defineRule({
  id: 'report-structure/caption-never-referenced',
  title: 'The text never refers to a figure or table',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  facts: [captions, textLanguage],
  languages: LANGUAGES,
  why: 'The reader is not told what it shows and when to look at it.',
  advice: 'Refer to it where the text speaks of it, or take it out.',
  messages: { unused: 'The text never refers to {{kind}} {{number}}' },
  *check(context) {
    const { model, facts, looked, notChecked } = context;
    noteUnknownLanguage(context, LANGUAGES);
    const all = facts(captions);
    if (!all) {
      notChecked('format', 'The format does not tell captions.');
      return;
    }
    if (!all.some(({ number }) => number !== undefined)) return;
    const own = new Set(all.map(({ block }) => block));
    const named = new Set(
      model.blocks.flatMap(({ index, prose }) => (own.has(index) ? [] : mentionsIn(prose).map(({ kind, number }) => `${kind} ${number}`))),
    );
    for (const kind of ['table', 'figure'] as const) {
      const numbered = all.filter((caption) => caption.kind === kind && caption.number !== undefined);
      const isNamed = ({ number = '' }: { number?: string }): boolean => named.has(`${kind} ${number.replace('-', '.')}`);
      if (numbered.filter(isNamed).length < LEAST_REFERENCED) continue;
      looked({ captions: numbered.length });
      for (const caption of numbered) {
        const block = model.blocks[caption.block];
        if (block && !isNamed(caption))
          yield { messageId: 'unused', data: { kind, number: caption.number ?? '' }, at: model.locate(block), group: kind };
      }
    }
  },
});
