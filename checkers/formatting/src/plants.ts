// Generated from the folders by `npm run generate`. Do not edit.
import type { Plant } from '@preflag/testing';
import { abbreviationExplainedTwicePlant } from './rules/consistency/abbreviation-explained-twice/plant.ts';
import { brandNameMisspeltPlant } from './rules/consistency/brand-name-misspelt/plant.ts';
import { headingEndsInPunctuationPlant } from './rules/consistency/heading-ends-in-punctuation/plant.ts';
import { headingNumbersBrokenPlant } from './rules/consistency/heading-numbers-broken/plant.ts';
import { headingTooLongPlant } from './rules/consistency/heading-too-long/plant.ts';
import { impossibleDatePlant } from './rules/consistency/impossible-date/plant.ts';
import { languageNotAsAskedPlant } from './rules/consistency/language-not-as-asked/plant.ts';
import { mixedCitationStylesPlant } from './rules/consistency/mixed-citation-styles/plant.ts';
import { mixedCurrencyNotationPlant } from './rules/consistency/mixed-currency-notation/plant.ts';
import { mixedDateFormatsPlant } from './rules/consistency/mixed-date-formats/plant.ts';
import { mixedHeadingCasePlant } from './rules/consistency/mixed-heading-case/plant.ts';
import { mixedListPunctuationPlant } from './rules/consistency/mixed-list-punctuation/plant.ts';
import { mixedNumberFormatsPlant } from './rules/consistency/mixed-number-formats/plant.ts';
import { mixedSpellingVariantsPlant } from './rules/consistency/mixed-spelling-variants/plant.ts';
import { termNotAsAskedPlant } from './rules/consistency/term-not-as-asked/plant.ts';
import { agentSelfTalkPlant } from './rules/leftovers/agent-self-talk/plant.ts';
import { citationTokenLeftPlant } from './rules/leftovers/citation-token-left/plant.ts';
import { commentsLeftPlant } from './rules/leftovers/comments-left/plant.ts';
import { fieldInErrorPlant } from './rules/leftovers/field-in-error/plant.ts';
import { frontMatterLeftPlant } from './rules/leftovers/front-matter-left/plant.ts';
import { generatorPropertiesLeftPlant } from './rules/leftovers/generator-properties-left/plant.ts';
import { hiddenTextLeftPlant } from './rules/leftovers/hidden-text-left/plant.ts';
import { highlightLeftPlant } from './rules/leftovers/highlight-left/plant.ts';
import { markupShownAsTextPlant } from './rules/leftovers/markup-shown-as-text/plant.ts';
import { placeholderTextPlant } from './rules/leftovers/placeholder-text/plant.ts';
import { programValueShownPlant } from './rules/leftovers/program-value-shown/plant.ts';
import { promptLeftPlant } from './rules/leftovers/prompt-left/plant.ts';
import { rawLatexLeftPlant } from './rules/leftovers/raw-latex-left/plant.ts';
import { rawMarkdownInDocumentPlant } from './rules/leftovers/raw-markdown-in-document/plant.ts';
import { sampleDataLeftPlant } from './rules/leftovers/sample-data-left/plant.ts';
import { trackedChangesLeftPlant } from './rules/leftovers/tracked-changes-left/plant.ts';
import { lengthOutOfRangePlant } from './rules/length/length-out-of-range/plant.ts';
import { emptyParagraphsAsSpacingPlant } from './rules/page/empty-paragraphs-as-spacing/plant.ts';
import { fakeHeadingPlant } from './rules/page/fake-heading/plant.ts';
import { fontNotAsAskedPlant } from './rules/page/font-not-as-asked/plant.ts';
import { mixedPageSetupPlant } from './rules/page/mixed-page-setup/plant.ts';
import { mixedParagraphLookPlant } from './rules/page/mixed-paragraph-look/plant.ts';
import { pageNotAsAskedPlant } from './rules/page/page-not-as-asked/plant.ts';
import { pageNumbersMissingPlant } from './rules/page/page-numbers-missing/plant.ts';
import { tooManyFontsPlant } from './rules/page/too-many-fonts/plant.ts';
import { typedListPlant } from './rules/page/typed-list/plant.ts';
import { blankPagePlant } from './rules/pdf/blank-page/plant.ts';
import { fontNotEmbeddedPlant } from './rules/pdf/font-not-embedded/plant.ts';
import { pdfNotTaggedPlant } from './rules/pdf/pdf-not-tagged/plant.ts';
import { scannedPagePlant } from './rules/pdf/scanned-page/plant.ts';
import { textOutsidePagePlant } from './rules/pdf/text-outside-page/plant.ts';
import { unmappedCharacterPlant } from './rules/pdf/unmapped-character/plant.ts';
import { bracketNotClosedPlant } from './rules/typography/bracket-not-closed/plant.ts';
import { doubleSpacePlant } from './rules/typography/double-space/plant.ts';
import { invisibleCharacterPlant } from './rules/typography/invisible-character/plant.ts';
import { mixedDashesPlant } from './rules/typography/mixed-dashes/plant.ts';
import { mixedEllipsesPlant } from './rules/typography/mixed-ellipses/plant.ts';
import { mixedQuotesPlant } from './rules/typography/mixed-quotes/plant.ts';
import { mixedUnitSpacingPlant } from './rules/typography/mixed-unit-spacing/plant.ts';
import { mojibakePlant } from './rules/typography/mojibake/plant.ts';
import { nonBreakingSpaceMixedPlant } from './rules/typography/non-breaking-space-mixed/plant.ts';
import { repeatedWordPlant } from './rules/typography/repeated-word/plant.ts';
import { spaceBeforePunctuationPlant } from './rules/typography/space-before-punctuation/plant.ts';

