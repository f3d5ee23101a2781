// Generated from the folders by `npm run generate`. Do not edit.
import type { Plant } from '@preflag/testing';
import { citationTokenLeftPlant } from './rules/leftovers/citation-token-left/plant.ts';
import { placeholderTextPlant } from './rules/leftovers/placeholder-text/plant.ts';
import { lengthOutOfRangePlant } from './rules/length/length-out-of-range/plant.ts';

export const plants: readonly Plant[] = [
  citationTokenLeftPlant,
  placeholderTextPlant,
  lengthOutOfRangePlant,
];
