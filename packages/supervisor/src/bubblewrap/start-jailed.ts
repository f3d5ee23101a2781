import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Socket } from 'node:net';
import { release } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import { PreflagError } from '@preflag/core';
import { withoutInherited } from '../inherited.ts';
import { killTree, startOfLiving } from '../process-tree.ts';
import { resourceCommand, type ResourceLimits } from '../resource-limits.ts';
import { feed, killAtExit } from '../start-process.ts';
import { type CommandJail, jailedCommand } from './command-jail.ts';
import { userCommand } from './jail-user.ts';

const DESCRIPTORS = { args: 3, filter: 4, status: 5 } as const;
const DEAD_POLL_MS = 2;
/** Since Linux 5.14 RLIMIT_NPROC is counted for each user namespace; root of the host is exempt. */
const COUNTS_PER_NAMESPACE = release().localeCompare('5.14', 'en', { numeric: true }) >= 0;

/** A program that runs with all that it starts, and can be killed with all of it. */
export interface CommandProcess {
  /** On the host. 0 when it could not be started. */
  readonly pid: number;
  /** `null` when stdin is closed. */
  readonly stdin: Writable | null;
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  /** Resolves when the program and all that it started is dead. Never rejects. */
  readonly end: Promise<CommandEnd>;
  /** The first process of the jail, as the host numbers it; `undefined` before it is there, or without a jail. */
  initPid(): number | undefined;
  kill(): void;
}

export interface CommandEnd {
  /** False when the jail, or the program in it, could not be started. A program that is not found may also be exit code 127. */
  readonly isStarted: boolean;
  /** 128 and the signal's number for a program that a signal ended; `null` when what runs it was killed. */
  readonly exitCode: number | null;
  /** Why it could not be started, when the system said so. */
  readonly failure?: string;
}

export interface JailedOptions {
  /** The program, as found by PATH in the jail, and its arguments. */
  readonly argv: readonly string[];
  readonly jail: CommandJail;
  /** `tasks` is set in the jail; it does not hold for a jail of root's. */
  readonly resources?: ResourceLimits;
  /** See `newJailUser`. Default: who this process is. */
  readonly user?: number;
  /** Whether something will be written to stdin; else it is closed. */
  readonly hasInput: boolean;
  /** Descriptors that stdout and stderr go to. Default: new streams. */
  readonly output?: { readonly stdout: number; readonly stderr: number };
}

/**
 * Starts a program in a jail of its own, in a new process group. It dies with this process.
 *
 * @throws {PreflagError} `sandbox` where there is no bubblewrap, or no filter for the architecture
 */
export function startJailed({ argv, jail, resources = {}, user, hasInput, output }: JailedOptions): CommandProcess {
  const jailed = jailedCommand(jail, DESCRIPTORS);
  if (!jailed) throw new PreflagError('sandbox', 'bubblewrap is not installed, or does not know this processor type.');
  const { tasks, ...others } = resources;
  const inside = tasks === undefined || !COUNTS_PER_NAMESPACE ? [] : resourceCommand({ tasks });
  const [program = '', ...words] = [...resourceCommand(others), ...userCommand(user), ...jailed.words, ...inside, ...politely(), ...argv];
  const child = spawn(program, words, {
    stdio: withoutInherited([hasInput ? 'pipe' : 'ignore', output?.stdout ?? 'pipe', output?.stderr ?? 'pipe', 'pipe', 'pipe', 'pipe']),
    env: {},
    cwd: '/',
    detached: true,
  });
  feed(streamAt(child, DESCRIPTORS.args), jailed.args);
  feed(streamAt(child, DESCRIPTORS.filter), jailed.filter);
  killAtExit(child);
  const status = readStatus(child);
  return {
    pid: child.pid ?? 0,
    stdin: child.stdin,
    stdout: child.stdout,
    stderr: child.stderr,
    end: endOf(child, status),
    initPid: () => status.init?.pid,
    kill: () => {
      const isAlive = child.exitCode === null && child.signalCode === null;
      if (status.init) killInit(status.init);
      else if (isAlive && child.pid !== undefined) killTree(child.pid);
      if (isAlive) child.kill('SIGKILL');
    },
  };
}

/**
 * The first process of the jail must come to run before it can die, and all others with it. Among thousands that do nothing but
 * fork, and are as important, that took half a minute; and they were more and more.
 */
function politely(): readonly string[] {
  const program = ['/usr/bin/nice', '/bin/nice'].find((path) => existsSync(path));
  return program === undefined ? [] : [program, '-n', '10'];
}

interface Status {
  /** The first process of the jail: its number on the host, and when it was started. */
  init?: { readonly pid: number; readonly start: string };
  isStarted: boolean;
}

/** What bubblewrap tells, as it comes; nothing in the jail can write there. */
function readStatus(child: ChildProcess): Status {
  const status: Status = { isStarted: false };
  let text = '';
  streamAt(child, DESCRIPTORS.status)?.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1');
    const pid = Number(/"child-pid": (\d+)/.exec(text)?.[1] ?? 0);
    const start = pid > 0 && !status.init ? startOfLiving(pid) : undefined;
    if (start !== undefined) status.init = { pid, start };
    status.isStarted = text.includes('"exit-code"');
  });
  return status;
}

async function endOf(child: ChildProcess, status: Status): Promise<CommandEnd> {
  const [exitCode, failure] = await new Promise<[number | null, string?]>((resolve) => {
    child.once('exit', (code) => resolve([code]));
    child.once('error', (error) => resolve([null, error.message]));
  });
  if (failure !== undefined) return { isStarted: false, exitCode, failure };
  const told = streamAt(child, DESCRIPTORS.status);
  if (told && !told.closed) await new Promise((resolve) => told.once('close', resolve));
  // The kernel lets the first process of a pid namespace become a zombie only when all others in it are gone.
  while (status.init && killInit(status.init)) await new Promise((resolve) => setTimeout(resolve, DEAD_POLL_MS));
  return { isStarted: status.isStarted || exitCode === null, exitCode };
}

/** The types of Node know of five descriptors. */
function streamAt({ stdio }: { readonly stdio: readonly unknown[] }, descriptor: number): Socket | undefined {
  const stream = stdio[descriptor];
  return stream instanceof Socket ? stream : undefined;
}

/**
 * All in the jail die with its first process, also those that are being started meanwhile. False when it is dead already; the
 * number may be another's then.
 */
function killInit({ pid, start }: NonNullable<Status['init']>): boolean {
  if (startOfLiving(pid) !== start) return false;
  process.kill(pid, 'SIGKILL');
  return true;
}
