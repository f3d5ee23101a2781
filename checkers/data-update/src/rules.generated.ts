// Generated from the folders by `npm run generate`. Do not edit.
import type { Rule } from '@preflag/core';
import { columnLost } from './rules/columns/column-lost/rule.ts';
import { formatLost } from './rules/columns/format-lost/rule.ts';
import { rowDuplicated } from './rules/rows/row-duplicated/rule.ts';
import { rowLost } from './rules/rows/row-lost/rule.ts';
import { changedOutsideScope } from './rules/scope/changed-outside-scope/rule.ts';
import { requestedChangeMissing } from './rules/scope/requested-change-missing/rule.ts';
import { dateShifted } from './rules/values/date-shifted/rule.ts';
import { formulaReplacedByValue } from './rules/values/formula-replaced-by-value/rule.ts';
import { leadingZerosLost } from './rules/values/leading-zeros-lost/rule.ts';
import { typeChanged } from './rules/values/type-changed/rule.ts';
import { whitespaceOnlyChange } from './rules/values/whitespace-only-change/rule.ts';

export const rules: readonly Rule[] = [
  columnLost,
  formatLost,
  rowDuplicated,
  rowLost,
  changedOutsideScope,
  requestedChangeMissing,
  dateShifted,
  formulaReplacedByValue,
  leadingZerosLost,
  typeChanged,
  whitespaceOnlyChange,
];
