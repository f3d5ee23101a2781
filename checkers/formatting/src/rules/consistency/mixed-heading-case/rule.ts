import { defineRule, type Rule } from '@preflag/core';
import { headings } from '../../../facts/headings.ts';
import { proseBlocks } from '../../../facts/prose-blocks.ts';
import { isKnownLanguage, textLanguage } from '@preflag/readers/language';
import { byVariant } from '../../../minority.ts';
import { headingCase, namesIn } from './heading-case.ts';
import { tellsHeadings } from '../../../tells-headings.ts';

const LANGUAGES = ['en'];
/** So many headings, and so great a share of them, make a habit. */
const FEWEST = 5;
const MOST = 0.7;
const OTHER = { title: 'sentence', sentence: 'title' } as const;

/**
 * Looks at headings of which the case can be told. The first, a title, may differ from the others.
 * Does not catch: single capitals too many. Known false alarms: headings of names that no sentence holds.
 */
export const mixedHeadingCase: Rule<'document'> = defineRule({
  id: 'formatting/mixed-heading-case',
  title: 'Headings are capitalised in two ways, or not as asked',
  severity: 'minor',
  certainty: 'likely',
  reads: 'document',
  facts: [headings, proseBlocks, textLanguage],
  languages: LANGUAGES,
  demands: ['style'],
  why: 'Headings are what a reader sees first, and their mixture looks careless.',
  advice: 'Write the heading in {{usual}} case.',
  messages: {
    asked: "The heading '{{found}}' is in {{other}} case, and the job asks for {{usual}} case",
    mixed: { text: "The heading '{{found}}' is in {{other}} case, and {{usualCount}} others are in {{usual}} case", certainty: 'hint' },
  },
  *check(context) {
    const { model, deliverable, facts, looked } = context;
    if (!tellsHeadings(context) || !isKnownLanguage(context, LANGUAGES)) return;
    const all = facts(headings).map((block) => ({ block, offset: 0, found: block.text.trim() }));
    looked({ headings: all.length, blocks: model.blocks.length });
    const asked = deliverable?.style?.headings;
    const names = namesIn(facts(proseBlocks).flatMap(({ type, prose }) => (type === 'heading' ? [] : [prose])));
    const cases = byVariant(asked ? all : all.filter(({ block }) => block.depth > 1), ({ block }) => headingCase(block.prose, names));
    const count = (which: 'title' | 'sentence'): number => cases.get(which)?.length ?? 0;
    const usual = asked ?? (count('title') > count('sentence') ? 'title' : 'sentence');
    const other = OTHER[usual];
    const isHabit = count(usual) >= FEWEST && count(usual) >= (count(usual) + count(other)) * MOST;
    if (!asked && !isHabit) return;
    for (const { block, found } of cases.get(other) ?? [])
      yield {
        messageId: asked ? 'asked' : 'mixed',
        data: { found, usual, other, usualCount: count(usual) },
        at: model.locate(block),
        group: 'heading case',
      };
  },
});
