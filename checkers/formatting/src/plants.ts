// Generated from the folders by `npm run generate`. Do not edit.
import type { Plant } from '@preflag/testing';
import { agentSelfTalkPlant } from './rules/leftovers/agent-self-talk/plant.ts';
import { citationTokenLeftPlant } from './rules/leftovers/citation-token-left/plant.ts';
import { markupShownAsTextPlant } from './rules/leftovers/markup-shown-as-text/plant.ts';
import { placeholderTextPlant } from './rules/leftovers/placeholder-text/plant.ts';
import { programValueShownPlant } from './rules/leftovers/program-value-shown/plant.ts';
import { rawLatexLeftPlant } from './rules/leftovers/raw-latex-left/plant.ts';
import { rawMarkdownInDocumentPlant } from './rules/leftovers/raw-markdown-in-document/plant.ts';
import { sampleDataLeftPlant } from './rules/leftovers/sample-data-left/plant.ts';
import { lengthOutOfRangePlant } from './rules/length/length-out-of-range/plant.ts';

export const plants: readonly Plant[] = [
  agentSelfTalkPlant,
  citationTokenLeftPlant,
  markupShownAsTextPlant,
  placeholderTextPlant,
  programValueShownPlant,
  rawLatexLeftPlant,
  rawMarkdownInDocumentPlant,
  sampleDataLeftPlant,
  lengthOutOfRangePlant,
];
