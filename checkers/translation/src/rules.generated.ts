// Generated from the folders by `npm run generate`. Do not edit.
import type { Rule } from '@preflag/core';
import { inconsistentTranslation } from './rules/consistency/inconsistent-translation/rule.ts';
import { mixedCasing } from './rules/consistency/mixed-casing/rule.ts';
import { mixedMarks } from './rules/consistency/mixed-marks/rule.ts';
import { mixedRegister } from './rules/consistency/mixed-register/rule.ts';
import { wrongRegister } from './rules/consistency/wrong-register/rule.ts';
import { damagedText } from './rules/encoding/damaged-text/rule.ts';
import { duplicateKey } from './rules/files/duplicate-key/rule.ts';
import { fileInvalid } from './rules/files/file-invalid/rule.ts';
import { languageMetadata } from './rules/files/language-metadata/rule.ts';
import { pluralForms } from './rules/files/plural-forms/rule.ts';
import { tooLong } from './rules/files/too-long/rule.ts';
import { unfinishedState } from './rules/files/unfinished-state/rule.ts';
import { misspeltWords } from './rules/language/misspelt-words/rule.ts';
import { mixedLanguage } from './rules/language/mixed-language/rule.ts';
import { wrongLanguage } from './rules/language/wrong-language/rule.ts';
import { wrongVariant } from './rules/language/wrong-variant/rule.ts';
import { chatter } from './rules/leftovers/chatter/rule.ts';
import { accessKeyLost } from './rules/markup/access-key-lost/rule.ts';
import { codeChanged } from './rules/markup/code-changed/rule.ts';
import { escapeChanged } from './rules/markup/escape-changed/rule.ts';
import { linkChanged } from './rules/markup/link-changed/rule.ts';
import { placeholderChanged } from './rules/markup/placeholder-changed/rule.ts';
import { tagChanged } from './rules/markup/tag-changed/rule.ts';
import { urlChanged } from './rules/markup/url-changed/rule.ts';
import { dateChanged } from './rules/numbers/date-changed/rule.ts';
import { numberChanged } from './rules/numbers/number-changed/rule.ts';
import { numberFormat } from './rules/numbers/number-format/rule.ts';
import { signLost } from './rules/numbers/sign-lost/rule.ts';
import { timeChanged } from './rules/numbers/time-changed/rule.ts';
import { unitChanged } from './rules/numbers/unit-changed/rule.ts';
import { cutOff } from './rules/presence/cut-off/rule.ts';
import { lengthDeviates } from './rules/presence/length-deviates/rule.ts';
import { placeholderTranslation } from './rules/presence/placeholder-translation/rule.ts';
import { segmentMissing } from './rules/presence/segment-missing/rule.ts';
import { sentenceMissing } from './rules/presence/sentence-missing/rule.ts';
import { untranslatedSegment } from './rules/presence/untranslated-segment/rule.ts';
import { bracketUnpaired } from './rules/punctuation/bracket-unpaired/rule.ts';
import { edgeSpaceChanged } from './rules/punctuation/edge-space-changed/rule.ts';
import { foreignPunctuation } from './rules/punctuation/foreign-punctuation/rule.ts';
import { letterCase } from './rules/punctuation/letter-case/rule.ts';
import { punctuationSpacing } from './rules/punctuation/punctuation-spacing/rule.ts';
import { sentenceCase } from './rules/punctuation/sentence-case/rule.ts';
import { strayPunctuation } from './rules/punctuation/stray-punctuation/rule.ts';
import { terminalPunctuation } from './rules/punctuation/terminal-punctuation/rule.ts';
import { repetitionLoop } from './rules/repetition/repetition-loop/rule.ts';
import { subtitleLayout } from './rules/subtitles/subtitle-layout/rule.ts';
import { subtitleTiming } from './rules/subtitles/subtitle-timing/rule.ts';
import { memoryDiffers } from './rules/terms/memory-differs/rule.ts';
import { protectedTermChanged } from './rules/terms/protected-term-changed/rule.ts';
import { termMissing } from './rules/terms/term-missing/rule.ts';

export const rules: readonly Rule[] = [
  inconsistentTranslation,
  mixedCasing,
  mixedMarks,
  mixedRegister,
  wrongRegister,
  damagedText,
  duplicateKey,
  fileInvalid,
  languageMetadata,
  pluralForms,
  tooLong,
  unfinishedState,
  misspeltWords,
  mixedLanguage,
  wrongLanguage,
  wrongVariant,
  chatter,
  accessKeyLost,
  codeChanged,
  escapeChanged,
  linkChanged,
  placeholderChanged,
  tagChanged,
  urlChanged,
  dateChanged,
  numberChanged,
  numberFormat,
  signLost,
  timeChanged,
  unitChanged,
  cutOff,
  lengthDeviates,
  placeholderTranslation,
  segmentMissing,
  sentenceMissing,
  untranslatedSegment,
  bracketUnpaired,
  edgeSpaceChanged,
  foreignPunctuation,
  letterCase,
  punctuationSpacing,
  sentenceCase,
  strayPunctuation,
  terminalPunctuation,
  repetitionLoop,
  subtitleLayout,
  subtitleTiming,
  memoryDiffers,
  protectedTermChanged,
  termMissing,
];
