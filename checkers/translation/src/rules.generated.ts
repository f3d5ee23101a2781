// Generated from the folders by `npm run generate`. Do not edit.
import type { Rule } from '@preflag/core';
import { numberChanged } from './rules/numbers/number-changed/rule.ts';
import { segmentMissing } from './rules/presence/segment-missing/rule.ts';
import { untranslatedSegment } from './rules/presence/untranslated-segment/rule.ts';

export const rules: readonly Rule[] = [
  numberChanged,
  segmentMissing,
  untranslatedSegment,
];
