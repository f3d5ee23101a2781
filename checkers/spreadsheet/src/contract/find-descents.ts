import type { SortStep } from '@preflag/core';
import type { SortKey } from './sort-keys.ts';
import { TEXT_ORDERS } from './text-orders.ts';

/** Rows that belong before the row above them. */
export interface Descents {
  readonly count: number;
  readonly first?: { readonly key: SortKey; readonly before: SortKey; readonly step: number };
}

/** In the order of texts that fits best: programs sort in several. */
export function fewestDescents(keys: readonly SortKey[], steps: readonly SortStep[]): Descents {
  let best: Descents | undefined;
  for (const compareTexts of TEXT_ORDERS) {
    const descents = findDescents(keys, steps, compareTexts);
    if (!best || descents.count < best.count) best = descents;
    if (best.count === 0) break;
  }
  return best ?? { count: 0 };
}

function findDescents(keys: readonly SortKey[], steps: readonly SortStep[], compareTexts: (a: string, b: string) => number): Descents {
  let count = 0;
  let first: Descents['first'];
  for (const [index, key] of keys.entries()) {
    const before = keys[index - 1];
    // Blocks of a table are each sorted by themselves.
    if (!before || before.part !== key.part) continue;
    const step = steps.findIndex((_, at) => compareValues(before.values[at], key.values[at], compareTexts) !== 0);
    const order = step < 0 ? 0 : compareValues(before.values[step], key.values[step], compareTexts);
    if (order === 0 || order < 0 !== steps[step]?.descending) continue;
    count += 1;
    first ??= { key, before, step };
  }
  return { count, ...(first && { first }) };
}

/** Numbers go before texts, as spreadsheets have it. */
function compareValues(
  a: number | string | undefined,
  b: number | string | undefined,
  compareTexts: (a: string, b: string) => number,
): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  return typeof a === 'number' ? -1 : 1;
}
