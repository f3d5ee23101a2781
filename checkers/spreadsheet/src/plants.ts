// Generated from the folders by `npm run generate`. Do not edit.
import type { Plant } from '@preflag/testing';
import { cellNotAsAskedPlant } from './rules/contract/cell-not-as-asked/plant.ts';
import { cellNotComputedPlant } from './rules/contract/cell-not-computed/plant.ts';
import { controlTotalMismatchPlant } from './rules/contract/control-total-mismatch/plant.ts';
import { formatNotAsAskedPlant } from './rules/contract/format-not-as-asked/plant.ts';
import { missingColumnPlant } from './rules/contract/missing-column/plant.ts';
import { missingSheetPlant } from './rules/contract/missing-sheet/plant.ts';
import { referenceNotInFilePlant } from './rules/contract/reference-not-in-file/plant.ts';
import { referenceWithoutMatchPlant } from './rules/contract/reference-without-match/plant.ts';
import { rowCountOffPlant } from './rules/contract/row-count-off/plant.ts';
import { rowsOutOfOrderPlant } from './rules/contract/rows-out-of-order/plant.ts';
import { unitNotAsAskedPlant } from './rules/contract/unit-not-as-asked/plant.ts';
import { valueMissingPlant } from './rules/contract/value-missing/plant.ts';
import { valueNotAllowedPlant } from './rules/contract/value-not-allowed/plant.ts';
import { valueNotMatchingPatternPlant } from './rules/contract/value-not-matching-pattern/plant.ts';
import { valueNotUniquePlant } from './rules/contract/value-not-unique/plant.ts';
import { valueOfWrongTypePlant } from './rules/contract/value-of-wrong-type/plant.ts';
import { valueOutOfRangePlant } from './rules/contract/value-out-of-range/plant.ts';
import { approximateLookupUnsortedPlant } from './rules/formulas/approximate-lookup-unsorted/plant.ts';
import { brokenReferencePlant } from './rules/formulas/broken-reference/plant.ts';
import { calculatedColumnExceptionPlant } from './rules/formulas/calculated-column-exception/plant.ts';
import { circularReferencePlant } from './rules/formulas/circular-reference/plant.ts';
import { doubleCountInTotalPlant } from './rules/formulas/double-count-in-total/plant.ts';
import { doubledOperatorPlant } from './rules/formulas/doubled-operator/plant.ts';
import { errorOnRecalculationPlant } from './rules/formulas/error-on-recalculation/plant.ts';
import { formulaOfBlankCellsPlant } from './rules/formulas/formula-of-blank-cells/plant.ts';
import { formulaOmitsInputsPlant } from './rules/formulas/formula-omits-inputs/plant.ts';
import { formulaStoredAsTextPlant } from './rules/formulas/formula-stored-as-text/plant.ts';
import { formulaWithoutCachedValuePlant } from './rules/formulas/formula-without-cached-value/plant.ts';
import { hardCodedNumberPlant } from './rules/formulas/hard-coded-number/plant.ts';
import { iferrorHidesErrorsPlant } from './rules/formulas/iferror-hides-errors/plant.ts';
import { inconsistentFormulaPlant } from './rules/formulas/inconsistent-formula/plant.ts';
import { longFormulaPlant } from './rules/formulas/long-formula/plant.ts';
import { malformedFormulaPlant } from './rules/formulas/malformed-formula/plant.ts';
import { numberInQuotesPlant } from './rules/formulas/number-in-quotes/plant.ts';
import { rangeOmitsNeighboursPlant } from './rules/formulas/range-omits-neighbours/plant.ts';
import { repeatedCalculationPlant } from './rules/formulas/repeated-calculation/plant.ts';
import { staleCachedValuePlant } from './rules/formulas/stale-cached-value/plant.ts';
import { totalTakesInHeadingPlant } from './rules/formulas/total-takes-in-heading/plant.ts';
import { totalsDifferInExtentPlant } from './rules/formulas/totals-differ-in-extent/plant.ts';
import { typedAmongFormulasPlant } from './rules/formulas/typed-among-formulas/plant.ts';
import { unknownFunctionPlant } from './rules/formulas/unknown-function/plant.ts';
import { unlockedFormulaPlant } from './rules/formulas/unlocked-formula/plant.ts';
import { volatileFunctionPlant } from './rules/formulas/volatile-function/plant.ts';
import { chartOmitsRowsPlant } from './rules/presentation/chart-omits-rows/plant.ts';
import { formatContradictsValuePlant } from './rules/presentation/format-contradicts-value/plant.ts';
import { mixedCurrenciesPlant } from './rules/presentation/mixed-currencies/plant.ts';
import { numberTooWidePlant } from './rules/presentation/number-too-wide/plant.ts';
import { blankRowInsideTablePlant } from './rules/structure/blank-row-inside-table/plant.ts';
import { duplicateOrBlankHeaderPlant } from './rules/structure/duplicate-or-blank-header/plant.ts';
import { hiddenDataPlant } from './rules/structure/hidden-data/plant.ts';
import { mergedCellsInDataPlant } from './rules/structure/merged-cells-in-data/plant.ts';
import { mixedLineEndsPlant } from './rules/structure/mixed-line-ends/plant.ts';
import { raggedRowsPlant } from './rules/structure/ragged-rows/plant.ts';
import { tableWithoutRowsPlant } from './rules/structure/table-without-rows/plant.ts';
import { duplicateKeyPlant } from './rules/values/duplicate-key/plant.ts';
import { errorValuePlant } from './rules/values/error-value/plant.ts';
import { formulaInjectionPlant } from './rules/values/formula-injection/plant.ts';
import { garbledTextPlant } from './rules/values/garbled-text/plant.ts';
import { leadingZerosLostPlant } from './rules/values/leading-zeros-lost/plant.ts';
import { mixedDateFormatsPlant } from './rules/values/mixed-date-formats/plant.ts';
import { mixedMissingValuesPlant } from './rules/values/mixed-missing-values/plant.ts';
import { mixedNumberFormatsPlant } from './rules/values/mixed-number-formats/plant.ts';
import { mixedTypesInColumnPlant } from './rules/values/mixed-types-in-column/plant.ts';
import { numberStoredAsTextPlant } from './rules/values/number-stored-as-text/plant.ts';
import { placeholderTextPlant } from './rules/values/placeholder-text/plant.ts';
import { precisionLostPlant } from './rules/values/precision-lost/plant.ts';
import { sharesNotWholePlant } from './rules/values/shares-not-whole/plant.ts';
import { textDatePlant } from './rules/values/text-date/plant.ts';
import { typedTotalMismatchPlant } from './rules/values/typed-total-mismatch/plant.ts';
import { untrimmedKeyPlant } from './rules/values/untrimmed-key/plant.ts';
import { validationBrokenPlant } from './rules/values/validation-broken/plant.ts';
import { calculationManualPlant } from './rules/workbook/calculation-manual/plant.ts';
import { externalLinkPlant } from './rules/workbook/external-link/plant.ts';
import { hiddenSheetReferencedPlant } from './rules/workbook/hidden-sheet-referenced/plant.ts';
import { macroPresentPlant } from './rules/workbook/macro-present/plant.ts';
import { mixedDateSystemsPlant } from './rules/workbook/mixed-date-systems/plant.ts';
import { pivotStalePlant } from './rules/workbook/pivot-stale/plant.ts';
import { repeatedConditionalFormatsPlant } from './rules/workbook/repeated-conditional-formats/plant.ts';

