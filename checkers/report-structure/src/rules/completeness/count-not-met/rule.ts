import { defineRule, type Rule } from '@preflag/core';
import { noteUnknownLanguage, textLanguage } from '@preflag/readers/language';
import type { Block } from '@preflag/readers';

const WORDS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
};
const PROMISE = new RegExp(
  `(?<![\\p{L}\\d.,$€£])(${Object.keys(WORDS).join('|')}|[2-9]|10)\\s(?:(?:key|main|major|core|important|following|critical|primary|specific|wichtige|zentrale|folgende|wesentliche)\\s)*(reasons?|steps?|factors?|points?|findings|recommendations|options|ways|areas|themes|risks|benefits|challenges|phases|categories|principles|trends|drivers|goals|objectives|questions|Gründe|Schritte|Faktoren|Punkte|Empfehlungen|Optionen|Risiken|Phasen|Bereiche|Ziele|Fragen)(?![\\p{L}])[^.!?]{0,60}:\\s*$`,
  'iu',
);

const LANGUAGES = ['en', 'de'];

/**
 * A sentence that announces a number of things before a colon (`for three reasons:`), and a list right behind it with another number.
 * Does not catch: things that are told in paragraphs.
 * Does not catch either: too few items, where another list stands close behind, which may be the rest.
 * Known false alarms: items that are told in one.
 */
export const countNotMet: Rule<'document'> = defineRule({
  id: 'report-structure/count-not-met',
  title: 'A list has another number of items than the text says',
  severity: 'important',
  certainty: 'likely',
  reads: 'document',
  facts: [textLanguage],
  languages: LANGUAGES,
  why: 'Something was left out, or the text was not brought up to date.',
  advice: 'Correct the number, or the list.',
  messages: { count: "The text says '{{found}}', and the list has {{count}} items" },
  *check(context) {
    const { model, looked, notChecked } = context;
    if (model.format === 'text') {
      notChecked('format', 'A text file does not say what is a list.');
      return;
    }
    noteUnknownLanguage(context, LANGUAGES);
    for (const [index, block] of model.blocks.entries()) {
      const match = block.type === 'paragraph' && !block.quoted ? PROMISE.exec(block.prose.slice(-200)) : null;
      const [, number = '', noun = ''] = match ?? [];
      const next = model.blocks[index + 1];
      if (!match || next?.type !== 'listItem') continue;
      looked({ lists: 1 });
      const { count, goesOn } = itemsFrom(model.blocks, index + 1);
      const said = WORDS[number.toLowerCase()] ?? Number(number);
      if (count === said || (count < said && goesOn)) continue;
      const at = Math.max(0, block.prose.length - 200) + match.index;
      yield {
        messageId: 'count',
        data: { found: `${number} ${noun}`, count },
        at: model.locate(block, at, match[0].trimEnd().length),
        found: number,
      };
    }
  },
});

/** How far behind a list another one may be its rest: code, pictures and remarks stand between the items. */
const FARTHEST_REST = 3;

/** Items of the outermost level, a paragraph of an item counts once; and whether another list stands behind in the same section. */
function itemsFrom(blocks: readonly Block[], first: number): { readonly count: number; readonly goesOn: boolean } {
  const level = blocks[first]?.item?.level ?? 0;
  let count = 0;
  let index = first;
  for (; blocks[index]?.type === 'listItem'; index++) if (blocks[index]?.item?.level === level) count += 1;
  const behind = blocks.slice(index, index + FARTHEST_REST + 1);
  const heading = behind.findIndex(({ type }) => type === 'heading');
  const goesOn = behind.slice(0, heading < 0 ? behind.length : heading).some(({ type }) => type === 'listItem');
  return { count, goesOn };
}
