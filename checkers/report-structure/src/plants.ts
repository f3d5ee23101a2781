// Generated from the folders by `npm run generate`. Do not edit.
import type { Plant } from '@preflag/testing';
import { countNotMetPlant } from './rules/completeness/count-not-met/plant.ts';
import { questionNotAnsweredPlant } from './rules/completeness/question-not-answered/plant.ts';
import { repeatedParagraphPlant } from './rules/completeness/repeated-paragraph/plant.ts';
import { truncatedEndingPlant } from './rules/completeness/truncated-ending/plant.ts';
import { changeMismatchPlant } from './rules/numbers/change-mismatch/plant.ts';
import { contradictsDataPlant } from './rules/numbers/contradicts-data/plant.ts';
import { contradictsTablePlant } from './rules/numbers/contradicts-table/plant.ts';
import { quantityContradictedPlant } from './rules/numbers/quantity-contradicted/plant.ts';
import { shareMismatchPlant } from './rules/numbers/share-mismatch/plant.ts';
import { sharesNotHundredPlant } from './rules/numbers/shares-not-hundred/plant.ts';
import { totalMismatchPlant } from './rules/numbers/total-mismatch/plant.ts';
import { untraceableFigurePlant } from './rules/numbers/untraceable-figure/plant.ts';
import { documentStartsTwicePlant } from './rules/process/document-starts-twice/plant.ts';
import { processChatterPlant } from './rules/process/process-chatter/plant.ts';
import { brokenAnchorPlant } from './rules/references/broken-anchor/plant.ts';
import { captionNeverReferencedPlant } from './rules/references/caption-never-referenced/plant.ts';
import { captionNumberBrokenPlant } from './rules/references/caption-number-broken/plant.ts';
import { citationWithoutEntryPlant } from './rules/references/citation-without-entry/plant.ts';
import { contentsOutdatedPlant } from './rules/references/contents-outdated/plant.ts';
import { duplicateEntryPlant } from './rules/references/duplicate-entry/plant.ts';
import { entryNeverCitedPlant } from './rules/references/entry-never-cited/plant.ts';
import { figureCaptionMissingPlant } from './rules/references/figure-caption-missing/plant.ts';
import { footnoteBrokenPlant } from './rules/references/footnote-broken/plant.ts';
import { imageWithoutTextPlant } from './rules/references/image-without-text/plant.ts';
import { incompleteEntryPlant } from './rules/references/incomplete-entry/plant.ts';
import { invalidIdentifierPlant } from './rules/references/invalid-identifier/plant.ts';
import { linkedFileMissingPlant } from './rules/references/linked-file-missing/plant.ts';
import { placeholderLinkPlant } from './rules/references/placeholder-link/plant.ts';
import { unresolvedReferencePlant } from './rules/references/unresolved-reference/plant.ts';
import { duplicateSectionPlant } from './rules/sections/duplicate-section/plant.ts';
import { emptySectionPlant } from './rules/sections/empty-section/plant.ts';
import { genericTitlePlant } from './rules/sections/generic-title/plant.ts';
import { headingSkipPlant } from './rules/sections/heading-skip/plant.ts';
import { noHeadingsPlant } from './rules/sections/no-headings/plant.ts';
import { sectionMissingPlant } from './rules/sections/section-missing/plant.ts';
import { sectionOrderPlant } from './rules/sections/section-order/plant.ts';
import { sectionUnbalancedPlant } from './rules/sections/section-unbalanced/plant.ts';
import { severalTitlesPlant } from './rules/sections/several-titles/plant.ts';
import { stubSectionPlant } from './rules/sections/stub-section/plant.ts';
import { unexpectedSectionPlant } from './rules/sections/unexpected-section/plant.ts';
import { raggedTablePlant } from './rules/tables/ragged-table/plant.ts';
import { tableCaptionMissingPlant } from './rules/tables/table-caption-missing/plant.ts';
import { tableHeaderEmptyPlant } from './rules/tables/table-header-empty/plant.ts';
import { tableRowRepeatedPlant } from './rules/tables/table-row-repeated/plant.ts';
import { tableUnitMissingPlant } from './rules/tables/table-unit-missing/plant.ts';

export const plants: readonly Plant[] = [
  countNotMetPlant,
  questionNotAnsweredPlant,
  repeatedParagraphPlant,
  truncatedEndingPlant,
  changeMismatchPlant,
  contradictsDataPlant,
  contradictsTablePlant,
  quantityContradictedPlant,
  shareMismatchPlant,
  sharesNotHundredPlant,
  totalMismatchPlant,
  untraceableFigurePlant,
  documentStartsTwicePlant,
  processChatterPlant,
  brokenAnchorPlant,
  captionNeverReferencedPlant,
  captionNumberBrokenPlant,
  citationWithoutEntryPlant,
  contentsOutdatedPlant,
  duplicateEntryPlant,
  entryNeverCitedPlant,
  figureCaptionMissingPlant,
  footnoteBrokenPlant,
  imageWithoutTextPlant,
  incompleteEntryPlant,
  invalidIdentifierPlant,
  linkedFileMissingPlant,
  placeholderLinkPlant,
  unresolvedReferencePlant,
  duplicateSectionPlant,
  emptySectionPlant,
  genericTitlePlant,
  headingSkipPlant,
  noHeadingsPlant,
  sectionMissingPlant,
  sectionOrderPlant,
  sectionUnbalancedPlant,
  severalTitlesPlant,
  stubSectionPlant,
  unexpectedSectionPlant,
  raggedTablePlant,
  tableCaptionMissingPlant,
  tableHeaderEmptyPlant,
  tableRowRepeatedPlant,
  tableUnitMissingPlant,
];
