// Generated from the folders by `npm run generate`. Do not edit.
import type { Rule } from '@preflag/core';
import { controlTotalMismatch } from './rules/contract/control-total-mismatch/rule.ts';
import { missingColumn } from './rules/contract/missing-column/rule.ts';
import { missingSheet } from './rules/contract/missing-sheet/rule.ts';
import { errorValue } from './rules/values/error-value/rule.ts';

export const rules: readonly Rule[] = [
  controlTotalMismatch,
  missingColumn,
  missingSheet,
  errorValue,
];
