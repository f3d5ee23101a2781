// Generated from the folders by `npm run generate`. Do not edit.
import type { Plant } from '@preflag/testing';
import { corruptFilePlant } from './rules/content/corrupt-file/plant.ts';
import { emptyFilePlant } from './rules/content/empty-file/plant.ts';
import { limitExceededPlant } from './rules/content/limit-exceeded/plant.ts';
import { wrongTypePlant } from './rules/content/wrong-type/plant.ts';
import { agentNotFinishedPlant } from './rules/delivery/agent-not-finished/plant.ts';
import { missingDeliverablePlant } from './rules/delivery/missing-deliverable/plant.ts';
import { unexpectedFilePlant } from './rules/delivery/unexpected-file/plant.ts';

export const plants: readonly Plant[] = [
  corruptFilePlant,
  emptyFilePlant,
  limitExceededPlant,
  wrongTypePlant,
  agentNotFinishedPlant,
  missingDeliverablePlant,
  unexpectedFilePlant,
];
