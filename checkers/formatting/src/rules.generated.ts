// Generated from the folders by `npm run generate`. Do not edit.
import type { Rule } from '@preflag/core';
import { abbreviationExplainedTwice } from './rules/consistency/abbreviation-explained-twice/rule.ts';
import { brandNameMisspelt } from './rules/consistency/brand-name-misspelt/rule.ts';
import { headingEndsInPunctuation } from './rules/consistency/heading-ends-in-punctuation/rule.ts';
import { headingNumbersBroken } from './rules/consistency/heading-numbers-broken/rule.ts';
import { headingTooLong } from './rules/consistency/heading-too-long/rule.ts';
import { impossibleDate } from './rules/consistency/impossible-date/rule.ts';
import { languageNotAsAsked } from './rules/consistency/language-not-as-asked/rule.ts';
import { mixedCitationStyles } from './rules/consistency/mixed-citation-styles/rule.ts';
import { mixedCurrencyNotation } from './rules/consistency/mixed-currency-notation/rule.ts';
import { mixedDateFormats } from './rules/consistency/mixed-date-formats/rule.ts';
import { mixedHeadingCase } from './rules/consistency/mixed-heading-case/rule.ts';
import { mixedListPunctuation } from './rules/consistency/mixed-list-punctuation/rule.ts';
import { mixedNumberFormats } from './rules/consistency/mixed-number-formats/rule.ts';
import { mixedSpellingVariants } from './rules/consistency/mixed-spelling-variants/rule.ts';
import { termNotAsAsked } from './rules/consistency/term-not-as-asked/rule.ts';
import { agentSelfTalk } from './rules/leftovers/agent-self-talk/rule.ts';
import { citationTokenLeft } from './rules/leftovers/citation-token-left/rule.ts';
import { commentsLeft } from './rules/leftovers/comments-left/rule.ts';
import { fieldInError } from './rules/leftovers/field-in-error/rule.ts';
import { frontMatterLeft } from './rules/leftovers/front-matter-left/rule.ts';
import { generatorPropertiesLeft } from './rules/leftovers/generator-properties-left/rule.ts';
import { hiddenTextLeft } from './rules/leftovers/hidden-text-left/rule.ts';
import { highlightLeft } from './rules/leftovers/highlight-left/rule.ts';
import { markupShownAsText } from './rules/leftovers/markup-shown-as-text/rule.ts';
import { placeholderText } from './rules/leftovers/placeholder-text/rule.ts';
import { programValueShown } from './rules/leftovers/program-value-shown/rule.ts';
import { promptLeft } from './rules/leftovers/prompt-left/rule.ts';
import { rawLatexLeft } from './rules/leftovers/raw-latex-left/rule.ts';
import { rawMarkdownInDocument } from './rules/leftovers/raw-markdown-in-document/rule.ts';
import { sampleDataLeft } from './rules/leftovers/sample-data-left/rule.ts';
import { trackedChangesLeft } from './rules/leftovers/tracked-changes-left/rule.ts';
import { lengthOutOfRange } from './rules/length/length-out-of-range/rule.ts';
import { emptyParagraphsAsSpacing } from './rules/page/empty-paragraphs-as-spacing/rule.ts';
import { fakeHeading } from './rules/page/fake-heading/rule.ts';
import { fontNotAsAsked } from './rules/page/font-not-as-asked/rule.ts';
import { mixedPageSetup } from './rules/page/mixed-page-setup/rule.ts';
import { mixedParagraphLook } from './rules/page/mixed-paragraph-look/rule.ts';
import { pageNotAsAsked } from './rules/page/page-not-as-asked/rule.ts';
import { pageNumbersMissing } from './rules/page/page-numbers-missing/rule.ts';
import { tooManyFonts } from './rules/page/too-many-fonts/rule.ts';
import { typedList } from './rules/page/typed-list/rule.ts';
import { blankPage } from './rules/pdf/blank-page/rule.ts';
import { fontNotEmbedded } from './rules/pdf/font-not-embedded/rule.ts';
import { pdfNotTagged } from './rules/pdf/pdf-not-tagged/rule.ts';
import { scannedPage } from './rules/pdf/scanned-page/rule.ts';
import { textOutsidePage } from './rules/pdf/text-outside-page/rule.ts';
import { unmappedCharacter } from './rules/pdf/unmapped-character/rule.ts';
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
  abbreviationExplainedTwice,
  brandNameMisspelt,
  headingEndsInPunctuation,
  headingNumbersBroken,
  headingTooLong,
  impossibleDate,
  languageNotAsAsked,
  mixedCitationStyles,
  mixedCurrencyNotation,
  mixedDateFormats,
  mixedHeadingCase,
  mixedListPunctuation,
  mixedNumberFormats,
  mixedSpellingVariants,
  termNotAsAsked,
  agentSelfTalk,
  citationTokenLeft,
  commentsLeft,
  fieldInError,
  frontMatterLeft,
  generatorPropertiesLeft,
  hiddenTextLeft,
  highlightLeft,
  markupShownAsText,
  placeholderText,
  programValueShown,
  promptLeft,
  rawLatexLeft,
  rawMarkdownInDocument,
  sampleDataLeft,
  trackedChangesLeft,
  lengthOutOfRange,
  emptyParagraphsAsSpacing,
  fakeHeading,
  fontNotAsAsked,
  mixedPageSetup,
  mixedParagraphLook,
  pageNotAsAsked,
  pageNumbersMissing,
  tooManyFonts,
  typedList,
  blankPage,
  fontNotEmbedded,
  pdfNotTagged,
  scannedPage,
  textOutsidePage,
  unmappedCharacter,
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
