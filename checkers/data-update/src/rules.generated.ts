// Generated from the folders by `npm run generate`. Do not edit.
import type { Rule } from '@preflag/core';
import { columnLost } from './rules/columns/column-lost/rule.ts';
import { columnOrderChanged } from './rules/columns/column-order-changed/rule.ts';
import { formatLost } from './rules/columns/format-lost/rule.ts';
import { fileFormatChanged } from './rules/files/file-format-changed/rule.ts';
import { hiddenStateChanged } from './rules/parts/hidden-state-changed/rule.ts';
import { mergesChanged } from './rules/parts/merges-changed/rule.ts';
import { partLost } from './rules/parts/part-lost/rule.ts';
import { sheetOrderChanged } from './rules/parts/sheet-order-changed/rule.ts';
import { styleLost } from './rules/parts/style-lost/rule.ts';
import { validationOrNameLost } from './rules/parts/validation-or-name-lost/rule.ts';
import { rowDuplicated } from './rules/rows/row-duplicated/rule.ts';
import { rowLost } from './rules/rows/row-lost/rule.ts';
import { rowOrderChanged } from './rules/rows/row-order-changed/rule.ts';
import { changedOutsideScope } from './rules/scope/changed-outside-scope/rule.ts';
import { requestedChangeMissing } from './rules/scope/requested-change-missing/rule.ts';
import { dateShifted } from './rules/values/date-shifted/rule.ts';
import { formulaNotShifted } from './rules/values/formula-not-shifted/rule.ts';
import { formulaReplacedByValue } from './rules/values/formula-replaced-by-value/rule.ts';
import { leadingZerosLost } from './rules/values/leading-zeros-lost/rule.ts';
import { nullsChanged } from './rules/values/nulls-changed/rule.ts';
import { numberRounded } from './rules/values/number-rounded/rule.ts';
import { typeChanged } from './rules/values/type-changed/rule.ts';
import { whitespaceOnlyChange } from './rules/values/whitespace-only-change/rule.ts';

export const rules: readonly Rule[] = [
  columnLost,
  columnOrderChanged,
  formatLost,
  fileFormatChanged,
  hiddenStateChanged,
  mergesChanged,
  partLost,
  sheetOrderChanged,
  styleLost,
  validationOrNameLost,
  rowDuplicated,
  rowLost,
  rowOrderChanged,
  changedOutsideScope,
  requestedChangeMissing,
  dateShifted,
  formulaNotShifted,
  formulaReplacedByValue,
  leadingZerosLost,
  nullsChanged,
  numberRounded,
  typeChanged,
  whitespaceOnlyChange,
];
