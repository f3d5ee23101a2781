import { jailOfWorker, type SandboxLevel } from '@preflag/sandbox';
import { tryJail } from '@preflag/supervisor';

/** The levels that can be had here; of one that cannot the reason is printed. */
export function levelsHere(): readonly SandboxLevel[] {
  const obstacle = tryJail(jailOfWorker());
  if (obstacle) process.stdout.write(`The level strict is skipped: ${obstacle.cause}\n`);
  return obstacle ? ['standard'] : ['standard', 'strict'];
}
