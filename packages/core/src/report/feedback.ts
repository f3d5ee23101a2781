import type { RuleId } from '../rule.ts';
import type { Certainty, Severity } from '../severity.ts';

/** One thing for the agent to mend, with every place where it stands. */
export interface FeedbackItem {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly file: string;
  /** The first places in words; `count` says how many there are. */
  readonly places: readonly string[];
  readonly count: number;
  readonly message: string;
  readonly advice: string;
  /** Whether the attempt before had it already, or had it mended once. */
  readonly state: 'new' | 'remaining' | 'reopened';
  readonly fingerprints: readonly string[];
}