export const plants: readonly Plant[] = [
  abbreviationExplainedTwicePlant,
  brandNameMisspeltPlant,
  headingEndsInPunctuationPlant,
  headingNumbersBrokenPlant,
  headingTooLongPlant,
  impossibleDatePlant,
  languageNotAsAskedPlant,
  mixedCitationStylesPlant,
  mixedCurrencyNotationPlant,
  mixedDateFormatsPlant,
  mixedHeadingCasePlant,
  mixedListPunctuationPlant,
  mixedNumberFormatsPlant,
  mixedSpellingVariantsPlant,
  termNotAsAskedPlant,
  agentSelfTalkPlant,
  citationTokenLeftPlant,
  commentsLeftPlant,
  fieldInErrorPlant,
  frontMatterLeftPlant,
  generatorPropertiesLeftPlant,
  hiddenTextLeftPlant,
  highlightLeftPlant,
  markupShownAsTextPlant,
  placeholderTextPlant,
  programValueShownPlant,
  promptLeftPlant,
  rawLatexLeftPlant,
  rawMarkdownInDocumentPlant,
  sampleDataLeftPlant,
  trackedChangesLeftPlant,
  lengthOutOfRangePlant,
  emptyParagraphsAsSpacingPlant,
  fakeHeadingPlant,
  fontNotAsAskedPlant,
  mixedPageSetupPlant,
  mixedParagraphLookPlant,
  pageNotAsAskedPlant,
  pageNumbersMissingPlant,
  tooManyFontsPlant,
  typedListPlant,
  blankPagePlant,
  fontNotEmbeddedPlant,
  pdfNotTaggedPlant,
  scannedPagePlant,
  textOutsidePagePlant,
  unmappedCharacterPlant,
  bracketNotClosedPlant,
  doubleSpacePlant,
  invisibleCharacterPlant,
  mixedDashesPlant,
  mixedEllipsesPlant,
  mixedQuotesPlant,
  mixedUnitSpacingPlant,
  mojibakePlant,
  nonBreakingSpaceMixedPlant,
  repeatedWordPlant,
  spaceBeforePunctuationPlant,
];
