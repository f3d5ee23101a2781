import { expect, test } from 'vitest';
import { HeadTail } from './head-tail.ts';

test.each([
  ['abc', { head: 'abc', tail: '', dropped: 0 }],
  ['abcdefgh', { head: 'abcd', tail: 'efgh', dropped: 0 }],
  ['abcdefghijkl', { head: 'abcd', tail: 'ijkl', dropped: 4 }],
])('keeps head and tail of %s', (text, expected) => {
  for (let size = 1; size <= text.length; size += 1) {
    const kept = new HeadTail(4);
    for (let start = 0; start < text.length; start += size) kept.push(Buffer.from(text.slice(start, start + size)));
    expect(kept.text()).toEqual(expected);
  }
});
