import { spawnChild, type Child, type ChildOptions, type Pool } from '@preflag/supervisor';
import { jailRefusal } from './worker-options.ts';

/**
 * Check workers that are used again from file to file, started when one is needed and none is free. The first is started at once,
 * beside the reading of the job. (The supervisor's pool keeps fresh ones ready instead, for runs that use a process once.)
 *
 * @throws {PreflagError} `sandbox` with what to do about it, here or from `take`, when a jail is wanted and cannot be had
 */
export function createWorkers<H>(options: ChildOptions<H>): Pool<H> {
  const all = new Set<Child<H>>();
  const spawn = (): Child<H> => {
    try {
      return spawnChild(options);
    } catch (error) {
      throw (options.jail && jailRefusal(options.jail)) ?? error;
    }
  };
  const start = (): Child<H> => {
    const child = spawn();
    all.add(child);
    void child.end.then(() => all.delete(child));
    return child;
  };
  const idle: Child<H>[] = [start()];
  return {
    async take() {
      let child = idle.pop();
      while (child && !child.isAlive) child = idle.pop();
      child ??= start();
      await child.ready;
      const refusal = child.isAlive || !options.jail ? undefined : jailRefusal(options.jail);
      if (refusal) throw refusal;
      return child;
    },
    giveBack(child) {
      child.onMessage(undefined);
      child.deadline(undefined);
      idle.push(child);
    },
    async discard(child) {
      await child.kill();
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...all].map((child) => child.kill()));
    },
  };
}
