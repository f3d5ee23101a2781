import { defineRule, type Rule } from '@preflag/core';
import type { Sheet } from '@preflag/readers';
import { isStripped } from '../../../diff/is-stripped.ts';
import type { CellChange } from '../../../diff/sheet-diff.ts';
import { updateDiff } from '../../../facts/update-diff.ts';
import { isPairedForSure, placeOfChange } from '../../../place-of-change.ts';
import { isAllowedChange, SCOPE_RULE } from '../../../scope.ts';

/**
 * Compares the kinds of typed values in workbooks: numbers, dates and texts.
 * Where the job says what may change, data-update/changed-outside-scope reports it.
 * Does not catch: csv files, whose cells are all text, and leading zeros (see data-update/leading-zeros-lost).
 * Known false alarms: texts that were asked to become numbers or dates; allow the column in the job then.
 */
export const typeChanged: Rule<'update'> = defineRule({
  id: 'data-update/type-changed',
  title: 'A value became one of another type',
  severity: 'important',
  certainty: 'likely',
  reads: 'update',
  needs: ['before'],
  facts: [updateDiff],
  why: 'Sums leave texts out, text does not sort with numbers and dates, and programs that read the column stop or guess.',
  advice: "Store '{{column}}' of '{{key}}' as the {{before}} that it was.",
  messages: {
    same: "'{{column}}' of '{{key}}' was the {{before}} {{expected}} and is now the {{after}} {{found}}",
    other: {
      text: "'{{column}}' of '{{key}}' was the {{before}} {{expected}} and is now the {{after}} '{{found}}'",
      severity: 'minor',
      certainty: 'hint',
    },
  },
  *check({ model, facts, deliverable, looked, notChecked }) {
    if (deliverable?.update?.allow) {
      notChecked('not-asked', SCOPE_RULE);
      return;
    }
    const { sheets, changes, cells } = facts(updateDiff);
    if (sheets.some(({ typed }) => typed)) looked({ cells });
    const update = deliverable?.update;
    for (const change of changes) {
      const { diff, row, column, from, to } = change;
      if (!diff.typed || !isPairedForSure(change) || (update && isAllowedChange(update, change))) continue;
      const [before, after] = kindsOf(change);
      if (before === undefined || after === undefined || before === after || isStripped(from, to)) continue;
      yield {
        messageId: isSameValue(change, before === 'date' || after === 'date') ? 'same' : 'other',
        data: { column: column.name, key: row.key, expected: from, found: to, before, after },
        ...placeOfChange(model, change),
      };
    }
  },
});

function kindsOf({ diff, row, column }: CellChange): readonly (string | undefined)[] {
  return [kindOf(diff.before, row.before, column.before), kindOf(diff.after, row.after, column.after)];
}

function kindOf(sheet: Sheet, row: number, column: number): 'number' | 'date' | 'text' | undefined {
  if (sheet.formulaId(row, column) !== 0) return undefined;
  const kind = sheet.kind(row, column);
  if (kind === 'string') return sheet.text(row, column).trim() === '' ? undefined : 'text';
  return kind !== 'number' ? undefined : sheet.isDate(row, column) ? 'date' : 'number';
}

/** The text says what the number is: 5 and '5', or 2026-03-01 and '01.03.2026'. */
function isSameValue({ from, to }: CellChange, hasDate: boolean): boolean {
  const [a, b] = [from, to].map((text) => text.replaceAll(/[\s,$€£%']/g, ''));
  if (a === b || (a !== '' && b !== '' && Number(a) === Number(b))) return true;
  return hasDate && digitsOf(from) === digitsOf(to);
}

/** The numbers of a date in any order, without a time of midnight. */
function digitsOf(text: string): string {
  return (text.match(/\d+/g) ?? [])
    .map(Number)
    .filter((number) => number !== 0)
    .toSorted((x, y) => x - y)
    .join();
}
