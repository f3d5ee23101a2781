import type { Json, Limits, LogLine, RunStatus } from '@preflag/core';
import type { CallCode, Spent } from './gateway/gateway.ts';
import type { GatewayLimits } from './gateway/create-gateway.ts';
import type { Grants } from './gateway/grants.ts';
import type { Journal, Question } from './journal/journal.ts';

/** Limits that each run may set anew. */
export type RunLimits = Pick<Limits, 'runMs' | 'cpuMs' | 'logBytes' | 'workspaceBytes' | 'workspaceFiles' | 'hostCalls' | 'journalBytes'> &
  GatewayLimits;

export interface SandboxRunOptions {
  /** The arguments of the function; the capabilities follow them. Default none. */
  readonly args?: readonly Json[];
  /** A workspace of the run's own, as it is at the start. Default: the sandbox's workspace, `sandbox.files`. */
  readonly files?: Readonly<Record<string, Uint8Array>>;
  /** Default: those of the sandbox. */
  readonly capabilities?: Grants;
  readonly limits?: Partial<RunLimits>;
  /** Makes `Math.random` and `crypto` of the run give the same values each time. */
  readonly seed?: string;
  /** The clock of the run at its start, in ms since 1970; such a run has a journal. Default: that of the machine. */
  readonly clock?: number;
  /**
   * `true`: keeps a journal. A journal: repeats that run, and goes on where it stopped; code, arguments and files must be the
   * same. A run that may ask people always has one.
   */
  readonly journal?: true | Journal;
  readonly signal?: AbortSignal;
  onLog?(line: LogLine): void;
}

/** How one run ended, and all that came of it until then. */
export interface SandboxRun {
  readonly status: RunStatus;
  /** One sentence, empty when the status is `ok`; for `error` followed by the frames of the guest's code. */
  readonly reason: string;
  /** Files that were delivered before the end, by the name that they were delivered as. */
  readonly delivered: Readonly<Record<string, Uint8Array>>;
  /** The whole workspace at the end. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** What the function returned, or what a module without one exports as its default; absent for `undefined`. */
  readonly result?: Json;
  readonly log: readonly LogLine[];
  /** Lines that were kept and lost, when the log was longer than `logBytes` (counted in UTF-16 units). */
  readonly truncated?: { readonly kept: number; readonly dropped: number };
  readonly journal?: Journal;
  /** What people must answer before it can go on; not empty when the status is `paused`. See `answerQuestion`. */
  readonly questions?: readonly Question[];
  /** `wallMs`: without the time that people took, or that a worker took to be ready. */
  readonly usage: { readonly wallMs: number; readonly hostCalls: number; readonly modelTokens: number; readonly cost: number };
}

/** What happens in a run, as it happens. */
export type SandboxEvent =
  | { readonly type: 'log'; readonly line: LogLine }
  /** A call of a grant has its answer. */
  | {
      readonly type: 'call';
      readonly seq: number;
      readonly name: string;
      readonly ms: number;
      /** Absent when it was done. */
      readonly code?: CallCode;
      readonly spent?: Spent;
    }
  | { readonly type: 'delivered'; readonly path: string; readonly as: string }
  | { readonly type: 'question'; readonly question: Question }
  | { readonly type: 'end'; readonly status: RunStatus; readonly reason: string };

/** A run that is going on: await it for its end, or read its events. */
export interface SandboxRunHandle extends Promise<SandboxRun> {
  /** Can be read by any number of readers, each from the beginning. */
  readonly events: AsyncIterable<SandboxEvent>;
}
