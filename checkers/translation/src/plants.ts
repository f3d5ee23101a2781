// Generated from the folders by `npm run generate`. Do not edit.
import type { Plant } from '@preflag/testing';
import { inconsistentTranslationPlant } from './rules/consistency/inconsistent-translation/plant.ts';
import { wrongLanguagePlant } from './rules/language/wrong-language/plant.ts';
import { chatterPlant } from './rules/leftovers/chatter/plant.ts';
import { placeholderChangedPlant } from './rules/markup/placeholder-changed/plant.ts';
import { tagChangedPlant } from './rules/markup/tag-changed/plant.ts';
import { urlChangedPlant } from './rules/markup/url-changed/plant.ts';
import { numberChangedPlant } from './rules/numbers/number-changed/plant.ts';
import { numberFormatPlant } from './rules/numbers/number-format/plant.ts';
import { segmentMissingPlant } from './rules/presence/segment-missing/plant.ts';
import { untranslatedSegmentPlant } from './rules/presence/untranslated-segment/plant.ts';
import { bracketUnpairedPlant } from './rules/punctuation/bracket-unpaired/plant.ts';
import { punctuationSpacingPlant } from './rules/punctuation/punctuation-spacing/plant.ts';
import { sentenceCasePlant } from './rules/punctuation/sentence-case/plant.ts';
import { terminalPunctuationPlant } from './rules/punctuation/terminal-punctuation/plant.ts';
import { repetitionLoopPlant } from './rules/repetition/repetition-loop/plant.ts';
import { protectedTermChangedPlant } from './rules/terms/protected-term-changed/plant.ts';
import { termMissingPlant } from './rules/terms/term-missing/plant.ts';

export const plants: readonly Plant[] = [
  inconsistentTranslationPlant,
  wrongLanguagePlant,
  chatterPlant,
  placeholderChangedPlant,
  tagChangedPlant,
  urlChangedPlant,
  numberChangedPlant,
  numberFormatPlant,
  segmentMissingPlant,
  untranslatedSegmentPlant,
  bracketUnpairedPlant,
  punctuationSpacingPlant,
  sentenceCasePlant,
  terminalPunctuationPlant,
  repetitionLoopPlant,
  protectedTermChangedPlant,
  termMissingPlant,
];
