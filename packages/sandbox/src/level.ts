import { PreflagError } from '@preflag/core';
import { type Jail, packageRoots, tryJail } from '@preflag/supervisor';

/**
 * - `standard`: an isolate in a process of its own under Node's permission model, killed after the run. Any system.
 * - `strict`: the same process in bubblewrap, with a seccomp filter. Linux.
 */
export type SandboxLevel = 'standard' | 'strict';

export const WORKER: string = import.meta.resolve('@preflag/sandbox/worker');

/** What a worker of the level `strict` sees of the file system: its own code and isolated-vm. */
export function jailOfWorker(): Jail {
  const { folders, links } = packageRoots(WORKER);
  return { read: folders, links };
}

let isStrictProven = false;

/**
 * Tries the jail for real, the first time.
 *
 * @throws {PreflagError} `sandbox` with the cause and what to do about it
 */
export function requireStrict(): void {
  if (isStrictProven) return;
  const obstacle = tryJail(jailOfWorker());
  if (obstacle) {
    throw new PreflagError('sandbox', `The sandbox level 'strict' cannot be had: ${obstacle.cause}. ${obstacle.fix}`);
  }
  isStrictProven = true;
}
