// Generated from the folders by `npm run generate`. Do not edit.
import type { Plant } from '@preflag/testing';
import { documentStartsTwicePlant } from './rules/process/document-starts-twice/plant.ts';
import { processChatterPlant } from './rules/process/process-chatter/plant.ts';
import { sectionMissingPlant } from './rules/sections/section-missing/plant.ts';

export const plants: readonly Plant[] = [
  documentStartsTwicePlant,
  processChatterPlant,
  sectionMissingPlant,
];
