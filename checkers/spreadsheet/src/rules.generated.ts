// Generated from the folders by `npm run generate`. Do not edit.
import type { Rule } from '@preflag/core';
import { cellNotAsAsked } from './rules/contract/cell-not-as-asked/rule.ts';
import { cellNotComputed } from './rules/contract/cell-not-computed/rule.ts';
import { controlTotalMismatch } from './rules/contract/control-total-mismatch/rule.ts';
import { formatNotAsAsked } from './rules/contract/format-not-as-asked/rule.ts';
import { missingColumn } from './rules/contract/missing-column/rule.ts';
import { missingSheet } from './rules/contract/missing-sheet/rule.ts';
import { referenceNotInFile } from './rules/contract/reference-not-in-file/rule.ts';
import { referenceWithoutMatch } from './rules/contract/reference-without-match/rule.ts';
import { rowCountOff } from './rules/contract/row-count-off/rule.ts';
import { rowsOutOfOrder } from './rules/contract/rows-out-of-order/rule.ts';
import { unitNotAsAsked } from './rules/contract/unit-not-as-asked/rule.ts';
import { valueMissing } from './rules/contract/value-missing/rule.ts';
import { valueNotAllowed } from './rules/contract/value-not-allowed/rule.ts';
import { valueNotMatchingPattern } from './rules/contract/value-not-matching-pattern/rule.ts';
import { valueNotUnique } from './rules/contract/value-not-unique/rule.ts';
import { valueOfWrongType } from './rules/contract/value-of-wrong-type/rule.ts';
import { valueOutOfRange } from './rules/contract/value-out-of-range/rule.ts';
import { approximateLookupUnsorted } from './rules/formulas/approximate-lookup-unsorted/rule.ts';
import { brokenReference } from './rules/formulas/broken-reference/rule.ts';
import { calculatedColumnException } from './rules/formulas/calculated-column-exception/rule.ts';
import { circularReference } from './rules/formulas/circular-reference/rule.ts';
import { doubleCountInTotal } from './rules/formulas/double-count-in-total/rule.ts';
import { doubledOperator } from './rules/formulas/doubled-operator/rule.ts';
import { errorOnRecalculation } from './rules/formulas/error-on-recalculation/rule.ts';
import { formulaOfBlankCells } from './rules/formulas/formula-of-blank-cells/rule.ts';
import { formulaOmitsInputs } from './rules/formulas/formula-omits-inputs/rule.ts';
import { formulaStoredAsText } from './rules/formulas/formula-stored-as-text/rule.ts';
import { formulaWithoutCachedValue } from './rules/formulas/formula-without-cached-value/rule.ts';
import { hardCodedNumber } from './rules/formulas/hard-coded-number/rule.ts';
import { iferrorHidesErrors } from './rules/formulas/iferror-hides-errors/rule.ts';
import { inconsistentFormula } from './rules/formulas/inconsistent-formula/rule.ts';
import { longFormula } from './rules/formulas/long-formula/rule.ts';
import { malformedFormula } from './rules/formulas/malformed-formula/rule.ts';
import { numberInQuotes } from './rules/formulas/number-in-quotes/rule.ts';
import { rangeOmitsNeighbours } from './rules/formulas/range-omits-neighbours/rule.ts';
import { repeatedCalculation } from './rules/formulas/repeated-calculation/rule.ts';
import { staleCachedValue } from './rules/formulas/stale-cached-value/rule.ts';
import { totalTakesInHeading } from './rules/formulas/total-takes-in-heading/rule.ts';
import { totalsDifferInExtent } from './rules/formulas/totals-differ-in-extent/rule.ts';
import { typedAmongFormulas } from './rules/formulas/typed-among-formulas/rule.ts';
import { unknownFunction } from './rules/formulas/unknown-function/rule.ts';
import { unlockedFormula } from './rules/formulas/unlocked-formula/rule.ts';
import { volatileFunction } from './rules/formulas/volatile-function/rule.ts';
import { chartOmitsRows } from './rules/presentation/chart-omits-rows/rule.ts';
import { formatContradictsValue } from './rules/presentation/format-contradicts-value/rule.ts';
import { mixedCurrencies } from './rules/presentation/mixed-currencies/rule.ts';
import { numberTooWide } from './rules/presentation/number-too-wide/rule.ts';
import { blankRowInsideTable } from './rules/structure/blank-row-inside-table/rule.ts';
import { duplicateOrBlankHeader } from './rules/structure/duplicate-or-blank-header/rule.ts';
import { hiddenData } from './rules/structure/hidden-data/rule.ts';
import { mergedCellsInData } from './rules/structure/merged-cells-in-data/rule.ts';
import { mixedLineEnds } from './rules/structure/mixed-line-ends/rule.ts';
import { raggedRows } from './rules/structure/ragged-rows/rule.ts';
import { tableWithoutRows } from './rules/structure/table-without-rows/rule.ts';
import { duplicateKey } from './rules/values/duplicate-key/rule.ts';
import { errorValue } from './rules/values/error-value/rule.ts';
import { formulaInjection } from './rules/values/formula-injection/rule.ts';
import { garbledText } from './rules/values/garbled-text/rule.ts';
import { leadingZerosLost } from './rules/values/leading-zeros-lost/rule.ts';
import { mixedDateFormats } from './rules/values/mixed-date-formats/rule.ts';
import { mixedMissingValues } from './rules/values/mixed-missing-values/rule.ts';
import { mixedNumberFormats } from './rules/values/mixed-number-formats/rule.ts';
import { mixedTypesInColumn } from './rules/values/mixed-types-in-column/rule.ts';
import { numberStoredAsText } from './rules/values/number-stored-as-text/rule.ts';
import { placeholderText } from './rules/values/placeholder-text/rule.ts';
import { precisionLost } from './rules/values/precision-lost/rule.ts';
import { sharesNotWhole } from './rules/values/shares-not-whole/rule.ts';
import { textDate } from './rules/values/text-date/rule.ts';
import { typedTotalMismatch } from './rules/values/typed-total-mismatch/rule.ts';
import { untrimmedKey } from './rules/values/untrimmed-key/rule.ts';
import { validationBroken } from './rules/values/validation-broken/rule.ts';
import { calculationManual } from './rules/workbook/calculation-manual/rule.ts';
import { externalLink } from './rules/workbook/external-link/rule.ts';
import { hiddenSheetReferenced } from './rules/workbook/hidden-sheet-referenced/rule.ts';
import { macroPresent } from './rules/workbook/macro-present/rule.ts';
import { mixedDateSystems } from './rules/workbook/mixed-date-systems/rule.ts';
import { pivotStale } from './rules/workbook/pivot-stale/rule.ts';
import { repeatedConditionalFormats } from './rules/workbook/repeated-conditional-formats/rule.ts';

