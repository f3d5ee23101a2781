import { describe, expect, it } from 'vitest';
import { matchesIn } from './matches-in.ts';

describe('matchesIn', () => {
  it.each<[string, RegExp]>([
    ['one two one', /one/g],
    ['nothing', /one/g],
    ['', /one/g],
    ['', /x*/g],
    ['axbxx', /x*/g],
    ['😀x😀', /x*/gu],
    ['a1 b22', /(?<it>\d+)/dg],
    ['aXbx', /x/gi],
    ['a\nb', /^/gm],
    ['aab', /a/gy],
  ])('finds in %j what matchAll finds by %s', (text, pattern) => {
    expect(matchesIn(text, pattern)).toEqual([...text.matchAll(pattern)]);
    expect(pattern.lastIndex).toBe(0);
  });

  it('begins at the start, wherever the pattern stood', () => {
    const pattern = /a/g;
    pattern.lastIndex = 2;
    expect(matchesIn('aba', pattern)).toHaveLength(2);
  });

  it('refuses a pattern that is not global', () => {
    expect(() => matchesIn('a', /a/)).toThrow(TypeError);
  });
});