export const plants: readonly Plant[] = [
  cellNotAsAskedPlant,
  cellNotComputedPlant,
  controlTotalMismatchPlant,
  formatNotAsAskedPlant,
  missingColumnPlant,
  missingSheetPlant,
  referenceNotInFilePlant,
  referenceWithoutMatchPlant,
  rowCountOffPlant,
  rowsOutOfOrderPlant,
  unitNotAsAskedPlant,
  valueMissingPlant,
  valueNotAllowedPlant,
  valueNotMatchingPatternPlant,
  valueNotUniquePlant,
  valueOfWrongTypePlant,
  valueOutOfRangePlant,
  approximateLookupUnsortedPlant,
  brokenReferencePlant,
  calculatedColumnExceptionPlant,
  circularReferencePlant,
  doubleCountInTotalPlant,
  doubledOperatorPlant,
  errorOnRecalculationPlant,
  formulaOfBlankCellsPlant,
  formulaOmitsInputsPlant,
  formulaStoredAsTextPlant,
  formulaWithoutCachedValuePlant,
  hardCodedNumberPlant,
  iferrorHidesErrorsPlant,
  inconsistentFormulaPlant,
  longFormulaPlant,
  malformedFormulaPlant,
  numberInQuotesPlant,
  rangeOmitsNeighboursPlant,
  repeatedCalculationPlant,
  staleCachedValuePlant,
  totalTakesInHeadingPlant,
  totalsDifferInExtentPlant,
  typedAmongFormulasPlant,
  unknownFunctionPlant,
  unlockedFormulaPlant,
  volatileFunctionPlant,
  chartOmitsRowsPlant,
  formatContradictsValuePlant,
  mixedCurrenciesPlant,
  numberTooWidePlant,
  blankRowInsideTablePlant,
  duplicateOrBlankHeaderPlant,
  hiddenDataPlant,
  mergedCellsInDataPlant,
  mixedLineEndsPlant,
  raggedRowsPlant,
  tableWithoutRowsPlant,
  duplicateKeyPlant,
  errorValuePlant,
  formulaInjectionPlant,
  garbledTextPlant,
  leadingZerosLostPlant,
  mixedDateFormatsPlant,
  mixedMissingValuesPlant,
  mixedNumberFormatsPlant,
  mixedTypesInColumnPlant,
  numberStoredAsTextPlant,
  placeholderTextPlant,
  precisionLostPlant,
  sharesNotWholePlant,
  textDatePlant,
  typedTotalMismatchPlant,
  untrimmedKeyPlant,
  validationBrokenPlant,
  calculationManualPlant,
  externalLinkPlant,
  hiddenSheetReferencedPlant,
  macroPresentPlant,
  mixedDateSystemsPlant,
  pivotStalePlant,
  repeatedConditionalFormatsPlant,
];
