import { defineRule, type Rule } from '@preflag/core';
import type { CellChange } from '../../../diff/sheet-diff.ts';
import { updateDiff } from '../../../facts/update-diff.ts';
import { placeOfChange } from '../../../place-of-change.ts';
import { groupOf, strayChanges } from '../../../stray-changes.ts';

/**
 * Looks at typed numbers that are now what they were with fewer decimals, rounded or cut off; and at those that went through numbers of 32
 * bits, which hold seven digits: 2.55 comes back as 2.5499999523.
 * Where the job says what may change, data-update/changed-outside-scope reports it.
 * Does not catch: numbers that drifted otherwise, and results of formulas.
 * Known false alarms: columns that were to be rounded; fewer than three in a column are only a hint.
 */
export const numberRounded: Rule<'update'> = defineRule({
  id: 'data-update/number-rounded',
  title: 'Numbers lost their last digits',
  severity: 'important',
  certainty: 'likely',
  reads: 'update',
  needs: ['before'],
  facts: [updateDiff],
  why: 'Sums over rounded numbers differ from those over the true ones, and the digits cannot be restored from this file.',
  advice: "Put the numbers of '{{column}}' back as they were, and round only how they are shown.",
  messages: {
    several: "'{{column}}' of '{{key}}' was {{expected}} and is now {{found}}, as are {{count}} numbers of the column with fewer decimals",
    narrowed: "'{{column}}' of '{{key}}' was {{expected}} and is now {{found}}, which is what is left of it in a number of 32 bits",
    single: { text: "'{{column}}' of '{{key}}' was {{expected}} and is now {{found}}", severity: 'minor', certainty: 'hint' },
  },
  *check(context) {
    const rounded = strayChanges(context, (change) => (isRounded(change) ? 'fewer' : isOf32Bits(change) ? '32' : undefined));
    const counts = Map.groupBy(rounded, groupOf);
    for (const one of rounded) {
      const { change, kind: how } = one;
      const count = counts.get(groupOf(one))?.length ?? 0;
      yield {
        messageId: how === '32' ? 'narrowed' : count < FEWEST ? 'single' : 'several',
        data: { column: change.column.name, key: change.row.key, expected: change.from, found: change.to, count },
        ...placeOfChange(context.model, change),
      };
    }
  },
});

const FEWEST = 3;
const PLAIN = /^-?\d+(?:\.(\d+))?$/;

function isRounded({ from, to }: CellChange): boolean {
  const [before, after] = [PLAIN.exec(from.trim()), PLAIN.exec(to.trim())];
  if (!before || !after) return false;
  const [had, has] = [before[1]?.length ?? 0, after[1]?.length ?? 0];
  if (had <= has) return false;
  const distance = Math.abs(Number(from) - Number(to));
  // Cut off, a number moves by less than one of its last digit; rounded, by half of it at most.
  return distance > 0 && distance < 10 ** -has;
}

/** Written out, such a number has more digits than before: these are what the narrower number stands for, and nothing that was known. */
function isOf32Bits({ from, to }: CellChange): boolean {
  if (!PLAIN.test(from.trim()) || !PLAIN.test(to.trim())) return false;
  const [before, after] = [Number(from), Number(to)];
  const narrow = Math.fround(before);
  return narrow !== before && to.trim().length > from.trim().length && Math.abs(narrow - after) <= Math.abs(narrow) * 1e-9;
}
