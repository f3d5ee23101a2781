/** Findings that somebody has looked at and accepted, so that only what is new gates. One entry a finding, never a count. */
export interface Baseline {
  readonly version: 1;
  readonly entries: readonly BaselineEntry[];
}

export interface BaselineEntry {
  readonly fingerprint: string;
  /** The job that the delivery was checked against; null without one. Fingerprints of different jobs may be the same. */
  readonly job: string | null;
  readonly rule: string;
  readonly file: string;
  /** The place and the message when it was accepted, for those who read the file; nothing is compared with them. */
  readonly place: string;
  readonly message: string;
  /** Why it is no problem, or none for now. */
  readonly reason: string;
  /** Who says so. */
  readonly by: string;
  /** The day it was accepted, and the last day that it counts: `2026-11-26`. Without `expires` it counts until it is removed. */
  readonly at: string;
  readonly expires?: string;
}
