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
];
