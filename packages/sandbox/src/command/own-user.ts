import { lchown, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { canAllEnter, type CommandJail, isOpenToAll, newJailUser, tryCommandJail } from '@preflag/supervisor';
import type { RunFolder } from './run-folder.ts';

/** Whether users other than root may make a jail here. Asked once. */
let isAllowed: Promise<boolean> | undefined;

/**
 * Where root runs a command: gives the folder of the run to a user of its own, which the command then is. The kernel limits how
 * many processes such a user has, and not those of root.
 *
 * @returns its number; `undefined` where it stays as it is: for users that are not root, where only root may make a jail, and
 * when it must read what only root can, the folder for temporary files included
 */
export async function giveToOwnUser(folder: RunFolder, jail: CommandJail): Promise<number | undefined> {
  const user = newJailUser();
  if (user === undefined) return undefined;
  isAllowed ??= tryCommandJail(newJailUser()).then((obstacle) => obstacle === undefined);
  const root = folder.place('.');
  const others = [...jail.read.values()].filter((path) => !path.startsWith(root));
  if (!(await isAllowed) || !canAllEnter(dirname(root)) || !others.every(isOpenToAll)) return undefined;
  await giveTree(root, user);
  return user;
}

async function giveTree(path: string, user: number): Promise<void> {
  await lchown(path, user, user);
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) await giveTree(inside, user);
    else await lchown(inside, user, user);
  }
}
