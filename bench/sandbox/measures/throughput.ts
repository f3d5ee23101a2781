import type { Contender } from '../contenders/contender.ts';

/** Runs per second, one after another, for so many ms each. One that cannot do it has no figure. */
export async function measureThroughput(contenders: readonly Contender[], ms: number): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const contender of contenders) {
    try {
      found.set(contender.name, await runsPerSecond(contender, ms));
    } catch (error) {
      console.log(`${contender.name} cannot do it (one after another): ${error instanceof Error ? error.message.trim() : String(error)}`);
    }
  }
  return found;
}

async function runsPerSecond(contender: Contender, ms: number): Promise<number> {
  const began = performance.now();
  let runs = 0;
  while (performance.now() - began < ms) {
    await contender.run('(task) => task', { rows: [1, 2, 3] });
    runs += 1;
  }
  return runs / ((performance.now() - began) / 1000);
}
