import { expect, it } from 'vitest';
import { countWords } from './count-words.ts';

it.each([
  ['', 0, 0],
  ['One two, three.', 3, 3],
  ['A state-of-the-art e-mail', 3, 7],
  ['— 12 % … 3.5', 2, 2],
  ["Don't and/or", 2, 3],
  ['我们需要更多信息', 4, 8],
  ['上海 2024 report', 3, 4],
])('counts %j', (text, fewest, most) => {
  expect(countWords(text)).toEqual({ fewest, most });
});
