import type { Jail } from './bubblewrap/jail.ts';
import type { ChildEnd, EndReason } from './child-end.ts';
import type { HeaderCheck, Message } from './frames.ts';
import type { ResourceLimits } from './resource-limits.ts';

export interface ChildOptions<H> {
  /** The child's file; it must call `serve` of `@preflag/supervisor/child`. */
  readonly entry: string | URL;
  /** Flags for Node, such as `--permission`. Default none. */
  readonly execArgv?: readonly string[];
  /** Arguments of the child's file, at `process.argv[3]` and on. Default none. */
  readonly args?: readonly string[];
  /** The headers that the child may send. Anything else ends it with `protocol`. */
  readonly check: HeaderCheck<H>;
  readonly limits?: Partial<ChildLimits>;
  /** What the kernel limits, where `prlimit` is there. Default: only that no core file is written. */
  readonly resources?: ResourceLimits;
  /** Runs the child in bubblewrap (Linux). Default: not. */
  readonly jail?: Jail;
  /** Ends the child with `cancelled`. */
  readonly signal?: AbortSignal;
}

export interface ChildLimits {
  /** Resident memory of the child and its descendants, watched while a deadline is set. Default `workerBytes` of core. */
  readonly bytes: number;
  /** Longest frame. Default `frameBytes` of core. */
  readonly frameBytes: number;
  /** Longest body that the child may send in one message, over as many frames as it takes. Default `fileBytes` of core. */
  readonly messageBytes: number;
  /** What is kept of the beginning and of the end of each of stdout and stderr. Default 16 kB. */
  readonly outputBytes: number;
  /** Time from the start until the child is ready. Default 20 s. */
  readonly bootMs: number;
}

/** A child process that can be killed with all its descendants, and that always ends with a name. */
export interface Child<H> {
  readonly pid: number;
  /** Resolves when the child can take messages; also when it ended before that. */
  readonly ready: Promise<void>;
  /** Resolves when the process is gone. Never rejects. */
  readonly end: Promise<ChildEnd>;
  readonly isAlive: boolean;
  /** Sends a message; nothing happens when the child is gone. The body must not change until then. */
  send(header: unknown, body?: Uint8Array): void;
  /** Sets the one listener; messages that came before wait for it. `undefined` takes it away. */
  onMessage(listener: ((message: Message<H>) => void) | undefined): void;
  /**
   * Ends the child with `timeout` after so many ms, counted anew at each call, and watches its memory until then; `undefined`
   * disarms both. With `cpuMs` it ends with `cpu_limit` when it and its descendants have used so much CPU time since then.
   */
  deadline(ms: number | undefined, cpuMs?: number): void;
  /** Sends SIGKILL to the whole tree; the first reason given counts. Default reason `killed`. */
  kill(reason?: EndReason, text?: string): Promise<ChildEnd>;
  /** Whether the child keeps the parent's event loop alive. True after the start. */
  ref(): void;
  unref(): void;
}
