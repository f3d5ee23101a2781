import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MASKED, maskText } from './mask-text.ts';

test.each<[string, string]>([
  ['version 1.2.3.4 of 12 parts', '￼￼￼￼￼￼￼￼￼￼￼￼￼￼￼ of 12 parts'],
  ['A1 and x_2-b, 12 of #7', '￼￼ and ￼￼￼￼￼, 12 of ￼￼'],
  ['joe@3x and 5a3', 'joe￼￼￼ and 5￼￼'],
  ['978-3-16 and 12-13', '￼￼￼￼￼￼￼￼ and 12-13'],
  ['in 2024 sales rose by 12', 'in ￼￼￼￼ sales rose by 12'],
  ['on 3 March 2024 at 9:30', 'on ￼￼￼￼￼￼￼￼￼￼￼￼ at ￼￼￼￼'],
  ['see Table 3 and [4, 5]', 'see ￼￼￼￼￼￼￼ and ￼￼￼￼￼￼'],
])('%s', (text, masked) => {
  expect(maskText(text)).toBe(masked);
});

test.each(['1', 'a', '1.', '1-', 'a_'])('a text of many times %s takes time linear in its length', (unit) => {
  expect(maskText(`${unit.repeat(300_000)} 1`)).toHaveLength(unit.length * 300_000 + 2);
});

const PIECES =
  "1|2|9|19|20|2024|18|7|.|,|/|-|–|:| |\u00A0|st|nd|th|er|ère|of |January|jan.|Mär|März|may|Okt|dez.|Sept|FY|’|'|Q|H|q3|Quartal|Table|Tab.|§|第|表|#|@|v|v.|a_|é|%|Uhr|am|p.m.|o’clock|[|^|]|+|(|)|年|月|日|and|ſ|x".split(
    '|',
  );

test('a sign is in all that its pattern finds', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      expect(MASKED.filter(([sign, pattern]) => text.search(pattern) >= 0 && text.search(sign) < 0)).toEqual([]);
    }),
    { numRuns: 20_000 },
  );
});
