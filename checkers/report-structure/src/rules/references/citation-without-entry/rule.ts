import { defineRule, type Rule } from '@preflag/core';
import { referenceList } from '../../../facts/reference-list.ts';

/** A list with fewer numbers may be something else. */
const LEAST_ENTRIES = 3;

/**
 * Numbers in brackets that the list of references does not have.
 * Does not catch: citations by author and year; entries that are about something else.
 * Known false alarms: numbers in brackets that are no citations, in documents that cite by numbers.
 */
export const citationWithoutEntry: Rule<'document'> = defineRule({
  id: 'report-structure/citation-without-entry',
  title: 'A citation has no entry in the list of references',
  severity: 'important',
  certainty: 'certain',
  reads: 'document',
  facts: [referenceList],
  why: 'The reader cannot look the source up, and may take it for made up.',
  advice: 'Add the entry {{number}} to the references, or correct the citation.',
  messages: {
    missing: 'The references have no entry {{number}}',
    far: { text: 'The references have no entry {{number}}; the last is {{last}}', certainty: 'likely' },
  },
  *check({ model, facts, looked }) {
    const { entries, citations } = facts(referenceList);
    const numbers = new Set(entries.flatMap(({ number }) => number ?? []));
    if (numbers.size < LEAST_ENTRIES) return;
    const last = Math.max(...numbers);
    looked({ citations: citations.length });
    // Where most numbers have no entry, they are no citations.
    const known = citations.filter(({ number }) => numbers.has(number)).length;
    if (known * 2 < citations.length) return;
    for (const { number, block, offset, length } of citations) {
      if (numbers.has(number)) continue;
      yield {
        messageId: number <= last * 2 ? 'missing' : 'far',
        data: { number, last },
        at: model.locate(block, offset, length),
        group: `entry ${number}`,
      };
    }
  },
});
