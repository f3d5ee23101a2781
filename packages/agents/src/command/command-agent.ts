import { basename } from 'node:path';
import {
  type Agent,
  type AgentOptions,
  type AgentResult,
  type AgentTask,
  type Json,
  type LogLine,
  type ModelClient,
  PreflagError,
} from '@preflag/core';
import {
  type CommandLimits,
  type CommandOptions,
  type CommandRun,
  createGateway,
  type Gateway,
  type Grants,
  type JournalCall,
  type OutputLine,
  runCommand,
  type Tool,
} from '@preflag/sandbox';
import { modelFromEnv } from '../model/model-from-env.ts';
import { bindArguments } from './bind-arguments.ts';
import { CallList } from './call-list.ts';
import { filesOf } from './task-files.ts';

export interface CommandAgentOptions {
  /**
   * The program and its arguments. Files of this machine among them, such as a script, can be read in the sandbox, where they
   * stand in `/agent`; what stands beside them cannot, but through `read`.
   */
  readonly argv: readonly string[];
  /** Default: the program's name. */
  readonly name?: string;
  /** Variables of its environment. Nothing of this process's own is in it. */
  readonly env?: CommandOptions['env'];
  /** Files and folders of this machine that it may read, such as the one that a program is installed in. */
  readonly read?: CommandOptions['read'];
  /** A client, or a name for `modelFromEnv`: the command reaches it by `OPENAI_BASE_URL` and `OPENAI_API_KEY`. Keys stay outside. */
  readonly model?: ModelClient | string;
  /** How much of the model one run may use; a call beyond that is refused with 429. Default: no limit. */
  readonly budget?: CommandBudget;
  /** What it may call by MCP, at `PREFLAG_MCP_URL`. They run in this process, with all that it may do. */
  readonly tools?: readonly Tool[];
  readonly limits?: Partial<CommandLimits>;
  /** Runs it without a sandbox: it may do all that you may. Default false. */
  readonly unsafeNoSandbox?: boolean;
}

export interface CommandBudget {
  readonly calls?: number;
  /** Input and output together. */
  readonly tokens?: number;
  /** US dollars. Needs a client that knows a price. */
  readonly cost?: number;
}

const NO_SANDBOX =
  'NOT SANDBOXED: this command may read, change and send anything that you can. Nothing protects this machine (unsafeNoSandbox).';
const NOTHING =
  'The command ended without leaving a file: files that it puts into the folder deliver, or else all that are new or changed, are its delivery.';
const MAX_MESSAGE = 16_000;
const MAX_NOTES = 100;

/**
 * An agent that is a program of any kind, run in bubblewrap on a copy of the inputs. In its working folder are the inputs,
 * `job.json`, `brief.md` and, after the first attempt, `feedback.md` and `previous/`. It delivers what it puts into the folder
 * `deliver`, or else all files that are new or changed (names with a dot at the front, `__pycache__` and `node_modules` apart).
 * Its last words are the file `message.md`, or else the end of what it printed to stdout. What it prints is its log; its calls of
 * models and tools are listed in the journal of the result, which tells what happened and cannot repeat it.
 *
 * `run` rejects with a `PreflagError`: `sandbox` where the sandbox cannot be had; `agent` for a program that is not in it;
 * `path` for something in `read` that is not there. Everything else is in the result: an exit code but 0, or no file, has the
 * status `error`.
 *
 * @throws {PreflagError} `usage` without a program, `model` when the name's key is missing
 */
export function commandAgent(options: CommandAgentOptions): Agent {
  const { argv, unsafeNoSandbox = false } = options;
  const [program = ''] = argv;
  if (program === '') throw new PreflagError('usage', 'A command needs a program: argv is empty.');
  const model = typeof options.model === 'string' ? modelFromEnv(options.model) : options.model;
  return {
    name: options.name ?? basename(program),
    async run(task: AgentTask, runOptions: AgentOptions = {}): Promise<AgentResult> {
      const files = filesOf(task);
      const bound = bindArguments(argv, { files, read: options.read ?? [], isPlain: unsafeNoSandbox });
      const calls = new CallList();
      const gateway = gatewayOf(model, options, (call) => calls.add(call));
      const warning: readonly LogLine[] = unsafeNoSandbox ? [{ level: 'warn', text: NO_SANDBOX }] : [];
      for (const line of warning) runOptions.onLog?.(line);
      const run = await runCommand({
        ...bound,
        files,
        ...(options.env && { env: options.env }),
        ...(options.limits && { limits: options.limits }),
        ...(gateway && { gateway }),
        ...(model && { model: model.name }),
        ...(runOptions.signal && { signal: runOptions.signal }),
        unsafeNoSandbox,
        onOutput: ({ stream, text }) => runOptions.onLog?.({ level: LEVELS[stream], text }),
      });
      const notes = notesOf(run);
      for (const line of notes) runOptions.onLog?.(line);
      const journal = gateway && ({ version: 1, calls: calls.all } as unknown as Json);
      return { ...resultOf(run, [...warning, ...run.log, ...notes], gateway), ...(journal !== undefined && { journal }) };
    },
  };
}

const LEVELS = { stdout: 'info', stderr: 'warn' } as const satisfies Record<OutputLine['stream'], LogLine['level']>;

function gatewayOf(
  client: ModelClient | undefined,
  { budget = {}, tools }: CommandAgentOptions,
  onCall: (call: JournalCall) => void,
): Gateway | undefined {
  if (!client && !tools) return undefined;
  const { calls, tokens, cost } = budget;
  const grants: Grants = {
    ...(client && {
      model: {
        client,
        ...(calls !== undefined && { maxCalls: calls }),
        ...(tokens !== undefined && { maxTokens: tokens }),
        ...(cost !== undefined && { maxCost: cost }),
      },
    }),
    ...(tools && { tools }),
  };
  return createGateway(grants, { onCall });
}

/** What was not taken, so that nobody looks for it in vain. */
function notesOf({ skipped }: CommandRun): readonly LogLine[] {
  const notes = skipped.slice(0, MAX_NOTES).map(({ path, text }): LogLine => ({ level: 'warn', text: `Not taken: ${path}. ${text}` }));
  const more = skipped.length - notes.length;
  return more > 0 ? [...notes, { level: 'warn', text: `Not taken: ${more} more.` }] : notes;
}

function resultOf(run: CommandRun, log: readonly LogLine[], gateway: Gateway | undefined): AgentResult {
  const isEmpty = run.status === 'ok' && Object.keys(run.files).length === 0;
  const message = run.message ?? lastWords(run);
  const { calls = 0, modelTokens = 0, cost = 0 } = gateway?.usage ?? {};
  return {
    status: isEmpty ? 'error' : run.status,
    reason: isEmpty ? NOTHING : run.reason,
    files: run.files,
    ...(message !== '' && { message }),
    log,
    ...(run.truncated && { truncated: run.truncated }),
    usage: { wallMs: run.usage.wallMs, hostCalls: calls, modelTokens, cost },
  };
}

/** The end of stdout, from the beginning of a line. */
function lastWords({ log }: CommandRun): string {
  const lines: string[] = [];
  let length = 0;
  for (const { level, text } of log.toReversed()) {
    if (level !== LEVELS.stdout) continue;
    length += text.length + 1;
    if (length > MAX_MESSAGE && lines.length > 0) break;
    lines.unshift(text);
  }
  return lines.join('\n').trim();
}
