import { readFileSync } from 'node:fs';
import { PreflagError, type Agent, type Gate, type Job, type Json } from '@preflag/core';
import { folderStore, type FolderStore, type ResumedRun, resumeFolder, runCycles, type RunHandle } from '@preflag/runs';
import { check } from '../check/check.ts';
import type { CheckOptions } from '../check/check-options.ts';

/** `sandbox` is the level of the check workers; that of the agent is the agent's own. */
export interface RunOptions extends Pick<CheckOptions, 'inputs' | 'checkers' | 'limits' | 'sandbox' | 'surroundings' | 'signal'> {
  /** Attempts after the first, while the delivery does not pass. Default 1. */
  readonly cycles?: number;
  /** A new or empty folder for the attempts: deliveries, reports, logs and feedback. Without it nothing is kept. */
  readonly store?: string;
  /**
   * Goes on with the run in `store` that waits for people, with their answers by the number of the question: to `ask` a text,
   * to `approve` an object `{ approved, reason? }`. Questions without an answer keep it waiting.
   */
  readonly answers?: Readonly<Record<number, Json>>;
  readonly gate?: Partial<Gate>;
}

/**
 * Runs an agent on a job: attempt, check, feedback, next attempt.
 *
 * @param job a job file, or a job as an object in the words of a job file (then give its files as `inputs`)
 * @returns at once: `events` as they happen, `result` when it is over
 * @throws {PreflagError} from `result`: `job`, `path`, `agent`, `sandbox`, `cancelled`
 */
export function run(job: string | object, agent: Agent, options: RunOptions = {}): RunHandle {
  const started = start(job, agent, options);
  const result = started.then((handle) => handle.result);
  result.catch(() => undefined);
  return {
    result,
    events: (async function* () {
      yield* (await started).events;
    })(),
  };
}

async function start(source: string | object, agent: Agent, options: RunOptions): Promise<RunHandle> {
  const { job, brief, inputs } = await taskOf(source, options.inputs);
  const { store, resume } = await openStore(options);
  return runCycles({ job, brief, inputs }, agent, {
    ...(options.cycles !== undefined && { cycles: options.cycles }),
    ...(options.signal && { signal: options.signal }),
    ...(store && { save: (attempt) => store.save(attempt), saveWaiting: (waiting) => store.saveWaiting(waiting) }),
    ...(resume && { resume }),
    check: ({ files, message, status, reason }, attempt) =>
      check(
        { files, name: `attempt ${attempt}` },
        {
          job: source,
          end: { status, reason },
          ...(message !== undefined && { message }),
          ...(options.inputs && { inputs: options.inputs }),
          ...(options.checkers && { checkers: options.checkers }),
          ...(options.limits && { limits: options.limits }),
          ...(options.sandbox && { sandbox: options.sandbox }),
          ...(options.surroundings && { surroundings: true }),
          ...(options.gate && { gate: options.gate }),
          ...(options.signal && { signal: options.signal }),
        },
      ),
  });
}

async function openStore({ store, answers }: RunOptions): Promise<{ readonly store?: FolderStore; readonly resume?: ResumedRun }> {
  if (store === undefined && answers) throw new PreflagError('usage', "To go on with a run, give its folder as 'store'.");
  if (store === undefined) return {};
  if (!answers) return { store: await folderStore(store) };
  const resumed = await resumeFolder(store);
  return { store: resumed.store, resume: { ...resumed.run, answers } };
}

/** What the agent is given: the job, its brief, and its inputs as bytes. */
async function taskOf(
  source: string | object,
  given: Readonly<Record<string, Uint8Array>> | undefined,
): Promise<{ job: Job; brief: string; inputs: Readonly<Record<string, Uint8Array>> }> {
  const { loadJob, parseJob } = await import('@preflag/core/job');
  if (typeof source === 'string') {
    const loaded = loadJob(source);
    const inputs = loaded.job.inputs.map((path) => [path, new Uint8Array(readFileSync(loaded.resolve(path)!))] as const);
    return { job: loaded.job, brief: loaded.brief, inputs: Object.fromEntries(inputs) };
  }
  const { job } = parseJob(JSON.stringify(source), 'job');
  const missing = job.inputs.find((path) => given?.[path] === undefined);
  if (missing !== undefined) throw new PreflagError('job', `The job lists the input '${missing}', and 'inputs' has no file of that name.`);
  return { job, brief: job.brief ?? '', inputs: Object.fromEntries(job.inputs.map((path) => [path, given![path]!])) };
}
