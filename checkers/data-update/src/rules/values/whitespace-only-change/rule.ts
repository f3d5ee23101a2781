import { defineRule, type Rule } from '@preflag/core';
import { updateDiff } from '../../../facts/update-diff.ts';
import { placeOfChange } from '../../../place-of-change.ts';
import { strayChanges } from '../../../stray-changes.ts';

/**
 * Where the job says what may change, data-update/changed-outside-scope reports it.
 * Does not catch: white space in keys, by which rows are paired, and line ends, which do not count as a change.
 * Known false alarms: texts that were to be tidied up; allow the column in the job then.
 */
export const whitespaceOnlyChange: Rule<'update'> = defineRule({
  id: 'data-update/whitespace-only-change',
  title: 'A text changed only in its white space or its case',
  severity: 'minor',
  certainty: 'hint',
  reads: 'update',
  needs: ['before'],
  facts: [updateDiff],
  why: 'The eye does not see it, but lookups and comparisons with other files take it for another value.',
  advice: "Put '{{column}}' of '{{key}}' back to what it was before.",
  messages: {
    space: "'{{column}}' of '{{key}}' differs from before only in white space",
    case: "'{{column}}' of '{{key}}' was '{{expected}}' and is now '{{found}}', which differs only in case",
  },
  *check(context) {
    for (const { change, kind } of strayChanges(context, ({ from, to }) => difference(from, to))) {
      const { row, column, from, to } = change;
      yield {
        messageId: kind,
        data: { column: column.name, key: row.key, expected: from, found: to },
        ...placeOfChange(context.model, change),
      };
    }
  },
});

function difference(from: string, to: string): 'space' | 'case' | undefined {
  const [a, b] = [from, to].map((text) => text.replaceAll(/[\s\u00A0\u200B]+/g, ''));
  if (a === undefined || b === undefined || a === '' || from === to || a.startsWith('=')) return undefined;
  return a === b ? 'space' : a.toLowerCase() === b.toLowerCase() ? 'case' : undefined;
}
