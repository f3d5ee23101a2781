import { PreflagError } from '@preflag/core';
import { tryCommandJail } from '@preflag/supervisor';

let isProven = false;

/**
 * Tries the jail for commands for real, the first time.
 *
 * @throws {PreflagError} `sandbox` with the cause and what to do about it
 */
export async function requireCommandJail(): Promise<void> {
  if (isProven) return;
  const obstacle = await tryCommandJail();
  if (obstacle) throw new PreflagError('sandbox', `A command cannot be run in a sandbox here: ${obstacle.cause}. ${obstacle.fix}`);
  isProven = true;
}
