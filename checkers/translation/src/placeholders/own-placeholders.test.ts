import { expect, it } from 'vitest';
import { compareOwn, ownPlaceholders, withoutOwn } from './own-placeholders.ts';

it('finds the longest match at a place, and none within another', () => {
  const find = ownPlaceholders([String.raw`\{\w+\}`, String.raw`\{\{\w+\}\}`, ':[a-z]+']);
  expect(find('😀 {{a}} of {b}:c')).toEqual([
    { text: '{{a}}', offset: 3 },
    { text: '{b}', offset: 12 },
    { text: ':c', offset: 15 },
  ]);
});

it('takes no empty match for a placeholder', () => {
  expect(ownPlaceholders(['x*'])('axb')).toEqual([{ text: 'x', offset: 1 }]);
});

it('compares how often each stands there, and in plural messages whether it does', () => {
  const [source, target] = [':a :a :b', ':a :c :c'].map(ownPlaceholders([':[a-z]']));
  const gap = (isChoice: boolean): string[][] => {
    const { missing, added } = compareOwn(source ?? [], target ?? [], isChoice);
    return [missing, added].map((all) => all.map(({ text }) => text));
  };
  expect(gap(false)).toEqual([
    [':a', ':b'],
    [':c', ':c'],
  ]);
  expect(gap(true)).toEqual([[':b'], [':c']]);
});

it('blanks them at the same offsets', () => {
  expect(withoutOwn('😀 :a {b}', [{ text: ':a', offset: 3 }])).toBe('😀 \uFFFC\uFFFC {b}');
});
