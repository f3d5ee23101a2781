import { defineRule, type Rule } from '@preflag/core';
import { languageOf } from '@preflag/readers/language';
import type { Segment } from '@preflag/readers';
import { relatedSource } from '../../../related-source.ts';
import { listed, shortened } from '../../../shortened.ts';

/**
 * Reports segments that the alignment left without a partner. Cells of one row count as one; what is missing in a row shares a group.
 * Does not catch: a sentence that is missing inside of a paragraph (translation/sentence-missing).
 * Known false alarms: paragraphs that were joined or split in a way that the alignment did not see; those are only likely.
 */
export const segmentMissing: Rule<'bitext'> = defineRule({
  id: 'translation/segment-missing',
  title: 'A part of the source is missing in the translation',
  severity: 'critical',
  certainty: 'certain',
  reads: 'bitext',
  needs: ['source'],
  demands: ['source'],
  why: 'The reader of the translation does not learn what stands there, and cannot know that anything is missing.',
  advice: "Translate '{{expected}}', and put it where it stands in the source.",
  messages: {
    missing: "The {{what}} '{{expected}}' of the source is missing in the translation",
    empty: "The translation of '{{expected}}' is empty",
    unsure: { text: "The {{what}} '{{expected}}' of the source seems to be missing in the translation", certainty: 'likely' },
    missingOneOf: {
      text: 'One of {{count}} {{what}} of the source is missing in the translation: {{candidates}}',
      advice: 'See which of them is missing, translate it, and put it where it stands in the source.',
    },
    unsureOneOf: {
      text: 'One of {{count}} {{what}} of the source seems to be missing in the translation: {{candidates}}',
      certainty: 'likely',
      advice: 'See which of them is missing, translate it, and put it where it stands in the source.',
    },
    extra: {
      text: "The source has nothing for the {{what}} '{{added}}'",
      certainty: 'likely',
      severity: 'important',
      advice: 'Take it out, or see whether it belongs to another part of the source.',
    },
    extraOneOf: {
      text: 'The source has nothing for one of {{count}} {{what}}: {{candidates}}',
      certainty: 'likely',
      severity: 'important',
      advice: 'See which of them was added, and take it out, or see whether it belongs to another part of the source.',
    },
  },
  *check({ model, looked }) {
    const categories = pluralCategories(model.targetLanguage);
    let run = '';
    let lastRow = '';
    for (const segment of model.segments) {
      looked({ segments: 1 });
      const { id, source, target } = segment;
      const gap = gapOf(segment, categories);
      if (gap === undefined) {
        if (target !== undefined) run = '';
        continue;
      }
      const row = /^(.*, row \d+), column \d+/su.exec(id)?.[1] ?? '';
      if (row !== '' && row === lastRow) continue;
      lastRow = row;
      run ||= id;
      const [one, many] = row === '' ? WHAT[segment.role] : ['table row with', 'table rows'];
      const { candidates } = segment;
      const data = gap === 'extra' ? { what: one, added: shortened(target) } : { what: one, expected: shortened(source) };
      yield {
        ...(candidates && gap !== 'empty'
          ? { messageId: `${gap}OneOf`, data: { what: many, count: candidates.length, candidates: listed(candidates) } }
          : { messageId: gap, data }),
        at: { kind: 'segment', id },
        related: relatedSource(model, segment),
        group: `${gap} ${run}`,
      };
    }
  },
});

const WHAT: Readonly<Record<Segment['role'], readonly [one: string, many: string]>> = {
  heading: ['heading', 'headings'],
  paragraph: ['paragraph', 'paragraphs'],
  listItem: ['list item', 'list items'],
  tableCell: ['table cell', 'table cells'],
  code: ['code block', 'code blocks'],
  other: ['text', 'texts'],
};

function gapOf(
  { id, source, target, alignment }: Segment,
  categories: ReadonlySet<string>,
): 'missing' | 'empty' | 'unsure' | 'extra' | undefined {
  if (source === undefined) return hasContent(target) && !isPlural(id, categories, true) ? 'extra' : undefined;
  if (!hasContent(source) || isPlural(id, categories, false)) return undefined;
  if (target === undefined) return alignment === 'exact' ? 'missing' : 'unsure';
  // A dash may be the translation of 'none'.
  return /^[\s.…]*$/u.test(target) ? (alignment === 'exact' ? 'empty' : 'unsure') : undefined;
}

/** Letters or digits outside of tags and comments of html. */
function hasContent(text: string | undefined): boolean {
  return text !== undefined && /[\p{L}\p{N}]/u.test(text.replace(/<!--[\s\S]*?(?:-->|$)|<[^<>]+>/g, ''));
}

/** Keys of plural forms (CLDR) that one of the languages has and the other not: `item_one`, `items/few`. */
function isPlural(id: string, categories: ReadonlySet<string>, isExtra: boolean): boolean {
  const form = /(?:^|[_./])(zero|one|two|few|many|other|plural)$/.exec(id)?.[1];
  return form !== undefined && id.includes('/') && (isExtra ? categories.has(form) : !categories.has(form));
}

function pluralCategories(tag: string | undefined): ReadonlySet<string> {
  const language = languageOf(tag);
  return new Set(language === undefined ? [] : new Intl.PluralRules(language).resolvedOptions().pluralCategories);
}
