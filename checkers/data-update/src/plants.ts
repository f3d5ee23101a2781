// Generated from the folders by `npm run generate`. Do not edit.
import type { Plant } from '@preflag/testing';
import { columnLostPlant } from './rules/columns/column-lost/plant.ts';
import { columnOrderChangedPlant } from './rules/columns/column-order-changed/plant.ts';
import { formatLostPlant } from './rules/columns/format-lost/plant.ts';
import { fileFormatChangedPlant } from './rules/files/file-format-changed/plant.ts';
import { hiddenStateChangedPlant } from './rules/parts/hidden-state-changed/plant.ts';
import { mergesChangedPlant } from './rules/parts/merges-changed/plant.ts';
import { partLostPlant } from './rules/parts/part-lost/plant.ts';
import { sheetOrderChangedPlant } from './rules/parts/sheet-order-changed/plant.ts';
import { styleLostPlant } from './rules/parts/style-lost/plant.ts';
import { validationOrNameLostPlant } from './rules/parts/validation-or-name-lost/plant.ts';
import { rowDuplicatedPlant } from './rules/rows/row-duplicated/plant.ts';
import { rowLostPlant } from './rules/rows/row-lost/plant.ts';
import { rowOrderChangedPlant } from './rules/rows/row-order-changed/plant.ts';
import { changedOutsideScopePlant } from './rules/scope/changed-outside-scope/plant.ts';
import { requestedChangeMissingPlant } from './rules/scope/requested-change-missing/plant.ts';
import { dateShiftedPlant } from './rules/values/date-shifted/plant.ts';
import { formulaNotShiftedPlant } from './rules/values/formula-not-shifted/plant.ts';
import { formulaReplacedByValuePlant } from './rules/values/formula-replaced-by-value/plant.ts';
import { leadingZerosLostPlant } from './rules/values/leading-zeros-lost/plant.ts';
import { nullsChangedPlant } from './rules/values/nulls-changed/plant.ts';
import { numberRoundedPlant } from './rules/values/number-rounded/plant.ts';
import { typeChangedPlant } from './rules/values/type-changed/plant.ts';
import { whitespaceOnlyChangePlant } from './rules/values/whitespace-only-change/plant.ts';

export const plants: readonly Plant[] = [
  columnLostPlant,
  columnOrderChangedPlant,
  formatLostPlant,
  fileFormatChangedPlant,
  hiddenStateChangedPlant,
  mergesChangedPlant,
  partLostPlant,
  sheetOrderChangedPlant,
  styleLostPlant,
  validationOrNameLostPlant,
  rowDuplicatedPlant,
  rowLostPlant,
  rowOrderChangedPlant,
  changedOutsideScopePlant,
  requestedChangeMissingPlant,
  dateShiftedPlant,
  formulaNotShiftedPlant,
  formulaReplacedByValuePlant,
  leadingZerosLostPlant,
  nullsChangedPlant,
  numberRoundedPlant,
  typeChangedPlant,
  whitespaceOnlyChangePlant,
];
