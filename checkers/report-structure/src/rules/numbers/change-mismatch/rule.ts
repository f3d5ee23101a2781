import { defineRule, type Rule } from '@preflag/core';
import { noteUnknownLanguage, textLanguage } from '@preflag/readers/language';
import { figures } from '../../../facts/figures.ts';
import { sentencesOf } from '../../../numbers/sentences.ts';
import { showNumber } from '../../../numbers/show-number.ts';
import { findChange, type Change } from './find-change.ts';

const LANGUAGES = ['en', 'de', 'zh'];

/**
 * Reads sentences with a figure behind `from`, one behind `to` and a single change in per cent, percentage points or as a word
 * (`doubled`), and computes the change. What rounding allows is forgiven; so is a tenth of it behind `about` and `nearly`.
 * Does not catch: changes whose figures stand in other sentences, and sentences with several changes.
 * Known false alarms: a change of something else than the two figures, in the same words.
 */
export const changeMismatch: Rule<'document'> = defineRule({
  id: 'report-structure/change-mismatch',
  title: 'A change does not follow from the two figures that it is said of',
  severity: 'critical',
  certainty: 'certain',
  reads: 'document',
  facts: [figures, textLanguage],
  languages: LANGUAGES,
  why: 'Anybody can recompute the change from the sentence itself and finds it wrong.',
  advice: 'From {{from}} to {{to}} is {{expected}}: correct the change, or the figure that is wrong.',
  messages: {
    change: 'The change from {{from}} to {{to}} is given as {{found}}; it is {{expected}}',
    direction: { text: 'It is said to go {{said}}, and the change from {{from}} to {{to}} goes {{expected}}', certainty: 'likely' },
    multiple: { text: "From {{from}} to {{to}} is not '{{found}}': it is {{expected}}", certainty: 'likely' },
  },
  *check(context) {
    const { model, facts, looked } = context;
    noteUnknownLanguage(context, LANGUAGES);
    const { locale, blocks } = facts(figures);
    for (const { block, figures: all } of blocks) {
      if (all.length < 2) continue;
      for (const { start, end } of sentencesOf(block.prose)) {
        const change = findChange(
          block.prose.slice(start, end),
          all
            .filter((figure) => figure.start >= start && figure.end <= end)
            .map((figure) => ({ ...figure, start: figure.start - start, end: figure.end - start })),
        );
        if (!change) continue;
        looked({ changes: 1 });
        if (change.gap === undefined) continue;
        yield { messageId: change.gap, data: dataOf(change, locale), at: model.locate(block, start + change.at, change.length) };
      }
    }
  },
});

function dataOf({ from, to, found, expected, step, kind, gap }: Change, locale: string): Record<string, string> {
  const shared = { from: from.text, to: to.text };
  if (gap === 'direction') return { ...shared, said: found, expected: expected > 0 ? 'up' : 'down' };
  const shown = showNumber(kind === 'times' ? expected : Math.abs(expected), locale, kind === 'times' ? 0.1 : Math.min(step, 0.1));
  return {
    ...shared,
    found,
    expected: kind === 'times' ? `${shown} times as much` : kind === 'pp' ? `${shown} percentage points` : `${shown} %`,
  };
}
