// Generated from the folders by `npm run generate`. Do not edit.
import type { Plant } from '@preflag/testing';
import { columnLostPlant } from './rules/columns/column-lost/plant.ts';
import { formatLostPlant } from './rules/columns/format-lost/plant.ts';
import { rowDuplicatedPlant } from './rules/rows/row-duplicated/plant.ts';
import { rowLostPlant } from './rules/rows/row-lost/plant.ts';
import { changedOutsideScopePlant } from './rules/scope/changed-outside-scope/plant.ts';
import { requestedChangeMissingPlant } from './rules/scope/requested-change-missing/plant.ts';
import { dateShiftedPlant } from './rules/values/date-shifted/plant.ts';
import { formulaReplacedByValuePlant } from './rules/values/formula-replaced-by-value/plant.ts';
import { leadingZerosLostPlant } from './rules/values/leading-zeros-lost/plant.ts';
import { typeChangedPlant } from './rules/values/type-changed/plant.ts';
import { whitespaceOnlyChangePlant } from './rules/values/whitespace-only-change/plant.ts';

export const plants: readonly Plant[] = [
  columnLostPlant,
  formatLostPlant,
  rowDuplicatedPlant,
  rowLostPlant,
  changedOutsideScopePlant,
  requestedChangeMissingPlant,
  dateShiftedPlant,
  formulaReplacedByValuePlant,
  leadingZerosLostPlant,
  typeChangedPlant,
  whitespaceOnlyChangePlant,
];
