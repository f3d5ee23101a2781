// Generated from the folders by `npm run generate`. Do not edit.
import type { Rule } from '@preflag/core';
import { rowLost } from './rules/rows/row-lost/rule.ts';
import { changedOutsideScope } from './rules/scope/changed-outside-scope/rule.ts';
import { requestedChangeMissing } from './rules/scope/requested-change-missing/rule.ts';
import { leadingZerosLost } from './rules/values/leading-zeros-lost/rule.ts';

export const rules: readonly Rule[] = [
  rowLost,
  changedOutsideScope,
  requestedChangeMissing,
  leadingZerosLost,
];
