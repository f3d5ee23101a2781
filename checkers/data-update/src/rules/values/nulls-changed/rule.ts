import { defineRule, type Rule } from '@preflag/core';
import { updateDiff } from '../../../facts/update-diff.ts';
import { placeOfChange } from '../../../place-of-change.ts';
import { strayChanges } from '../../../stray-changes.ts';

/**
 * Looks at cells that were blank and hold a word for nothing now, or a zero, and at words for nothing that became blank.
 * Where the job says what may change, data-update/changed-outside-scope reports it.
 * Does not catch: a word for nothing that became another one.
 * Known false alarms: blanks that were to be filled with zeros; these are only hints.
 */
export const nullsChanged: Rule<'update'> = defineRule({
  id: 'data-update/nulls-changed',
  title: 'A blank cell became a word for nothing',
  severity: 'important',
  certainty: 'likely',
  reads: 'update',
  needs: ['before'],
  facts: [updateDiff],
  why: 'Programs write nan or None where a value was missing; counts, filters and averages then take it for a value.',
  advice: "Leave '{{column}}' of '{{key}}' as blank as it was.",
  messages: {
    word: "'{{column}}' of '{{key}}' was blank and is now '{{found}}'",
    zero: { text: "'{{column}}' of '{{key}}' was blank and is now 0", severity: 'minor', certainty: 'hint' },
    blank: {
      text: "'{{column}}' of '{{key}}' was '{{expected}}' and is blank now",
      severity: 'minor',
      certainty: 'hint',
      advice: "Put '{{expected}}' back.",
    },
  },
  *check(context) {
    for (const { change, kind: messageId } of strayChanges(context, ({ from, to }) => kindOf(from.trim(), to.trim()))) {
      const { from, to, row, column } = change;
      yield {
        messageId,
        data: {
          column: column.name,
          key: row.key,
          ...(messageId === 'blank' ? { expected: from } : messageId === 'word' ? { found: to } : {}),
        },
        ...placeOfChange(context.model, change),
      };
    }
  },
});

/** What programs and people write for a missing value. */
const NOTHING = /^\s*(?:nan|nat|none|null|nil|undefined|<na>|#n\/a|n\/a|na|nothing|\[object Object\])\s*$/i;

/** Which of the messages a change is; none for one of another kind. */
function kindOf(from: string, to: string): 'word' | 'zero' | 'blank' | undefined {
  if (from !== '') return to === '' && NOTHING.test(from) ? 'blank' : undefined;
  if (NOTHING.test(to)) return 'word';
  return to === '0' ? 'zero' : undefined;
}
