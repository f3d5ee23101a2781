import type { Report } from '@preflag/core';
import type { FixPlan } from '@preflag/fixes/plan';
import type { CheckOptions } from '../check/check-options.ts';

/** What {@link fix} may be told, beside what {@link check} may. */
export interface FixOptions extends CheckOptions {
  /** A folder that is not there yet, or is empty, and not inside of the delivery: the copy of the whole delivery goes there. */
  readonly out: string;
}

/** What came of fixing a delivery. */
export interface FixResult {
  /** Of the copy, or of the delivery where there was nothing to fix. */
  readonly report: Report;
  /** Edits that stand in the copy, in the order in which they were made. */
  readonly applied: FixPlan['files'];
  /** Edits that are left to a person, with the reason. */
  readonly left: FixPlan['left'];
}
