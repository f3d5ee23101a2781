import { DEFAULT_LIMITS, EventQueue, type Limits, type LogLine, PreflagError } from '@preflag/core';
import { type Child, createPool, endError, type Pool } from '@preflag/supervisor';
import { type FromWorker, isFromWorker } from './frames.ts';
import type { Grants } from './gateway/grants.ts';
import { requireSafeIsolatedVm } from './isolated-vm-version.ts';
import { type Layer, layersOf } from './layers.ts';
import { requireStrict, type SandboxLevel } from './level.ts';
import { type LoadModule, loadProgram, type Program } from './program.ts';
import { runWithPeople } from './run-with-people.ts';
import type { RunLimits, SandboxEvent, SandboxRun, SandboxRunHandle, SandboxRunOptions } from './run-types.ts';
import { workerOptions } from './worker-options.ts';
import { Workspace } from './workspace.ts';
import type { WorkspaceFiles } from './capabilities.ts';

export type SandboxLimits = Pick<Limits, 'runBytes' | 'isolateMb' | 'frameBytes'> & RunLimits;

export interface SandboxOptions {
  /**
   * Default `standard`. `strict` is refused where it cannot be had; a lower level is never taken in its place. `best`: strict
   * where it can be had, else standard; `sandbox.level` tells.
   */
  readonly level?: SandboxLevel | 'best';
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
  /** What runs may do beyond their workspace. Default nothing. */
  readonly capabilities?: Grants;
  /** How `run({ module })` makes code of a file. Default: files are refused. `createSandbox` of the SDK brings a bundler. */
  readonly loadModule?: LoadModule;
}

export interface Sandbox extends AsyncDisposable {
  /** The level that is in force. */
  readonly level: SandboxLevel;
  /** The workspace of runs that have no files of their own. It is in memory, and stays from run to run. */
  readonly files: WorkspaceFiles;
  /** What stands between the code and the machine, from the inside out, and what of it holds here. */
  capabilities(): readonly Layer[];
  /**
   * Runs code that need not be trusted. Never rejects for what the code does.
   *
   * @param program an ES module that contains all that it uses, as text; or `{ module }`, a file that is bundled with what it
   * imports. Its function `agent`, or a default one, is called with `args` and the capabilities; a module without such a
   * function has done its work when it was loaded, and finds the capabilities in the global `preflag`.
   * @throws {PreflagError} as a rejection: `sandbox` when a worker cannot be started, `path` when a name in `files` is no
   * workspace path, `usage` when a grant cannot be kept or a journal is of another run, `agent` when a file cannot be bundled
   */
  run(program: Program, options?: SandboxRunOptions): SandboxRunHandle;
}

/**
 * For `strict` and `best` bubblewrap is tried first, which takes up to 100 ms once per process.
 *
 * @throws {PreflagError} as a rejection: `sandbox`, with what to do about it, when isolated-vm is absent or not safe, or the
 * level cannot be had; `usage` for a grant that cannot be kept
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  requireSafeIsolatedVm();
  const level = levelOf(options.level ?? 'standard');
  if (options.capabilities) (await import('./gateway/require-grants.ts')).requireGrants(options.capabilities);
  return new ProcessSandbox(level, options);
}

function levelOf(wanted: SandboxLevel | 'best'): SandboxLevel {
  if (wanted === 'standard') return wanted;
  try {
    requireStrict();
    return 'strict';
  } catch (error) {
    if (wanted === 'best' && PreflagError.isInstance(error) && error.code === 'sandbox') return 'standard';
    throw error;
  }
}

/** Runs of a worker that is used again; what V8 does not give back of an isolate is given back with the process. */
const MAX_RUNS = 1000;

class ProcessSandbox implements Sandbox {
  readonly level: SandboxLevel;
  readonly files: WorkspaceFiles;
  readonly #workspace: Workspace;
  readonly #limits: SandboxLimits;
  readonly #grants: Grants | undefined;
  readonly #loadModule: LoadModule | undefined;
  readonly #isReused: boolean;
  readonly #pool: Pool<FromWorker>;
  /** How many runs a worker has had. */
  readonly #runs = new WeakMap<Child<FromWorker>, number>();

  constructor(level: SandboxLevel, { isolation = 'process', size = 1, limits, capabilities, loadModule }: SandboxOptions) {
    this.level = level;
    this.#isReused = isolation === 'isolate';
    this.#limits = { ...DEFAULT_LIMITS, ...limits };
    this.#grants = capabilities;
    this.#loadModule = loadModule;
    this.#workspace = new Workspace({}, this.#limits);
    this.files = this.#workspace.asFiles();
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

  run(program: Program, options: SandboxRunOptions = {}): SandboxRunHandle {
    const events = new EventQueue<SandboxEvent>();
    const result = this.#run(program, options, (event) => events.push(event)).finally(() => events.close());
    return Object.assign(result, { events });
  }

  async #run(program: Program, options: SandboxRunOptions, emit: (event: SandboxEvent) => void): Promise<SandboxRun> {
    const limits = { ...this.#limits, ...options.limits };
    const grants = options.capabilities ?? this.#grants;
    const workspace = options.files ? openWorkspace(options.files, limits) : this.#workspace;
    const { code, show } = await loadProgram(program, this.#loadModule);
    const shown = (line: LogLine): LogLine => ({ ...line, text: show(line.text) });
    const run = await runWithPeople(code, {
      ...options,
      limits,
      grants,
      workspace,
      onLog: (line) => options.onLog?.(shown(line)),
      emit: (event) => emit(event.type === 'log' ? { ...event, line: shown(event.line) } : event),
      withWorker: (use) => this.#withWorker(use),
    });
    const reason = show(run.reason);
    emit({ type: 'end', status: run.status, reason });
    return { ...run, reason, log: run.log.map(shown) };
  }

  async #withWorker<T extends Pick<SandboxRun, 'status'>>(use: (child: Child<FromWorker>, run: number) => Promise<T>): Promise<T> {
    const child = await this.#takeReady();
    const run = (this.#runs.get(child) ?? 0) + 1;
    this.#runs.set(child, run);
    let isClean = false;
    try {
      const ended = await use(child, run);
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
