import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const SETPRIV = '/usr/bin/setpriv';
/** Above the numbers that systems give to users. */
const FIRST = 1_900_000_000;
const SPAN = 10_000;

let last = 0;

/**
 * A user of its own for a jail that root starts, by number: nobody else is it, so that the kernel counts its processes alone and
 * gives it nothing that is only root's. `undefined` for a process that is not root's, which has nothing to give up, and without
 * setpriv of util-linux.
 */
export function newJailUser(): number | undefined {
  if (process.getuid?.() !== 0 || !existsSync(SETPRIV)) return undefined;
  last += 1;
  return FIRST + (process.pid % SPAN) * SPAN + (last % SPAN);
}

/** The words in front of a command that root gives to another user. */
export function userCommand(user: number | undefined): readonly string[] {
  return user === undefined ? [] : [SETPRIV, '--reuid', String(user), '--regid', String(user), '--clear-groups', '--'];
}

/** Whether every user may read a file, or list a folder: not what is in it. */
export function isOpenToAll(path: string): boolean {
  const real = realpathSync(path);
  const stats = statSync(real);
  const needed = stats.isDirectory() ? 0o005 : 0o004;
  return (stats.mode & needed) === needed && canAllEnter(dirname(real));
}

/** Whether every user may go into a folder, from the root on. */
export function canAllEnter(folder: string): boolean {
  for (let path = realpathSync(folder); ; path = dirname(path)) {
    if ((statSync(path).mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
}
