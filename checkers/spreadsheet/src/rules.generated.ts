// Generated from the folders by `npm run generate`. Do not edit.
import type { Rule } from '@preflag/core';
import { controlTotalMismatch } from './rules/contract/control-total-mismatch/rule.ts';
import { missingColumn } from './rules/contract/missing-column/rule.ts';
import { missingSheet } from './rules/contract/missing-sheet/rule.ts';
import { rowCountOff } from './rules/contract/row-count-off/rule.ts';
import { brokenReference } from './rules/formulas/broken-reference/rule.ts';
import { formulaStoredAsText } from './rules/formulas/formula-stored-as-text/rule.ts';
import { formulaWithoutCachedValue } from './rules/formulas/formula-without-cached-value/rule.ts';
import { inconsistentFormula } from './rules/formulas/inconsistent-formula/rule.ts';
import { rangeOmitsNeighbours } from './rules/formulas/range-omits-neighbours/rule.ts';
import { blankRowInsideTable } from './rules/structure/blank-row-inside-table/rule.ts';
import { duplicateOrBlankHeader } from './rules/structure/duplicate-or-blank-header/rule.ts';
import { hiddenData } from './rules/structure/hidden-data/rule.ts';
import { mergedCellsInData } from './rules/structure/merged-cells-in-data/rule.ts';
import { raggedRows } from './rules/structure/ragged-rows/rule.ts';
import { duplicateKey } from './rules/values/duplicate-key/rule.ts';
import { errorValue } from './rules/values/error-value/rule.ts';
import { mixedTypesInColumn } from './rules/values/mixed-types-in-column/rule.ts';
import { numberStoredAsText } from './rules/values/number-stored-as-text/rule.ts';
import { placeholderText } from './rules/values/placeholder-text/rule.ts';
import { precisionLost } from './rules/values/precision-lost/rule.ts';
import { textDate } from './rules/values/text-date/rule.ts';
import { untrimmedKey } from './rules/values/untrimmed-key/rule.ts';

export const rules: readonly Rule[] = [
  controlTotalMismatch,
  missingColumn,
  missingSheet,
  rowCountOff,
  brokenReference,
  formulaStoredAsText,
  formulaWithoutCachedValue,
  inconsistentFormula,
  rangeOmitsNeighbours,
  blankRowInsideTable,
  duplicateOrBlankHeader,
  hiddenData,
  mergedCellsInData,
  raggedRows,
  duplicateKey,
  errorValue,
  mixedTypesInColumn,
  numberStoredAsText,
  placeholderText,
  precisionLost,
  textDate,
  untrimmedKey,
];
