// Generated from the folders by `npm run generate`. Do not edit.
import type { Rule } from '@preflag/core';
import { documentStartsTwice } from './rules/process/document-starts-twice/rule.ts';
import { processChatter } from './rules/process/process-chatter/rule.ts';
import { sectionMissing } from './rules/sections/section-missing/rule.ts';

export const rules: readonly Rule[] = [
  documentStartsTwice,
  processChatter,
  sectionMissing,
];
