// Generated from the folders by `npm run generate`. Do not edit.
import type { Plant } from '@preflag/testing';
import { numberChangedPlant } from './rules/numbers/number-changed/plant.ts';
import { segmentMissingPlant } from './rules/presence/segment-missing/plant.ts';
import { untranslatedSegmentPlant } from './rules/presence/untranslated-segment/plant.ts';

export const plants: readonly Plant[] = [
  numberChangedPlant,
  segmentMissingPlant,
  untranslatedSegmentPlant,
];
