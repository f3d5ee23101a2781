import { expect, test } from 'vitest';
import { alignSequence } from './align-sequence.ts';
import { reachOf } from './gap-reach.ts';

/** The letters that could be the one without a partner; two letters cost by how far apart they stand in the alphabet. */
function reach(source: string, target: string, margin: number): string {
  const pair = (a: number, b: number): number => Math.abs(source.charCodeAt(a) - target.charCodeAt(b));
  const links = alignSequence(source.length, target.length, { pair, sourceGap: () => 5, targetGap: () => 5 });
  const at = links.findIndex((link) => link.source === link.sourceEnd || link.target === link.targetEnd);
  const [first, last] = reachOf(links, at, margin, pair);
  return (source.length > target.length ? source : target).slice(first, last + 1);
}

test.each([
  ['amz', 'az', 2, 'm'],
  ['aaz', 'az', 2, 'aa'],
  ['abz', 'az', 2, 'ab'],
  ['abz', 'az', 1, 'b'],
  ['abbbz', 'abbz', 1, 'bbb'],
  ['acegz', 'acez', 3, 'eg'],
  ['az', 'abz', 2, 'ab'],
  ['a', '', 2, 'a'],
])('of %s beside %s, within %i: %s', (source, target, margin, expected) => {
  expect(reach(source, target, margin)).toBe(expected);
});

test('a link that is not there', () => {
  expect(() => reachOf([], 0, 2, () => 0)).toThrow('There is no link 0 of 0.');
});
