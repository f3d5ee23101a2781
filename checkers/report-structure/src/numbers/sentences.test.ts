import { expect, test } from 'vitest';
import { sentencesOf } from './sentences.ts';

test.each([
  ['It cost 1,057.93. South sold more.', ['It cost 1,057.93.', 'South sold more.']],
  ['It cost 5.2. South sold more!', ['It cost 5.2.', 'South sold more!']],
  ['See No. 4 on the 3. May.', ['See No. 4 on the 3. May.']],
  ['It is approx. 4 of e.g. five', ['It is approx. 4 of e.g. five']],
  ['One; two\nthree', ['One;', 'two', 'three']],
  ['一。二', ['一。', '二']],
  ['He said “yes.” She left.', ['He said “yes.”', 'She left.']],
])('%s', (text, expected) => {
  expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end).trim())).toEqual(expected);
});
