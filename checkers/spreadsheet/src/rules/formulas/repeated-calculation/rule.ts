import { cellAddress, defineRule, type Rule } from '@preflag/core';
import type { Sheet } from '@preflag/readers';
import { formulaGroups, type FormulaGroup } from '../../../facts/formula-groups.ts';

/**
 * Looks at long formulas that stand in several cells with the very same references, so that they give the same result everywhere.
 * Does not catch: the same calculation written in another way, or as a part of other formulas.
 * Known false alarms: results that are shown in several places on purpose; all of these findings are hints.
 */
export const repeatedCalculation: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/repeated-calculation',
  title: 'The same calculation is written in several places',
  severity: 'minor',
  certainty: 'hint',
  reads: 'workbook',
  facts: [formulaGroups],
  why: 'Whoever changes one of them must find the others, and the places contradict each other if one is missed.',
  advice: 'Calculate it once, and refer to {{cell}} elsewhere.',
  messages: { repeated: 'The calculation ={{formula}} in {{cell}} is written again in {{others}}' },
  *check({ facts, looked }) {
    const places = new Map<string, FormulaGroup[]>();
    for (const group of facts(formulaGroups)) {
      looked({ formulas: group.count });
      // Where cells have one formula in R1C1 terms, its references move along with them, and so does the result.
      if (group.count > 1 || group.code.length < SHORTEST || !CALCULATES.test(group.code)) continue;
      const key = `${group.sheet.name}\u001f${group.formula}`;
      const known = places.get(key);
      if (known) known.push(group);
      else places.set(key, [group]);
    }
    for (const [first, ...others] of places.values()) {
      if (!first || others.length === 0) continue;
      const cell = cellAddress(first.row, first.column);
      yield {
        messageId: 'repeated',
        data: { formula: first.formula, cell, others: others.slice(0, MOST_NAMED).map(addressOf).join(', ') + more(others.length) },
        at: { kind: 'cell', sheet: first.sheet.name, range: cell },
        related: others.slice(0, MOST_NAMED).map((other) => ({ at: locationOf(other), label: 'the same calculation' })),
        group: first.sheet.name,
      };
    }
  },
});

/** Shorter ones are mere references and plain sums. */
const SHORTEST = 30;
const CALCULATES = /[-+*/^(]/;
const MOST_NAMED = 3;

function addressOf({ row, column }: FormulaGroup): string {
  return cellAddress(row, column);
}

function locationOf({ sheet, row, column }: { readonly sheet: Sheet; readonly row: number; readonly column: number }): {
  readonly kind: 'cell';
  readonly sheet: string;
  readonly range: string;
} {
  return { kind: 'cell', sheet: sheet.name, range: cellAddress(row, column) };
}

function more(count: number): string {
  return count > MOST_NAMED ? ` and ${count - MOST_NAMED} more` : '';
}
