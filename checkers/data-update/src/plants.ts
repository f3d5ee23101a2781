// Generated from the folders by `npm run generate`. Do not edit.
import type { Plant } from '@preflag/testing';
import { rowLostPlant } from './rules/rows/row-lost/plant.ts';
import { changedOutsideScopePlant } from './rules/scope/changed-outside-scope/plant.ts';
import { requestedChangeMissingPlant } from './rules/scope/requested-change-missing/plant.ts';
import { leadingZerosLostPlant } from './rules/values/leading-zeros-lost/plant.ts';

export const plants: readonly Plant[] = [
  rowLostPlant,
  changedOutsideScopePlant,
  requestedChangeMissingPlant,
  leadingZerosLostPlant,
];
