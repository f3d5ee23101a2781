import { defineRule, type Rule } from '@preflag/core';
import { referenceList } from '../../../facts/reference-list.ts';

const LEAST_ENTRIES = 3;
const COMPLETE = /(?:19|20)\d{2}|https?:\/\/|www\.|\b10\.\d{4,9}\/|\b(?:n\.\s?d\.|in press|forthcoming|o\.\s?J\.|im Druck)|arXiv|ISBN/i;

/**
 * Entries of the references with neither a year nor an address, where the others have one.
 * Does not catch: entries with the year of something else.
 * Known false alarms: laws, standards and personal communications.
 */
export const incompleteEntry: Rule<'document'> = defineRule({
  id: 'report-structure/incomplete-entry',
  title: 'An entry of the references has neither year nor address',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  facts: [referenceList],
  why: 'The source cannot be found by what is written.',
  advice: 'Add the year and the place of publication, or the address.',
  messages: { incomplete: 'This entry of the references has neither a year nor an address' },
  *check({ model, facts, looked }) {
    const { entries } = facts(referenceList);
    const bare = entries.filter(({ text, block }) => text.length > 5 && !COMPLETE.test(text) && !holdsLink(block.node));
    if (entries.length < LEAST_ENTRIES) return;
    looked({ entries: entries.length });
    if (bare.length * 2 > entries.length) return;
    for (const { block, offset, length } of bare)
      yield { messageId: 'incomplete', at: model.locate(block, offset, length), group: 'incomplete' };
  },
});

type Node = { readonly type: string; readonly children?: readonly Node[] };

/** The address may stand behind the title. */
function holdsLink(node: Node | undefined): boolean {
  return node !== undefined && (node.type === 'link' || (node.children?.some(holdsLink) ?? false));
}
