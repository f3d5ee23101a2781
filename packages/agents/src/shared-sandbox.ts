import { createSandbox, type Sandbox } from '@preflag/sandbox';

let shared: Promise<Sandbox> | undefined;

/**
 * One sandbox for all agents of this process that were given none. Never disposed: its idle worker does not hold the process, and
 * is killed when the process ends.
 */
export function sharedSandbox(): Promise<Sandbox> {
  shared ??= createSandbox();
  return shared;
}
