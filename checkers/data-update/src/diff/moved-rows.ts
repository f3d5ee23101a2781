import { increasing } from './align-rows.ts';
import type { RowPair, SheetDiff } from './sheet-diff.ts';

/** The fewest rows that must move to make the order of before that of after; none where rows are paired by their order. */
export function movedRows({ pairing, rows }: SheetDiff): readonly RowPair[] {
  if (pairing === 'order') return [];
  const inOrder = rows.toSorted((a, b) => a.before - b.before);
  if (inOrder.every(({ after }, index) => index === 0 || after > inOrder[index - 1]!.after)) return [];
  const stay = new Set(increasing(inOrder.map(({ before, after }) => [before, after] as const)).map(([before]) => before));
  return inOrder.filter(({ before }) => !stay.has(before));
}
