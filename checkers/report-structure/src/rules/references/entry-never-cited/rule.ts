import { defineRule, type Rule } from '@preflag/core';
import { referenceList } from '../../../facts/reference-list.ts';

const LEAST_CITED = 2;

/**
 * Numbered entries of the references that no text cites, where others are cited by their numbers.
 * Does not catch: lists without numbers.
 * Known false alarms: lists of further reading under the name of references.
 */
export const entryNeverCited: Rule<'document'> = defineRule({
  id: 'report-structure/entry-never-cited',
  title: 'An entry of the references is never cited',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  facts: [referenceList],
  why: 'The entry may have been put there to look like more sources, or its citation got lost.',
  advice: 'Cite the entry {{number}} where it belongs, or take it out.',
  messages: { uncited: 'The entry {{number}} of the references is never cited' },
  *check({ model, facts, looked }) {
    const { entries, citations } = facts(referenceList);
    const cited = new Set(citations.map(({ number }) => number));
    if (entries.filter(({ number }) => number !== undefined && cited.has(number)).length < LEAST_CITED) return;
    looked({ entries: entries.length });
    for (const { number, block, offset, length } of entries) {
      if (number !== undefined && !cited.has(number))
        yield { messageId: 'uncited', data: { number }, at: model.locate(block, offset, length), group: 'uncited' };
    }
  },
});
