import { defineRule, type Rule } from '@preflag/core';
import { updateDiff } from '../../../facts/update-diff.ts';
import { sheetPairs } from '../../../sheet-pairs.ts';

/**
 * Looks at the order and the names of the sheets that are in both files. A sheet with another name is known by what it holds; where the
 * job says what may change, data-update/changed-outside-scope reports its new name.
 * Does not catch: renamed sheets whose cells changed too, which are gone and new (see data-update/row-lost), and the case of names.
 * Known false alarms: orders and names that were to be changed.
 */
export const sheetOrderChanged: Rule<'update'> = defineRule({
  id: 'data-update/sheet-order-changed',
  title: 'The sheets stand in another order or have other names',
  severity: 'minor',
  certainty: 'likely',
  reads: 'update',
  needs: ['before'],
  facts: [updateDiff],
  why: 'Programs and other workbooks that look for a sheet by its place or its name find another one, or none.',
  advice: 'Put the sheets in the order in which they were: {{expected}}.',
  messages: {
    renamed: {
      text: "The sheet '{{was}}' is now called '{{is}}'",
      severity: 'important',
      advice: "Call the sheet '{{was}}' again, unless the new name was asked for.",
    },
    order: "The sheet '{{sheet}}' stands in another place; the order was {{expected}}",
  },
  *check({ model, facts, deliverable, looked }) {
    const diff = facts(updateDiff);
    const pairs = sheetPairs(model, diff);
    if (pairs.length === 0) return;
    looked({ sheets: pairs.length });
    if (!deliverable?.update?.allow)
      for (const { from, to } of diff.sheetsRenamed)
        yield { messageId: 'renamed', data: { was: from, is: to }, at: { kind: 'file' }, key: `name of ${from}` };
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
