import { constants } from 'node:os';
import { formatLimit, type RunStatus } from '@preflag/core';
import { type CommandEnd, type CommandProcess, type TreeLimits, watchTree } from '@preflag/supervisor';
import { Output } from './output.ts';
import type { CommandLimits, CommandOptions, CommandRun } from './types.ts';
import { watchWorkspace } from './workspace-watch.ts';

export interface WatchOptions extends Pick<CommandOptions, 'stdin' | 'signal' | 'onOutput'> {
  readonly workspace: string;
  readonly limits: CommandLimits;
}

export interface Watched {
  readonly end: CommandEnd;
  readonly ending: Pick<CommandRun, 'status' | 'reason'>;
  readonly output: Pick<CommandRun, 'stdout' | 'stderr' | 'log' | 'truncated'>;
  readonly usage: Omit<CommandRun['usage'], 'wallMs'>;
}

/** A timer that is set for longer goes off at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;
/** The shell's way to tell that a signal ended a program. */
const SIGNALLED = 128;

/** Keeps a command within its limits until it and all that it started is dead. */
export async function watchCommand(running: CommandProcess, options: WatchOptions): Promise<Watched> {
  const { limits, signal } = options;
  let stopped: Watched['ending'] | undefined;
  const stop = (status: RunStatus, reason: string): void => {
    stopped ??= { status, reason };
    running.kill();
  };
  const output = new Output(
    running,
    { logBytes: limits.logBytes, maxBytes: limits.commandOutputBytes },
    () => stop('output_limit', `It printed more than ${formatLimit('commandOutputBytes', limits.commandOutputBytes)}.`),
    options.onOutput,
  );
  give(running, options.stdin);
  let [cpuMs, maxBytes] = [0, 0];
  const stopTreeWatch = watchTree(
    running.pid,
    { bytes: limits.commandBytes, cpuMs: limits.commandCpuMs, tasks: limits.commandTasks },
    (limit, found) => {
      if (limit === 'bytes') maxBytes = Math.max(maxBytes, found);
      stop(...breachOf(limit, found, limits));
    },
    (usage) => {
      cpuMs = Math.max(cpuMs, usage.cpuMs);
      maxBytes = Math.max(maxBytes, usage.bytes);
    },
  );
  const stopWorkspaceWatch = watchWorkspace(
    options.workspace,
    limits,
    () => rootOf(running),
    (text) => stop('quota', text),
  );
  const wallMs = Math.min(limits.commandMs, MAX_TIMER_MS);
  const timer = setTimeout(() => stop('timeout', `It took longer than ${formatLimit('commandMs', wallMs)}.`), wallMs);
  const abort = (): void => stop('cancelled', 'The caller cancelled the run.');
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();

  const end = await running.end;
  clearTimeout(timer);
  stopTreeWatch();
  stopWorkspaceWatch();
  signal?.removeEventListener('abort', abort);
  const printed = await output.end();
  return { end, ending: stopped ?? endingOf(end, printed.log), output: printed, usage: { cpuMs, maxBytes } };
}

/** A program that does not read to the end is none of our business. */
function give({ stdin }: CommandProcess, input: CommandOptions['stdin']): void {
  stdin?.on('error', () => undefined);
  stdin?.end(input);
}

function breachOf(limit: keyof TreeLimits, found: number, limits: CommandLimits): readonly [RunStatus, string] {
  switch (limit) {
    case 'tasks':
      return ['quota', `It had more than ${formatLimit('commandTasks', limits.commandTasks)} processes and threads at one time.`];
    case 'bytes': {
      const [held, most] = [found, limits.commandBytes].map((bytes) => formatLimit('commandBytes', bytes));
      return ['memory_limit', `It held ${held} of memory, more than the limit of ${most}.`];
    }
    default:
      return ['cpu_limit', `It used more than ${formatLimit('commandCpuMs', limits.commandCpuMs)} of CPU time.`];
  }
}

/** The jail's root, as the host sees it. */
function rootOf(running: CommandProcess): string | undefined {
  const pid = running.initPid();
  return pid === undefined ? undefined : `/proc/${pid}/root`;
}

function endingOf({ isStarted, exitCode, failure }: CommandEnd, log: CommandRun['log']): Watched['ending'] {
  const said = log.findLast(({ level, text }) => level === 'warn' && text.trim() !== '')?.text.trim();
  const last = said === undefined ? '' : ` It said: ${said.length > MAX_SAID ? `${said.slice(0, MAX_SAID)}…` : said}`;
  if (!isStarted) return { status: 'error', reason: `It could not be started.${failure === undefined ? last : ` ${failure}`}` };
  if (exitCode === null) return { status: 'crashed', reason: 'It was killed from outside.' };
  if (exitCode === 0) return { status: 'ok', reason: '' };
  if (exitCode === SIGNALLED + constants.signals.SIGXFSZ) {
    return { status: 'quota', reason: `It wrote a file that is longer than all files together may be.${last}` };
  }
  return { status: 'error', reason: `It ended with exit code ${exitCode}${signalOf(exitCode)}.${last}` };
}

const MAX_SAID = 300;

function signalOf(exitCode: number): string {
  const name = Object.entries(constants.signals).find(([, number]) => number === exitCode - SIGNALLED)?.[0];
  return name === undefined ? '' : ` (${name})`;
}
