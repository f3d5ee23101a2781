import { defineRule, type Rule } from '@preflag/core';
import { referenceList, type ReferenceEntry } from '../../../facts/reference-list.ts';

const LEAST_TEXT = 24;

/**
 * Entries of the references with the same address, the same DOI or the same words.
 * Does not catch: the same source in other words.
 * Known false alarms: chapters of one book under one address.
 */
export const duplicateEntry: Rule<'document'> = defineRule({
  id: 'report-structure/duplicate-entry',
  title: 'A source stands in the references twice',
  severity: 'minor',
  certainty: 'likely',
  reads: 'document',
  facts: [referenceList],
  why: 'The list looks as if it had more sources than it has.',
  advice: 'Keep one of the two entries, and cite it in both places.',
  messages: { same: 'This entry is the same source as another one: {{source}}' },
  *check({ model, facts, looked }) {
    const { entries } = facts(referenceList);
    const seen = new Map<string, ReferenceEntry>();
    for (const entry of entries) {
      looked({ entries: 1 });
      const source = sourceOf(entry);
      const first = seen.get(source);
      if (source === '') continue;
      if (!first) seen.set(source, entry);
      else
        yield {
          messageId: 'same',
          data: { source: source.slice(0, 120) },
          at: model.locate(entry.block, entry.offset, entry.length),
          related: [{ at: model.locate(first.block, first.offset, first.length), label: 'the other entry' }],
        };
    }
  },
});

/** What names the source: its DOI, its address, else its words. */
function sourceOf({ text }: ReferenceEntry): string {
  const doi = /\b10\.\d{4,9}\/[^\s,;)\]]+/.exec(text)?.[0];
  const address = /https?:\/\/[^\s)\]>]+/.exec(text)?.[0];
  if (doi) return doi.toLowerCase().replace(/\.$/, '');
  // An address without a path is a site, of which several pages may be meant.
  if (address && /^https?:\/\/[^/]+\/./.test(address)) return address.replace(/[.,#]+$|\/$/g, '').replace(/^https?:\/\/(?:www\.)?/, '');
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words.length >= LEAST_TEXT ? words : '';
}