export const rules: readonly Rule[] = [
  cellNotAsAsked,
  cellNotComputed,
  controlTotalMismatch,
  formatNotAsAsked,
  missingColumn,
  missingSheet,
  referenceNotInFile,
  referenceWithoutMatch,
  rowCountOff,
  rowsOutOfOrder,
  unitNotAsAsked,
  valueMissing,
  valueNotAllowed,
  valueNotMatchingPattern,
  valueNotUnique,
  valueOfWrongType,
  valueOutOfRange,
  approximateLookupUnsorted,
  brokenReference,
  calculatedColumnException,
  circularReference,
  doubleCountInTotal,
  doubledOperator,
  errorOnRecalculation,
  formulaOfBlankCells,
  formulaOmitsInputs,
  formulaStoredAsText,
  formulaWithoutCachedValue,
  hardCodedNumber,
  iferrorHidesErrors,
  inconsistentFormula,
  longFormula,
  malformedFormula,
  numberInQuotes,
  rangeOmitsNeighbours,
  repeatedCalculation,
  staleCachedValue,
  totalTakesInHeading,
  totalsDifferInExtent,
  typedAmongFormulas,
  unknownFunction,
  unlockedFormula,
  volatileFunction,
  chartOmitsRows,
  formatContradictsValue,
  mixedCurrencies,
  numberTooWide,
  blankRowInsideTable,
  duplicateOrBlankHeader,
  hiddenData,
  mergedCellsInData,
  mixedLineEnds,
  raggedRows,
  tableWithoutRows,
  duplicateKey,
  errorValue,
  formulaInjection,
  garbledText,
  leadingZerosLost,
  mixedDateFormats,
  mixedMissingValues,
  mixedNumberFormats,
  mixedTypesInColumn,
  numberStoredAsText,
  placeholderText,
  precisionLost,
  sharesNotWhole,
  textDate,
  typedTotalMismatch,
  untrimmedKey,
  validationBroken,
  calculationManual,
  externalLink,
  hiddenSheetReferenced,
  macroPresent,
  mixedDateSystems,
  pivotStale,
  repeatedConditionalFormats,
];
