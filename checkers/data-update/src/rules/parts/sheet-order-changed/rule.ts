import { defineRule, type Rule } from '@preflag/core';
import { sheetPairs } from '../../../sheet-pairs.ts';

/**
 * Looks at the order of the sheets that are in both files.
 * Does not catch: sheets that were renamed, which are gone and new (see data-update/row-lost).
 * Known false alarms: orders that were to be changed.
 */
export const sheetOrderChanged: Rule<'update'> = defineRule({
  id: 'data-update/sheet-order-changed',
  title: 'The sheets stand in another order',
  severity: 'minor',
  certainty: 'likely',
  reads: 'update',
  needs: ['before'],
  why: 'Programs that read the first sheet, and formulas over several sheets, take other data than before.',
  advice: 'Put the sheets in the order in which they were: {{expected}}.',
  messages: { order: "The sheet '{{sheet}}' stands in another place; the order was {{expected}}" },
  *check({ model, looked }) {
    const pairs = sheetPairs(model);
    if (pairs.length < 2) return;
    looked({ sheets: pairs.length });
    const places = pairs.map(({ after }) => model.after.indexOf(after));
    const moved = places.findIndex((place, index) => index > 0 && place < (places[index - 1] ?? 0));
    if (moved < 0) return;
    const names = pairs.map(({ before }) => before.name);
    yield {
      messageId: 'order',
      data: { sheet: names[moved] ?? '', expected: names.join(', ') },
      at: { kind: 'file' },
      key: 'order of sheets',
    };
  },
});
