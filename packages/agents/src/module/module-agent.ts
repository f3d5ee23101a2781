import { basename, resolve } from 'node:path';
import { type Agent, type AgentOptions, type AgentResult, type AgentTask, type Json, PreflagError } from '@preflag/core';
import { answerQuestion, type Grants, type Journal, type RunLimits, type Sandbox, type SandboxRun } from '@preflag/sandbox';
import { previousFiles } from '../previous-files.ts';
import { sharedSandbox } from '../shared-sandbox.ts';
import type { ModuleTask } from './types.ts';

export interface ModuleAgentOptions {
  /** Default: the file's name. */
  readonly name?: string;
  /** Where the module runs. Default: one sandbox that all agents of this process share. */
  readonly sandbox?: Sandbox;
  /** What it may do beyond its workspace: a model, tools, addresses, people. Default: what the sandbox grants. */
  readonly capabilities?: Grants;
  /** Default: those of the sandbox. */
  readonly limits?: Partial<RunLimits>;
  /** Makes the random numbers of each run the same. */
  readonly seed?: string;
}

/**
 * An agent in a `.ts` or `.js` file (see `ModuleAgent` in `types.ts`), bundled with all that it imports and run in the sandbox.
 *
 * Every run has a journal: its clock moves only when something comes in (an answer, a timer), so code that waits in a loop for
 * time to pass never ends.
 *
 * `run` rejects with a `PreflagError` of the code `agent` when the file is missing, cannot be bundled, imports what only
 * Node has, or exports no agent. Whatever the agent does when it runs is in the result: one that ends well but delivers
 * no file has the status `error`.
 */
export function moduleAgent(file: string, options: ModuleAgentOptions = {}): Agent {
  const entry = resolve(file);
  const { name = basename(entry), capabilities, limits, seed } = options;
  return {
    name,
    async run(task: AgentTask, runOptions: AgentOptions = {}): Promise<AgentResult> {
      // The bundler is loaded with the first run: who only checks deliveries never needs it.
      const { bundleModule } = await import('./bundle-module.ts');
      const bundle = await bundleModule(entry);
      if (!bundle.exports.some((exported) => exported === 'agent' || exported === 'default')) {
        throw new PreflagError('agent', `${basename(entry)} exports no agent: export a function as 'agent' or as the default.`);
      }
      const sandbox = options.sandbox ?? (await sharedSandbox());
      const { seen, files } = guestView(task);
      const run = await sandbox.run(bundle, {
        args: [seen],
        files,
        journal: runOptions.resume ? answered(runOptions.resume) : true,
        ...(capabilities && { capabilities }),
        ...(limits && { limits }),
        ...(seed !== undefined && { seed }),
        ...(runOptions.signal && { signal: runOptions.signal }),
        onLog: (line) => runOptions.onLog?.(line),
      });
      return resultOf(run);
    },
  };
}

/** A journal is plain JSON; the sandbox refuses one that is not of this run. */
function answered({ journal, answers }: NonNullable<AgentOptions['resume']>): Journal {
  return Object.entries(answers).reduce((known, [seq, value]) => answerQuestion(known, Number(seq), value), journal as unknown as Journal);
}

function guestView(task: AgentTask): { readonly seen: Json; readonly files: Record<string, Uint8Array> } {
  const previous = previousFiles(task);
  const seen: ModuleTask = {
    job: task.job,
    brief: task.brief,
    attempt: task.attempt,
    ...(task.feedback && { feedback: task.feedback }),
    previousFiles: Object.keys(previous),
    inputs: Object.keys(task.inputs),
  };
  // Jobs and feedback are plain data; what JSON leaves out (undefined) the guest does not need.
  return { seen: JSON.parse(JSON.stringify(seen)) as Json, files: { ...task.inputs, ...previous } };
}

function resultOf(run: SandboxRun): AgentResult {
  const { delivered, result, usage, log, truncated, journal, questions = [] } = run;
  const hasNothing = run.status === 'ok' && Object.keys(delivered).length === 0;
  return {
    status: hasNothing ? 'error' : run.status,
    reason: hasNothing ? 'The agent ended without delivering a file: deliver(path) hands a file of the workspace in.' : run.reason,
    files: delivered,
    ...(typeof result === 'string' && { message: result }),
    log,
    ...(truncated && { truncated }),
    ...(questions.length > 0 && { questions }),
    ...(journal && { journal: journal as unknown as Json }),
    usage,
  };
}
