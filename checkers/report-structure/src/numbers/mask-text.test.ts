import { expect, test } from 'vitest';
import { maskText } from './mask-text.ts';

test.each<[string, string]>([
  ['version 1.2.3.4 of 12 parts', '￼￼￼￼￼￼￼￼￼￼￼￼￼￼￼ of 12 parts'],
  ['A1 and x_2-b, 12 of #7', '￼￼ and ￼￼￼￼￼, 12 of ￼￼'],
  ['joe@3x and 5a3', 'joe￼￼￼ and 5￼￼'],
  ['978-3-16 and 12-13', '￼￼￼￼￼￼￼￼ and 12-13'],
])('%s', (text, masked) => {
  expect(maskText(text)).toBe(masked);
});

test.each(['1', 'a', '1.', '1-', 'a_'])('a text of many times %s takes time linear in its length', (unit) => {
  expect(maskText(`${unit.repeat(300_000)} 1`)).toHaveLength(unit.length * 300_000 + 2);
});
