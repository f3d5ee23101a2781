import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { killTree } from './process-tree.ts';

/** util-linux: the kernel kills the child when the parent is gone, also when the child never looks at its channel. */
const SETPRIV = '/usr/bin/setpriv';

/**
 * Starts Node on a file, leading its own process group, with the channel on {@link CHANNEL_FD}, without environment and
 * input. When this process ends the group is killed.
 */
export function startProcess(entry: string | URL, execArgv: readonly string[], args: readonly string[]): ChildProcess {
  const file = typeof entry === 'string' && !entry.startsWith('file:') ? entry : fileURLToPath(entry);
  const command = [process.execPath, ...execArgv, file, ...args];
  if (process.platform === 'linux' && existsSync(SETPRIV)) command.unshift(SETPRIV, '--pdeathsig', 'KILL', '--');
  const started = spawn(command[0] ?? process.execPath, command.slice(1), {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: {},
    cwd: parse(process.cwd()).root,
    detached: true,
    windowsHide: true,
  });
  if (started.pid !== undefined) killAtExit(started.pid);
  started.once('exit', () => alive.delete(started.pid ?? 0));
  return started;
}

/** Leaders of the process groups that are alive, for the end of this process. */
const alive = new Set<number>();
let isKillingAtExit = false;

function killAtExit(pid: number): void {
  alive.add(pid);
  if (isKillingAtExit) return;
  isKillingAtExit = true;
  process.on('exit', () => {
    for (const pid of alive) killTree(pid);
  });
}
