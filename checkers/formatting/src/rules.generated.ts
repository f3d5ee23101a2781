// Generated from the folders by `npm run generate`. Do not edit.
import type { Rule } from '@preflag/core';
import { citationTokenLeft } from './rules/leftovers/citation-token-left/rule.ts';
import { placeholderText } from './rules/leftovers/placeholder-text/rule.ts';
import { lengthOutOfRange } from './rules/length/length-out-of-range/rule.ts';

export const rules: readonly Rule[] = [
  citationTokenLeft,
  placeholderText,
  lengthOutOfRange,
];
