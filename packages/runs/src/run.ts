import type { AgentQuestion, AgentResult, Comparison, Json, LogLine, Report, Verdict } from '@preflag/core';

/** One run of the agent on the job, checked. */
export interface Attempt {
  /** 1 for the first. */
  readonly number: number;
  readonly result: AgentResult;
  readonly report: Report;
  /** What became of the findings of the attempt before. */
  readonly comparison?: Comparison;
  /** What the next attempt was told; absent after the last. */
  readonly feedback?: string;
}

/** All attempts at one job. */
export interface Run {
  readonly job: string;
  readonly agent: string;
  readonly attempts: readonly Attempt[];
  /** Of the last attempt. */
  readonly verdict: Verdict;
  /** Machine cycles that were used: attempts after the first. Human turns are counted apart; there are none yet. */
  readonly cycles: number;
  /** Present when the agent waits for people; the verdict is then `incomplete`, and the attempt is not among `attempts`. */
  readonly waiting?: Waiting;
}

/** An attempt that cannot go on without people. */
export interface Waiting {
  readonly attempt: number;
  readonly questions: readonly AgentQuestion[];
  readonly journal: Json;
}

/** What happens during a run, as it happens. */
export type RunEvent =
  | { readonly type: 'attempt-started'; readonly attempt: number }
  | { readonly type: 'log'; readonly attempt: number; readonly line: LogLine }
  | { readonly type: 'delivered'; readonly attempt: number; readonly result: AgentResult }
  | { readonly type: 'checked'; readonly attempt: number; readonly report: Report; readonly comparison?: Comparison }
  | { readonly type: 'feedback'; readonly attempt: number; readonly text: string }
  | { readonly type: 'waiting'; readonly attempt: number; readonly waiting: Waiting }
  | { readonly type: 'finished'; readonly run: Run };
