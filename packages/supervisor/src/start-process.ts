import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parse } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { PreflagError } from '@preflag/core';
import { type Jail, jailCommand } from './bubblewrap/jail.ts';
import { withoutInherited } from './inherited.ts';
import { killTree } from './process-tree.ts';
import { resourceCommand, type ResourceLimits } from './resource-limits.ts';

/** util-linux: the kernel kills the child when the parent is gone, also when the child never looks at its channel. */
const SETPRIV = '/usr/bin/setpriv';
/** Behind the channel; bubblewrap closes it before Node starts. */
const FILTER_FD = 4;

export interface StartOptions {
  readonly entry: string | URL;
  /** Node's flags. */
  readonly execArgv: readonly string[];
  readonly args: readonly string[];
  readonly resources: ResourceLimits;
  readonly jail?: Jail | undefined;
}

/**
 * Starts Node on a file, leading its own process group, with the channel on `CHANNEL_FD`, without environment and
 * input. When this process ends the group is killed.
 *
 * @throws {PreflagError} `sandbox` when a jail is wanted where there is no bubblewrap
 */
export function startProcess({ entry, execArgv, args, resources, jail }: StartOptions): ChildProcess {
  const file = typeof entry === 'string' && !entry.startsWith('file:') ? entry : fileURLToPath(entry);
  const jailed = jail && jailCommand(jail, FILTER_FD);
  if (jail && !jailed) throw new PreflagError('sandbox', 'bubblewrap is not installed, or does not know this processor type.');
  const [program = '', ...words] = [
    ...resourceCommand(resources),
    ...(jailed?.command ?? [...deathSignal(), process.execPath]),
    ...execArgv,
    file,
    ...args,
  ];
  const started = spawn(program, words, {
    stdio: withoutInherited(['ignore', 'pipe', 'pipe', 'pipe', ...(jailed ? (['pipe'] as const) : [])]),
    env: {},
    cwd: parse(process.cwd()).root,
    detached: true,
    windowsHide: true,
  });
  if (jailed) feed(started.stdio[FILTER_FD], jailed.filter);
  killAtExit(started);
  return started;
}

function deathSignal(): readonly string[] {
  return process.platform === 'linux' && existsSync(SETPRIV) ? [SETPRIV, '--pdeathsig', 'KILL', '--'] : [];
}

/** A child that is gone before it has read tells so by its end. */
export function feed(stream: unknown, bytes: Uint8Array): void {
  if (!(stream instanceof Writable)) return;
  stream.on('error', () => undefined);
  stream.end(bytes);
}

/** Leaders of the process groups that are alive, for the end of this process. */
const alive = new Set<number>();
let isKillingAtExit = false;

/** Kills the tree of a process that leads its group, when this process ends before it. */
export function killAtExit(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  alive.add(pid);
  child.once('exit', () => alive.delete(pid));
  if (isKillingAtExit) return;
  isKillingAtExit = true;
  process.on('exit', () => {
    for (const pid of alive) killTree(pid);
  });
}
