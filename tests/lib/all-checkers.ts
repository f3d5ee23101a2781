import type { Checker } from '@preflag/core';
import { checker as dataUpdate } from '@preflag/checker-data-update';
import { plants as dataUpdatePlants } from '@preflag/checker-data-update/plants';
import { checker as formatting } from '@preflag/checker-formatting';
import { plants as formattingPlants } from '@preflag/checker-formatting/plants';
import { checker as integrity } from '@preflag/checker-integrity';
import { plants as integrityPlants } from '@preflag/checker-integrity/plants';
import { checker as reportStructure } from '@preflag/checker-report-structure';
import { plants as reportStructurePlants } from '@preflag/checker-report-structure/plants';
import { checker as spreadsheet } from '@preflag/checker-spreadsheet';
import { plants as spreadsheetPlants } from '@preflag/checker-spreadsheet/plants';
import { checker as translation } from '@preflag/checker-translation';
import { plants as translationPlants } from '@preflag/checker-translation/plants';
import type { Plant } from '@preflag/testing';

export const CHECKERS: readonly Checker[] = [integrity, spreadsheet, dataUpdate, formatting, translation, reportStructure];
export const PLANTS: readonly Plant[] = [
  ...integrityPlants,
  ...spreadsheetPlants,
  ...dataUpdatePlants,
  ...formattingPlants,
  ...translationPlants,
  ...reportStructurePlants,
];
