import { array, assert, constantFrom, integer, oneof, property } from 'fast-check';
import { expect, it } from 'vitest';
import { KeyCounter } from './key-counter.ts';

it('finds the duplicates that a map of texts finds', () => {
  const number = integer({ min: 0, max: 40 }).map(String);
  const key = oneof(
    number,
    number,
    constantFrom('007', '7', ' 7 ', '0', '00', '-7', '7.0', 'ä', '', '  ', '9007199254740993', '9007199254740992'),
  );
  assert(
    property(array(key, { maxLength: 60 }), (keys) => {
      const counter = new KeyCounter('id', 0);
      for (const [row, text] of keys.entries()) counter.add(text, row);
      const { filled, duplicates, isCut } = counter.end();
      const expected = duplicatesOf(keys);
      expect(filled === keys.filter((text) => text.trim() !== '').length || expected.length > 20).toBe(true);
      expect(isCut).toBe(false);
      // A column that repeats often is given up.
      expect(duplicates).toEqual(duplicates.length === 0 && expected.length > 20 ? [] : expected);
    }),
  );
});

function duplicatesOf(keys: readonly string[]): readonly { readonly key: string; readonly row: number; readonly first: number }[] {
  const seen = new Map<string, number>();
  return keys.flatMap((text, row) => {
    const key = text.trim();
    const first = seen.get(key);
    if (key !== '' && first === undefined) seen.set(key, row);
    return key === '' || first === undefined ? [] : [{ key, row, first }];
  });
}
