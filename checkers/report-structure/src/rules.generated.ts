// Generated from the folders by `npm run generate`. Do not edit.
import type { Rule } from '@preflag/core';
import { countNotMet } from './rules/completeness/count-not-met/rule.ts';
import { questionNotAnswered } from './rules/completeness/question-not-answered/rule.ts';
import { repeatedParagraph } from './rules/completeness/repeated-paragraph/rule.ts';
import { truncatedEnding } from './rules/completeness/truncated-ending/rule.ts';
import { changeMismatch } from './rules/numbers/change-mismatch/rule.ts';
import { contradictsData } from './rules/numbers/contradicts-data/rule.ts';
import { contradictsTable } from './rules/numbers/contradicts-table/rule.ts';
import { quantityContradicted } from './rules/numbers/quantity-contradicted/rule.ts';
import { shareMismatch } from './rules/numbers/share-mismatch/rule.ts';
import { sharesNotHundred } from './rules/numbers/shares-not-hundred/rule.ts';
import { totalMismatch } from './rules/numbers/total-mismatch/rule.ts';
import { untraceableFigure } from './rules/numbers/untraceable-figure/rule.ts';
import { documentStartsTwice } from './rules/process/document-starts-twice/rule.ts';
import { processChatter } from './rules/process/process-chatter/rule.ts';
import { brokenAnchor } from './rules/references/broken-anchor/rule.ts';
import { captionNeverReferenced } from './rules/references/caption-never-referenced/rule.ts';
import { captionNumberBroken } from './rules/references/caption-number-broken/rule.ts';
import { citationWithoutEntry } from './rules/references/citation-without-entry/rule.ts';
import { contentsOutdated } from './rules/references/contents-outdated/rule.ts';
import { duplicateEntry } from './rules/references/duplicate-entry/rule.ts';
import { entryNeverCited } from './rules/references/entry-never-cited/rule.ts';
import { figureCaptionMissing } from './rules/references/figure-caption-missing/rule.ts';
import { footnoteBroken } from './rules/references/footnote-broken/rule.ts';
import { imageWithoutText } from './rules/references/image-without-text/rule.ts';
import { incompleteEntry } from './rules/references/incomplete-entry/rule.ts';
import { invalidIdentifier } from './rules/references/invalid-identifier/rule.ts';
import { linkedFileMissing } from './rules/references/linked-file-missing/rule.ts';
import { placeholderLink } from './rules/references/placeholder-link/rule.ts';
import { unresolvedReference } from './rules/references/unresolved-reference/rule.ts';
import { duplicateSection } from './rules/sections/duplicate-section/rule.ts';
import { emptySection } from './rules/sections/empty-section/rule.ts';
import { genericTitle } from './rules/sections/generic-title/rule.ts';
import { headingSkip } from './rules/sections/heading-skip/rule.ts';
import { noHeadings } from './rules/sections/no-headings/rule.ts';
import { sectionMissing } from './rules/sections/section-missing/rule.ts';
import { sectionOrder } from './rules/sections/section-order/rule.ts';
import { sectionUnbalanced } from './rules/sections/section-unbalanced/rule.ts';
import { severalTitles } from './rules/sections/several-titles/rule.ts';
import { stubSection } from './rules/sections/stub-section/rule.ts';
import { unexpectedSection } from './rules/sections/unexpected-section/rule.ts';
import { raggedTable } from './rules/tables/ragged-table/rule.ts';
import { tableCaptionMissing } from './rules/tables/table-caption-missing/rule.ts';
import { tableHeaderEmpty } from './rules/tables/table-header-empty/rule.ts';
import { tableRowRepeated } from './rules/tables/table-row-repeated/rule.ts';
import { tableUnitMissing } from './rules/tables/table-unit-missing/rule.ts';

export const rules: readonly Rule[] = [
  countNotMet,
  questionNotAnswered,
  repeatedParagraph,
  truncatedEnding,
  changeMismatch,
  contradictsData,
  contradictsTable,
  quantityContradicted,
  shareMismatch,
  sharesNotHundred,
  totalMismatch,
  untraceableFigure,
  documentStartsTwice,
  processChatter,
  brokenAnchor,
  captionNeverReferenced,
  captionNumberBroken,
  citationWithoutEntry,
  contentsOutdated,
  duplicateEntry,
  entryNeverCited,
  figureCaptionMissing,
  footnoteBroken,
  imageWithoutText,
  incompleteEntry,
  invalidIdentifier,
  linkedFileMissing,
  placeholderLink,
  unresolvedReference,
  duplicateSection,
  emptySection,
  genericTitle,
  headingSkip,
  noHeadings,
  sectionMissing,
  sectionOrder,
  sectionUnbalanced,
  severalTitles,
  stubSection,
  unexpectedSection,
  raggedTable,
  tableCaptionMissing,
  tableHeaderEmpty,
  tableRowRepeated,
  tableUnitMissing,
];
