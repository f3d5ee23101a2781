import { type Agent, type AgentOptions, type AgentResult, type AgentTask, type ModelClient, PreflagError } from '@preflag/core';
import type { RunLimits, Sandbox, Tool } from '@preflag/sandbox';
import { modelFromEnv } from '../model/model-from-env.ts';
import { sharedSandbox } from '../shared-sandbox.ts';
import { BUILT_IN_NAMES } from './built-in-names.ts';

export interface LoopAgentOptions {
  /** A client, or a name for which `modelFromEnv` finds address and key in the environment. */
  readonly model: ModelClient | string;
  /** Added to the agent's own instructions. */
  readonly system?: string;
  /** What the model may call beyond the agent's own tools. They run in this process, with all that it may do, and have two minutes for a call. */
  readonly tools?: readonly Tool[];
  readonly budget?: LoopBudget;
  /** Longest time of a whole run, in ms; it ends with the status `timeout`. Default 600,000. */
  readonly timeoutMs?: number;
  /** Of each run of code that the model writes; `workspaceBytes` and `workspaceFiles` also of what its other tools write. */
  readonly limits?: Partial<RunLimits>;
  /** Where code that the model writes runs; it has the workspace, and no grants of the sandbox. Default: one sandbox that all agents of this process share. */
  readonly sandbox?: Sandbox;
  /** Default: the model's name. */
  readonly name?: string;
}

/**
 * How much of the model one run may use. When it is used up the run ends with the status `quota`. Tokens and cost are counted
 * after each answer, so the last one may go beyond them.
 */
export interface LoopBudget {
  /** Answers of the model. Default 30. */
  readonly turns?: number;
  /** Input and output together. Default: no limit. */
  readonly tokens?: number;
  /** US dollars. Needs a client that knows a price. Default: no limit. */
  readonly cost?: number;
}

/** What a run needs, with the defaults filled in. */
export interface LoopSetup {
  readonly model: ModelClient;
  readonly system: string;
  readonly tools: readonly Tool[];
  readonly budget: Required<LoopBudget>;
  readonly timeoutMs: number;
  readonly limits: Partial<RunLimits>;
  readonly sandbox: () => Promise<Sandbox>;
}

/**
 * An agent that is a model with tools: it lists, reads and writes the files of a workspace in memory, runs JavaScript on them
 * in the sandbox, calls the tools that it was given, and hands files in. It ends when the model answers without a call; if
 * nothing was handed in by then it is told so once.
 *
 * `run` rejects with a `PreflagError` when the model gives no answer (`model`), a tool's schema is none (`usage`) or the
 * sandbox cannot be had (`sandbox`). Everything else is in the result: one that ends without a file has the status `error`.
 *
 * @throws {PreflagError} `model` when the name's key is missing, or a budget in money is set for a model without a price;
 *   `usage` for a budget that is no positive number, or a tool with a name that cannot be used
 */
export function loopAgent(options: LoopAgentOptions): Agent {
  const { tools = [], timeoutMs = 600_000, limits = {}, system = '' } = options;
  const model = typeof options.model === 'string' ? modelFromEnv(options.model) : options.model;
  const budget = { turns: 30, tokens: Infinity, cost: Infinity, ...options.budget };
  requireBudget({ ...budget, timeoutMs }, model);
  requireNames(tools);
  const setup: LoopSetup = { model, system, tools, budget, timeoutMs, limits, sandbox: async () => options.sandbox ?? sharedSandbox() };
  return {
    name: options.name ?? model.name,
    async run(task: AgentTask, runOptions: AgentOptions = {}): Promise<AgentResult> {
      const { runLoop } = await import('./run-loop.ts');
      return runLoop(setup, task, runOptions);
    },
  };
}

function requireBudget(budget: Readonly<Record<string, number>>, model: ModelClient): void {
  for (const [name, value] of Object.entries(budget)) {
    if (!(value > 0)) throw new PreflagError('usage', `'${name}' must be a number above 0, and is ${value}.`);
  }
  if (budget['cost'] !== Infinity && !model.hasPrice) {
    throw new PreflagError(
      'model',
      `No price is known for the model '${model.name}', so a budget in money cannot be kept: give its price, or a budget in tokens.`,
    );
  }
}

function requireNames(tools: readonly Tool[]): void {
  const taken = new Set<string>(BUILT_IN_NAMES);
  for (const { name } of tools) {
    // What every provider takes.
    if (!/^[a-zA-Z_][a-zA-Z0-9_-]{0,63}$/.test(name)) {
      throw new PreflagError('usage', `A tool cannot be named '${name}': use a letter, then up to 63 letters, digits, '_' and '-'.`);
    }
    if (taken.has(name)) throw new PreflagError('usage', `There are two tools named '${name}', or it is one of the agent's own.`);
    taken.add(name);
  }
}
