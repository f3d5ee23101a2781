/** What a person decided on findings and criteria of one page: the file `decisions.json`. */
export interface Decisions {
  readonly version: 1;
  /** Who decided, as they named themselves. */
  readonly reviewer?: string;
  /** When the file was written: `2026-11-26T21:00:00.000Z`. */
  readonly at: string;
  /** How long the page was looked at, without the time when it was in the background or nobody touched it. */
  readonly seconds: number;
  /** One for each delivery of the page, those without decisions among them. */
  readonly reports: readonly ReportDecisions[];
}

export interface ReportDecisions {
  readonly job: string | null;
  /** The delivered folder, as the report names it. */
  readonly root: string;
  /** Which report it was, see `reportHash`. */
  readonly hash: string;
  /** Only findings that have a decision or a note. */
  readonly findings: readonly FindingDecision[];
  /** Only criteria that have a verdict. */
  readonly criteria: readonly CriterionDecision[];
}

/** Why a finding is no problem, in the order in which they are offered. */
export const DISMISSALS = ['false-alarm', 'acceptable', 'out-of-scope', 'duplicate', 'already-fixed'] as const;
export type Dismissal = (typeof DISMISSALS)[number];

/** At least one of `decision` and `note` is there. */
export interface FindingDecision {
  readonly fingerprint: string;
  readonly rule: string;
  readonly file: string;
  /** The place in words, for those who read the file; nothing is compared with it. */
  readonly place: string;
  readonly decision?: 'must-fix' | 'not-a-problem';
  /** There with `not-a-problem`, and only there. */
  readonly reason?: Dismissal;
  readonly note?: string;
}

export interface CriterionDecision {
  readonly id: string;
  readonly verdict: 'pass' | 'fail' | 'cannot_tell';
  readonly note?: string;
}
