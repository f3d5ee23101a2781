import type { Job } from './job/types.ts';
import type { Json } from './json.ts';
import type { FeedbackItem } from './report/feedback.ts';

/** How a run in the sandbox ended. */
export const RUN_STATUSES = [
  'ok',
  'error',
  'timeout',
  'cpu_limit',
  'memory_limit',
  'output_limit',
  'quota',
  'denied',
  'crashed',
  'cancelled',
  'paused',
] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** What an agent is given for one attempt. */
export interface AgentTask {
  readonly job: Job;
  /** The brief's text. */
  readonly brief: string;
  /** Files by path, as the job lists its inputs. */
  readonly inputs: Readonly<Record<string, Uint8Array>>;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** What was wrong with the attempt before; absent on the first. */
  readonly feedback?: { readonly text: string; readonly items: readonly FeedbackItem[] };
  /** What the attempt before handed in, so that an agent can mend instead of beginning again. */
  readonly previous?: Readonly<Record<string, Uint8Array>>;
}

export interface AgentOptions {
  readonly signal?: AbortSignal;
  /** Called with each line that the agent logs. */
  onLog?(line: LogLine): void;
  /** Goes on with a run that waits for people, of the same task. Agents that never wait take no notice. */
  readonly resume?: {
    /** From the result that was paused. */
    readonly journal: Json;
    /** By the number of the question: a text, or `{ approved, reason? }`. */
    readonly answers: Readonly<Record<number, Json>>;
  };
}

/** What an agent asks of a person. */
export interface AgentQuestion {
  readonly seq: number;
  /** `ask` wants a text, `approve` a yes or no. */
  readonly kind: 'ask' | 'approve';
  readonly text: string;
  /** What it is about, as data. */
  readonly details?: Json;
}

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly text: string;
}

/** What one run of an agent handed in, and how it ended. */
export interface AgentResult {
  readonly status: RunStatus;
  /** One sentence, empty when the status is `ok`. */
  readonly reason: string;
  /** The delivered files by path. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** The agent's last words. */
  readonly message?: string;
  readonly log: readonly LogLine[];
  /** Set when log lines were dropped. */
  readonly truncated?: { readonly kept: number; readonly dropped: number };
  /** What people must answer before it can go on, when the status is `paused`. */
  readonly questions?: readonly AgentQuestion[];
  /** All that came into the run from outside: see `Journal` of the sandbox. Of agents that keep one. */
  readonly journal?: Json;
  readonly usage: { readonly wallMs: number; readonly hostCalls: number; readonly modelTokens: number; readonly cost: number };
}

/** Whatever does the job. */
export interface Agent {
  readonly name: string;
  run(task: AgentTask, options?: AgentOptions): Promise<AgentResult>;
}
