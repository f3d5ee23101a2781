// Generated from the folders by `npm run generate`. Do not edit.
import type { Plant } from '@preflag/testing';
import { inconsistentTranslationPlant } from './rules/consistency/inconsistent-translation/plant.ts';
import { mixedCasingPlant } from './rules/consistency/mixed-casing/plant.ts';
import { mixedMarksPlant } from './rules/consistency/mixed-marks/plant.ts';
import { mixedRegisterPlant } from './rules/consistency/mixed-register/plant.ts';
import { wrongRegisterPlant } from './rules/consistency/wrong-register/plant.ts';
import { damagedTextPlant } from './rules/encoding/damaged-text/plant.ts';
import { duplicateKeyPlant } from './rules/files/duplicate-key/plant.ts';
import { fileInvalidPlant } from './rules/files/file-invalid/plant.ts';
import { languageMetadataPlant } from './rules/files/language-metadata/plant.ts';
import { pluralFormsPlant } from './rules/files/plural-forms/plant.ts';
import { tooLongPlant } from './rules/files/too-long/plant.ts';
import { unfinishedStatePlant } from './rules/files/unfinished-state/plant.ts';
import { misspeltWordsPlant } from './rules/language/misspelt-words/plant.ts';
import { mixedLanguagePlant } from './rules/language/mixed-language/plant.ts';
import { wrongLanguagePlant } from './rules/language/wrong-language/plant.ts';
import { wrongVariantPlant } from './rules/language/wrong-variant/plant.ts';
import { chatterPlant } from './rules/leftovers/chatter/plant.ts';
import { accessKeyLostPlant } from './rules/markup/access-key-lost/plant.ts';
import { codeChangedPlant } from './rules/markup/code-changed/plant.ts';
import { escapeChangedPlant } from './rules/markup/escape-changed/plant.ts';
import { linkChangedPlant } from './rules/markup/link-changed/plant.ts';
import { placeholderChangedPlant } from './rules/markup/placeholder-changed/plant.ts';
import { tagChangedPlant } from './rules/markup/tag-changed/plant.ts';
import { urlChangedPlant } from './rules/markup/url-changed/plant.ts';
import { dateChangedPlant } from './rules/numbers/date-changed/plant.ts';
import { numberChangedPlant } from './rules/numbers/number-changed/plant.ts';
import { numberFormatPlant } from './rules/numbers/number-format/plant.ts';
import { signLostPlant } from './rules/numbers/sign-lost/plant.ts';
import { timeChangedPlant } from './rules/numbers/time-changed/plant.ts';
import { unitChangedPlant } from './rules/numbers/unit-changed/plant.ts';
import { cutOffPlant } from './rules/presence/cut-off/plant.ts';
import { lengthDeviatesPlant } from './rules/presence/length-deviates/plant.ts';
import { placeholderTranslationPlant } from './rules/presence/placeholder-translation/plant.ts';
import { segmentMissingPlant } from './rules/presence/segment-missing/plant.ts';
import { sentenceMissingPlant } from './rules/presence/sentence-missing/plant.ts';
import { untranslatedSegmentPlant } from './rules/presence/untranslated-segment/plant.ts';
import { bracketUnpairedPlant } from './rules/punctuation/bracket-unpaired/plant.ts';
import { edgeSpaceChangedPlant } from './rules/punctuation/edge-space-changed/plant.ts';
import { foreignPunctuationPlant } from './rules/punctuation/foreign-punctuation/plant.ts';
import { letterCasePlant } from './rules/punctuation/letter-case/plant.ts';
import { punctuationSpacingPlant } from './rules/punctuation/punctuation-spacing/plant.ts';
import { sentenceCasePlant } from './rules/punctuation/sentence-case/plant.ts';
import { strayPunctuationPlant } from './rules/punctuation/stray-punctuation/plant.ts';
import { terminalPunctuationPlant } from './rules/punctuation/terminal-punctuation/plant.ts';
import { repetitionLoopPlant } from './rules/repetition/repetition-loop/plant.ts';
import { subtitleLayoutPlant } from './rules/subtitles/subtitle-layout/plant.ts';
import { subtitleTimingPlant } from './rules/subtitles/subtitle-timing/plant.ts';
import { memoryDiffersPlant } from './rules/terms/memory-differs/plant.ts';
import { protectedTermChangedPlant } from './rules/terms/protected-term-changed/plant.ts';
import { termMissingPlant } from './rules/terms/term-missing/plant.ts';

export const plants: readonly Plant[] = [
  inconsistentTranslationPlant,
  mixedCasingPlant,
  mixedMarksPlant,
  mixedRegisterPlant,
  wrongRegisterPlant,
  damagedTextPlant,
  duplicateKeyPlant,
  fileInvalidPlant,
  languageMetadataPlant,
  pluralFormsPlant,
  tooLongPlant,
  unfinishedStatePlant,
  misspeltWordsPlant,
  mixedLanguagePlant,
  wrongLanguagePlant,
  wrongVariantPlant,
  chatterPlant,
  accessKeyLostPlant,
  codeChangedPlant,
  escapeChangedPlant,
  linkChangedPlant,
  placeholderChangedPlant,
  tagChangedPlant,
  urlChangedPlant,
  dateChangedPlant,
  numberChangedPlant,
  numberFormatPlant,
  signLostPlant,
  timeChangedPlant,
  unitChangedPlant,
  cutOffPlant,
  lengthDeviatesPlant,
  placeholderTranslationPlant,
  segmentMissingPlant,
  sentenceMissingPlant,
  untranslatedSegmentPlant,
  bracketUnpairedPlant,
  edgeSpaceChangedPlant,
  foreignPunctuationPlant,
  letterCasePlant,
  punctuationSpacingPlant,
  sentenceCasePlant,
  strayPunctuationPlant,
  terminalPunctuationPlant,
  repetitionLoopPlant,
  subtitleLayoutPlant,
  subtitleTimingPlant,
  memoryDiffersPlant,
  protectedTermChangedPlant,
  termMissingPlant,
];
