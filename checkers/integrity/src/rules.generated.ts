// Generated from the folders by `npm run generate`. Do not edit.
import type { Rule } from '@preflag/core';
import { corruptFile } from './rules/content/corrupt-file/rule.ts';
import { emptyFile } from './rules/content/empty-file/rule.ts';
import { limitExceeded } from './rules/content/limit-exceeded/rule.ts';
import { wrongType } from './rules/content/wrong-type/rule.ts';
import { agentNotFinished } from './rules/delivery/agent-not-finished/rule.ts';
import { missingDeliverable } from './rules/delivery/missing-deliverable/rule.ts';
import { unexpectedFile } from './rules/delivery/unexpected-file/rule.ts';

export const rules: readonly Rule[] = [
  corruptFile,
  emptyFile,
  limitExceeded,
  wrongType,
  agentNotFinished,
  missingDeliverable,
  unexpectedFile,
];
