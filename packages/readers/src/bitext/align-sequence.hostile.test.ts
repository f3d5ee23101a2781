import { expect, test } from 'vitest';
import { alignSequence } from './align-sequence.ts';

test.each([
  [3000, 3000, 0],
  [3000, 2000, 1000],
  [20_000, 30_000, 10_000],
  [5, 400_000, 399_995],
  [400_000, 5, 399_995],
])('long sequences are aligned near the diagonal: %i with %i', (sources, targets, gaps) => {
  const links = alignSequence(sources, targets, { pair: () => 0, sourceGap: () => 3, targetGap: () => 3 });
  expect([links.at(-1)?.sourceEnd, links.at(-1)?.targetEnd]).toEqual([sources, targets]);
  expect(links.filter((link) => link.source === link.sourceEnd || link.target === link.targetEnd).length).toBe(gaps);
});
