// Generated from the folders by `npm run generate`. Do not edit.
import type { Plant } from '@preflag/testing';
import { controlTotalMismatchPlant } from './rules/contract/control-total-mismatch/plant.ts';
import { missingColumnPlant } from './rules/contract/missing-column/plant.ts';
import { missingSheetPlant } from './rules/contract/missing-sheet/plant.ts';
import { errorValuePlant } from './rules/values/error-value/plant.ts';

export const plants: readonly Plant[] = [
  controlTotalMismatchPlant,
  missingColumnPlant,
  missingSheetPlant,
  errorValuePlant,
];
