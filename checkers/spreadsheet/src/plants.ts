// Generated from the folders by `npm run generate`. Do not edit.
import type { Plant } from '@preflag/testing';
import { controlTotalMismatchPlant } from './rules/contract/control-total-mismatch/plant.ts';
import { missingColumnPlant } from './rules/contract/missing-column/plant.ts';
import { missingSheetPlant } from './rules/contract/missing-sheet/plant.ts';
import { rowCountOffPlant } from './rules/contract/row-count-off/plant.ts';
import { brokenReferencePlant } from './rules/formulas/broken-reference/plant.ts';
import { formulaStoredAsTextPlant } from './rules/formulas/formula-stored-as-text/plant.ts';
import { formulaWithoutCachedValuePlant } from './rules/formulas/formula-without-cached-value/plant.ts';
import { inconsistentFormulaPlant } from './rules/formulas/inconsistent-formula/plant.ts';
import { rangeOmitsNeighboursPlant } from './rules/formulas/range-omits-neighbours/plant.ts';
import { blankRowInsideTablePlant } from './rules/structure/blank-row-inside-table/plant.ts';
import { duplicateOrBlankHeaderPlant } from './rules/structure/duplicate-or-blank-header/plant.ts';
import { hiddenDataPlant } from './rules/structure/hidden-data/plant.ts';
import { mergedCellsInDataPlant } from './rules/structure/merged-cells-in-data/plant.ts';
import { raggedRowsPlant } from './rules/structure/ragged-rows/plant.ts';
import { duplicateKeyPlant } from './rules/values/duplicate-key/plant.ts';
import { errorValuePlant } from './rules/values/error-value/plant.ts';
import { mixedTypesInColumnPlant } from './rules/values/mixed-types-in-column/plant.ts';
import { numberStoredAsTextPlant } from './rules/values/number-stored-as-text/plant.ts';
import { placeholderTextPlant } from './rules/values/placeholder-text/plant.ts';
import { precisionLostPlant } from './rules/values/precision-lost/plant.ts';
import { textDatePlant } from './rules/values/text-date/plant.ts';
import { untrimmedKeyPlant } from './rules/values/untrimmed-key/plant.ts';

export const plants: readonly Plant[] = [
  controlTotalMismatchPlant,
  missingColumnPlant,
  missingSheetPlant,
  rowCountOffPlant,
  brokenReferencePlant,
  formulaStoredAsTextPlant,
  formulaWithoutCachedValuePlant,
  inconsistentFormulaPlant,
  rangeOmitsNeighboursPlant,
  blankRowInsideTablePlant,
  duplicateOrBlankHeaderPlant,
  hiddenDataPlant,
  mergedCellsInDataPlant,
  raggedRowsPlant,
  duplicateKeyPlant,
  errorValuePlant,
  mixedTypesInColumnPlant,
  numberStoredAsTextPlant,
  placeholderTextPlant,
  precisionLostPlant,
  textDatePlant,
  untrimmedKeyPlant,
];
