import type { Location, RuleId } from '@preflag/core';
import type { Example } from './example.ts';

/** Puts one failure mode into clean deliverables, in one or more ways, and says where. */
export interface Plant {
  readonly rule: RuleId;
  /** A clean delivery on which the rule looks at something and finds nothing. */
  readonly clean: () => Example | Promise<Example>;
  /**
   * The ways in which the failure comes, by a name that describes it. Each takes any example of the kind, not only the one above,
   * and returns a broken copy, or `undefined` where there is no room for this failure.
   */
  readonly ways: Readonly<Record<string, (clean: Example) => Planted | undefined | Promise<Planted | undefined>>>;
}

export interface Planted {
  readonly example: Example;
  /** The answer key: what the rule must find, and nothing else of this rule. */
  readonly findings: readonly PlantedFinding[];
}

export interface PlantedFinding {
  readonly messageId: string;
  /** Where a delivery has several files. */
  readonly file?: string;
  /** The properties of the location that must be met. */
  readonly at?: Partial<Location>;
  /** A text that the evidence's excerpt must contain. */
  readonly excerpt?: string;
}

/** Declares a plant. */
export function definePlant(plant: Plant): Plant {
  return plant;
}
