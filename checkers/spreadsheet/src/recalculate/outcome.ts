import type { CalculatedValue } from './calculator.ts';

/** Why a formula is not recalculated. */
export interface Obstacle {
  readonly reason: Reason;
  /** A function's name, a piece of the formula. */
  readonly detail?: string;
}

/** The reasons, in words that follow a number of formulas. */
export const REASONS = {
  'unknown-function': 'use a function that is not recalculated',
  volatile: 'depend on the moment or the machine',
  'engine-differs': 'use a function that the engine computes in another way',
  'external-link': 'use another file',
  array: 'compute with whole ranges',
  reference: 'refer to cells in a way that is not recalculated',
  name: 'use a name that is no range or constant',
  circular: 'refer to themselves in a circle',
  'too-deep': 'are nested too deep',
  engine: 'gave no value',
  limit: 'were beyond the limits',
  inputs: 'depend on one that was not recalculated',
} as const;
export type Reason = keyof typeof REASONS;

/** What came of one formula. */
export type Outcome = { readonly kind: 'value'; readonly value: CalculatedValue } | ({ readonly kind: 'unsupported' } & Obstacle);
