import { createSandbox, jailOfWorker, type SandboxOptions } from '@preflag/sandbox';
import { tryJail } from '@preflag/supervisor';
import type { Made } from './contender.ts';

const WALLS = {
  standard: { process: 'a process of its own under --permission', isolate: 'an isolate in another process' },
  strict: { process: 'a process of its own in bubblewrap, seccomp', isolate: 'an isolate in a process in bubblewrap' },
} as const;

/** How long workers take to be ready that nobody waits for. */
const READY_MS = 3000;

export async function preflag(
  options: Required<Pick<SandboxOptions, 'isolation'>> & { readonly level: 'standard' | 'strict' },
): Promise<Made> {
  const name = `preflag, ${options.level}, ${options.isolation}`;
  const obstacle = options.level === 'strict' ? tryJail(jailOfWorker()) : undefined;
  if (obstacle) return { name, obstacle: obstacle.cause };
  const sandbox = await createSandbox(options);
  return {
    name,
    wall: WALLS[options.level][options.isolation],
    async run(expression, argument) {
      const { status, reason, result = null } = await sandbox.run(`export default ${expression};`, { args: [argument] });
      if (status !== 'ok') throw new Error(`${status}: ${reason}`);
      return result;
    },
    async runCold(expression, argument) {
      const began = performance.now();
      await using cold = await createSandbox(options);
      await cold.run(`export default ${expression};`, { args: [argument] });
      return performance.now() - began;
    },
    async hold(size) {
      const held = await createSandbox({ ...options, size });
      await new Promise((resolve) => setTimeout(resolve, READY_MS));
      return held;
    },
    async [Symbol.asyncDispose]() {
      await sandbox[Symbol.asyncDispose]();
    },
  };
}
