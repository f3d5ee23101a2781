import { defineRule, type Rule } from '@preflag/core';
import type { Revision } from '@preflag/readers';
import { partOf, placeOf } from '../../../part-of.ts';

const KINDS: Readonly<Record<Revision['kind'], string>> = {
  insertion: 'inserted',
  deletion: 'deleted',
  move: 'moved',
  formatting: 'formatted',
};

/**
 * Looks at changes that Word still marks; those of one kind in one paragraph are one finding.
 * Does not catch: changes of numbering and of sections. Known false alarms: jobs that ask for marked changes: switch the rule off there.
 */
export const trackedChangesLeft: Rule<'document'> = defineRule({
  id: 'formatting/tracked-changes-left',
  title: 'Tracked changes were left in the document',
  severity: 'important',
  certainty: 'certain',
  reads: 'document',
  why: 'The client sees what was deleted, and must decide on each change before the document can be used.',
  advice: 'Accept or reject all changes, and save the document without marks.',
  messages: {
    text: "Text {{done}} by {{author}} is still marked as a change: '{{text}}'",
    formatting: { text: 'A change of formatting by {{author}} is still marked', severity: 'minor' },
  },
  *check(context) {
    const { model, looked } = context;
    const revisions = partOf(context, 'revisions', 'which changes are tracked');
    if (!revisions) return;
    looked({ blocks: model.blocks.length, revisions: revisions.length });
    for (const { kind, author = 'somebody', text, block } of together(revisions)) {
      const messageId = kind === 'formatting' ? 'formatting' : 'text';
      yield { messageId, data: { done: KINDS[kind], author, text }, at: placeOf(model, block), group: 'tracked changes' };
    }
  },
});

/** Changes of one kind by one author in one paragraph. */
function together(revisions: readonly Revision[]): Revision[] {
  const found = new Map<string, Revision>();
  for (const revision of revisions) {
    const key = JSON.stringify([revision.block, revision.kind, revision.author]);
    const before = found.get(key);
    found.set(key, before ? { ...before, text: `${before.text} … ${revision.text}` } : revision);
  }
  return [...found.values()];
}
