import { expect, test } from 'vitest';
import type { Link } from './align-sequence.ts';
import { alignSequence } from './align-sequence.ts';

/** Aligns equal letters; each link as the letters of both sides. */
function align(source: string, target: string, canMerge = false): string {
  const pair = (a: string | undefined, b: string | undefined): number => (a === b ? 0 : 10);
  const merge = (two: string, one: string): number => (two.length === 2 && two.toUpperCase() === one + one ? 1 : Infinity);
  const links = alignSequence(source.length, target.length, {
    pair: (a, b) => pair(source[a], target[b]),
    sourceGap: () => 3,
    targetGap: () => 3,
    ...(canMerge && {
      twoToOne: (a: number, b: number) => merge(source.slice(a, a + 2), target[b] ?? ''),
      oneToTwo: (a: number, b: number) => merge(target.slice(b, b + 2), source[a] ?? ''),
    }),
  });
  return links.map((link: Link) => `${source.slice(link.source, link.sourceEnd)}=${target.slice(link.target, link.targetEnd)}`).join(' ');
}

test.each([
  ['', '', ''],
  ['ab', '', 'a= b='],
  ['', 'ab', '=a =b'],
  ['abc', 'abc', 'a=a b=b c=c'],
  ['abc', 'bc', 'a= b=b c=c'],
  ['abc', 'ac', 'a=a b= c=c'],
  ['abc', 'ab', 'a=a b=b c='],
  ['ac', 'abc', 'a=a =b c=c'],
  ['abcd', 'axcd', 'a=a b= =x c=c d=d'],
])('aligns %j with %j', (source, target, expected) => {
  expect(align(source, target).split(' ').toSorted()).toEqual(expected.split(' ').toSorted());
});

test('merges two items', () => {
  expect(align('abbc', 'aBc', true)).toBe('a=a bb=B c=c');
  expect(align('aBc', 'abbc', true)).toBe('a=a B=bb c=c');
});
