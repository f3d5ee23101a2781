import { DEFAULT_LIMITS, type Json, type Limits, type LogLine, PreflagError, type RunStatus } from '@preflag/core';
import { type Child, createPool, endError, type Pool } from '@preflag/supervisor';
import { type FromWorker, isFromWorker } from './frames.ts';
import { requireSafeIsolatedVm } from './isolated-vm-version.ts';
import { type Layer, layersOf } from './layers.ts';
import { requireStrict, type SandboxLevel } from './level.ts';
import { runInChild } from './run-in-child.ts';
import { seedOf } from './seed.ts';
import { workerOptions } from './worker-options.ts';
import { Workspace } from './workspace.ts';

export type SandboxLimits = Pick<Limits, 'runBytes' | 'isolateMb' | 'frameBytes'> & RunLimits;
/** Limits that each run may set anew. */
export type RunLimits = Pick<Limits, 'runMs' | 'cpuMs' | 'logBytes' | 'workspaceBytes' | 'workspaceFiles' | 'hostCalls'>;

export interface SandboxOptions {
  /** Default `standard`. `strict` is refused where it cannot be had; a lower level is never taken in its place. */
  readonly level?: SandboxLevel;
  /**
   * What a run shares with no other. `process` (default): a process, which is killed after the run. `isolate`: only an
   * isolate, in a process that is used again as long as runs end by themselves. That is faster by the cost of a process, and
   * for code that you trust not to attack V8: code that broke out of its isolate would reach the runs that come after.
   */
  readonly isolation?: 'process' | 'isolate';
  /** Workers that are kept ready; with `isolate` the workers that take turns. Default 1. */
  readonly size?: number;
  /** Defaults: core's limits of the same names. */
  readonly limits?: Partial<SandboxLimits>;
}

export interface SandboxRunOptions {
  /** An ES module that contains all that it uses and exports a function `agent`, or a default one: `(task, capabilities) => result`. */
  readonly code: string;
  /** The function's first argument. */
  readonly task: Json;
  /** The workspace as it is at the start. */
  readonly files?: Readonly<Record<string, Uint8Array>>;
  readonly limits?: Partial<RunLimits>;
  /** Makes `Math.random` and `crypto` of the run give the same values each time. */
  readonly seed?: string;
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
  /** What the function returned; absent for `undefined`. */
  readonly result?: Json;
  readonly log: readonly LogLine[];
  /** Lines that were kept and lost, when the log was longer than `logBytes` (counted in UTF-16 units). */
  readonly truncated?: { readonly kept: number; readonly dropped: number };
  readonly usage: { readonly wallMs: number; readonly hostCalls: number };
}

export interface Sandbox extends AsyncDisposable {
  /** The level that is in force. */
  readonly level: SandboxLevel;
  /** What stands between the code and the machine, from the inside out, and what of it holds here. */
  capabilities(): readonly Layer[];
  /**
   * Runs code that need not be trusted. Never rejects for what the code does.
   *
   * @throws {PreflagError} `sandbox` when a worker cannot be started, `path` when a name in `files` is no workspace path
   */
  run(options: SandboxRunOptions): Promise<SandboxRun>;
}

/**
 * For `strict` bubblewrap is tried first, which takes up to 100 ms once per process.
 *
 * @throws {PreflagError} `sandbox`, with what to do about it, when isolated-vm is absent or not safe, or the level cannot be had
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  requireSafeIsolatedVm();
  if (options.level === 'strict') requireStrict();
  return new ProcessSandbox(options);
}

/** Runs of a worker that is used again; what V8 does not give back of an isolate is given back with the process. */
const MAX_RUNS = 1000;

class ProcessSandbox implements Sandbox {
  readonly level: SandboxLevel;
  readonly #limits: SandboxLimits;
  readonly #isReused: boolean;
  readonly #pool: Pool<FromWorker>;
  /** How many runs a worker has had. */
  readonly #runs = new WeakMap<Child<FromWorker>, number>();

  constructor({ level = 'standard', isolation = 'process', size = 1, limits }: SandboxOptions) {
    this.level = level;
    this.#isReused = isolation === 'isolate';
    this.#limits = { ...DEFAULT_LIMITS, ...limits };
    this.#pool = createPool({
      ...workerOptions(level, this.#limits, this.#isReused),
      size,
      isReused: this.#isReused,
      check: isFromWorker,
    });
  }

  capabilities(): readonly Layer[] {
    return layersOf(this.level);
  }

  async run(options: SandboxRunOptions): Promise<SandboxRun> {
    const limits = { ...this.#limits, ...options.limits };
    const workspace = openWorkspace(options.files ?? {}, limits);
    const child = await this.#takeReady();
    const seed = seedOf(options.seed);
    const run = (this.#runs.get(child) ?? 0) + 1;
    this.#runs.set(child, run);
    let isClean = false;
    try {
      const ended = await runInChild(child, workspace, { ...options, limits, seed, isSeeded: options.seed !== undefined, run });
      isClean = ended.status === 'ok' || ended.status === 'error';
      return ended;
    } finally {
      if (this.#isReused && isClean && run < MAX_RUNS) this.#pool.giveBack(child);
      // Looking for descendants takes a moment that the caller need not wait for; what the worker still says is not heard.
      else setImmediate(() => void this.#pool.discard(child));
    }
  }

  async #takeReady(): Promise<Child<FromWorker>> {
    const child = await this.#pool.take();
    if (child.isAlive) return child;
    await this.#pool.discard(child);
    throw endError(await child.end);
  }

  [Symbol.asyncDispose](): PromiseLike<void> {
    return this.#pool[Symbol.asyncDispose]();
  }
}

function openWorkspace(files: Readonly<Record<string, Uint8Array>>, limits: RunLimits): Workspace {
  try {
    return new Workspace(files, limits);
  } catch (error) {
    throw new PreflagError('path', error instanceof Error ? error.message : String(error), { cause: error });
  }
}
