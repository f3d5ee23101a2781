// Generated from the folders by `npm run generate`. Do not edit.
import type { Rule } from '@preflag/core';
import { agentSelfTalk } from './rules/leftovers/agent-self-talk/rule.ts';
import { citationTokenLeft } from './rules/leftovers/citation-token-left/rule.ts';
import { markupShownAsText } from './rules/leftovers/markup-shown-as-text/rule.ts';
import { placeholderText } from './rules/leftovers/placeholder-text/rule.ts';
import { programValueShown } from './rules/leftovers/program-value-shown/rule.ts';
import { rawLatexLeft } from './rules/leftovers/raw-latex-left/rule.ts';
import { rawMarkdownInDocument } from './rules/leftovers/raw-markdown-in-document/rule.ts';
import { sampleDataLeft } from './rules/leftovers/sample-data-left/rule.ts';
import { lengthOutOfRange } from './rules/length/length-out-of-range/rule.ts';
import { bracketNotClosed } from './rules/typography/bracket-not-closed/rule.ts';
import { doubleSpace } from './rules/typography/double-space/rule.ts';
import { invisibleCharacter } from './rules/typography/invisible-character/rule.ts';
import { mixedDashes } from './rules/typography/mixed-dashes/rule.ts';
import { mixedEllipses } from './rules/typography/mixed-ellipses/rule.ts';
import { mixedQuotes } from './rules/typography/mixed-quotes/rule.ts';
import { mixedUnitSpacing } from './rules/typography/mixed-unit-spacing/rule.ts';
import { mojibake } from './rules/typography/mojibake/rule.ts';
import { nonBreakingSpaceMixed } from './rules/typography/non-breaking-space-mixed/rule.ts';
import { repeatedWord } from './rules/typography/repeated-word/rule.ts';
import { spaceBeforePunctuation } from './rules/typography/space-before-punctuation/rule.ts';

export const rules: readonly Rule[] = [
  agentSelfTalk,
  citationTokenLeft,
  markupShownAsText,
  placeholderText,
  programValueShown,
  rawLatexLeft,
  rawMarkdownInDocument,
  sampleDataLeft,
  lengthOutOfRange,
  bracketNotClosed,
  doubleSpace,
  invisibleCharacter,
  mixedDashes,
  mixedEllipses,
  mixedQuotes,
  mixedUnitSpacing,
  mojibake,
  nonBreakingSpaceMixed,
  repeatedWord,
  spaceBeforePunctuation,
];
