import { randomFillSync } from 'node:crypto';
import { DEFAULT_LIMITS, type Json, type Limits, type LogLine, PreflagError, type RunStatus } from '@preflag/core';
import { type Child, createPool, endError, permissionFlags, type Pool, sourceCondition } from '@preflag/supervisor';
import { type FromWorker, isFromWorker } from './frames.ts';
import { requireSafeIsolatedVm } from './isolated-vm-version.ts';
import { runInChild } from './run-in-child.ts';
import { seedOf } from './seed.ts';
import { Workspace } from './workspace.ts';

export type SandboxLimits = Pick<Limits, 'runBytes' | 'isolateMb' | 'frameBytes'> & RunLimits;
/** Limits that each run may set anew. */
export type RunLimits = Pick<Limits, 'runMs' | 'logBytes' | 'workspaceBytes' | 'workspaceFiles' | 'hostCalls'>;

export interface SandboxOptions {
  /**
   * The least level that will do; default `standard`. `strict` (a boundary of the operating system) is refused: nothing here
   * provides it yet, and a lower level is never taken silently.
   */
  readonly level?: 'standard' | 'strict';
  /** Workers that are kept ready. Default 1. */
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
  /** `standard`: an isolate in a process of its own with Node's permission model, killed after the run. */
  readonly level: 'standard';
  /**
   * Runs code that need not be trusted. Never rejects for what the code does.
   *
   * @throws {PreflagError} `sandbox` when a worker cannot be started, `path` when a name in `files` is no workspace path
   */
  run(options: SandboxRunOptions): Promise<SandboxRun>;
}

/** @throws {PreflagError} `sandbox` when isolated-vm is absent or not safe, and when the level is not to be had */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  if (options.level === 'strict') {
    throw new PreflagError('sandbox', "The sandbox level 'strict' is not to be had: this version has 'standard' only.");
  }
  requireSafeIsolatedVm();
  return new ProcessSandbox(options);
}

class ProcessSandbox implements Sandbox {
  readonly level = 'standard';
  readonly #limits: SandboxLimits;
  readonly #pool: Pool<FromWorker>;

  constructor({ size = 1, limits }: SandboxOptions) {
    this.#limits = { ...DEFAULT_LIMITS, ...limits };
    const entry = import.meta.resolve('@preflag/sandbox/worker');
    const { frameBytes, runBytes, workspaceBytes, isolateMb } = this.#limits;
    this.#pool = createPool({
      entry,
      size,
      check: isFromWorker,
      execArgv: ['--no-node-snapshot', '--allow-addons', ...permissionFlags(entry, [ALPINE_RELEASE]), ...sourceCondition()],
      args: [String(isolateMb)],
      limits: { bytes: runBytes, frameBytes, messageBytes: workspaceBytes + frameBytes },
    });
  }

  async run(options: SandboxRunOptions): Promise<SandboxRun> {
    const limits = { ...this.#limits, ...options.limits };
    const workspace = openWorkspace(options.files ?? {}, limits);
    const child = await this.#takeReady();
    const seed = seedOf(options.seed ?? randomFillSync(Buffer.alloc(16)).toString('hex'));
    try {
      return await runInChild(child, workspace, { ...options, limits, seed, isSeeded: options.seed !== undefined });
    } finally {
      // SIGKILL is sent at once; that the process is gone is awaited only when the sandbox is disposed.
      void this.#pool.discard(child);
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

/** Read by the loader of isolated-vm to tell musl from glibc; it may be absent, but not forbidden. */
const ALPINE_RELEASE = '/etc/alpine-release';

function openWorkspace(files: Readonly<Record<string, Uint8Array>>, limits: RunLimits): Workspace {
  try {
    return new Workspace(files, limits);
  } catch (error) {
    throw new PreflagError('path', error instanceof Error ? error.message : String(error), { cause: error });
  }
}
