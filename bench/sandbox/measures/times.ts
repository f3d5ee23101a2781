import type { Json } from '@preflag/core';
import type { Contender } from '../contenders/contender.ts';

/** In ms. */
export interface Times {
  /** Of a run that gives back a small argument, after a pause. */
  readonly start: number[];
  /** Of a run in a sandbox that was only made for it. */
  readonly cold: number[];
  /** Of a run that builds, prints, reads and sorts 40,000 rows. */
  readonly compute: number[];
  /** Of a run that takes a text of 1 MB and gives it back. */
  readonly transfer: number[];
}

const SMALL = { rows: [1, 2, 3] };
const SAME = '(task) => task';
const MEGABYTE = 'x'.repeat(1024 * 1024);
const COMPUTE = `(count) => {
  const rows = Array.from({ length: count }, (_, id) => ({ id, name: 'row ' + ((id * 7919) % count), value: (id * 31) % 1000 }));
  const read = JSON.parse(JSON.stringify(rows));
  read.sort((a, b) => a.value - b.value || (a.name < b.name ? -1 : 1));
  let hash = 0;
  for (const { name } of read) for (let i = 0; i < name.length; i++) hash = (hash * 31 + name.charCodeAt(i)) | 0;
  return hash;
}`;
const ROWS = 40_000;
const WARM_UP = 3;

/** All contenders in turn, so that what else goes on in the machine meets all of them. One that cannot do a thing has no times of it. */
export async function measureTimes(
  contenders: readonly Contender[],
  { rounds, pauseMs }: { readonly rounds: number; readonly pauseMs: number },
): Promise<ReadonlyMap<string, Times>> {
  const times = new Map<string, Times>(contenders.map(({ name }) => [name, { start: [], cold: [], compute: [], transfer: [] }]));
  const measure = async (kind: keyof Times, count: number, expression: string, argument: Json): Promise<void> => {
    const wanted = JSON.stringify(expression === SAME ? argument : await contenders[0]?.run(expression, argument));
    let able = contenders;
    for (let round = 0; round < count + WARM_UP; round += 1) {
      for (const contender of able) {
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
        const { ms, problem } = await timed(contender, expression, argument, wanted);
        if (problem !== undefined) {
          console.log(`${contender.name} cannot do it (${kind}): ${problem}`);
          able = able.filter((one) => one !== contender);
        } else if (round >= WARM_UP) times.get(contender.name)?.[kind].push(ms);
      }
    }
  };
  await measure('start', rounds, SAME, SMALL);
  for (let round = 0; round < rounds / 5; round += 1) {
    for (const contender of contenders) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      const ms = await contender.runCold?.(SAME, SMALL);
      if (ms !== undefined) times.get(contender.name)?.cold.push(ms);
    }
  }
  await measure('compute', Math.ceil(rounds / 10), COMPUTE, ROWS);
  await measure('transfer', Math.ceil(rounds / 5), SAME, MEGABYTE);
  return times;
}

async function timed(
  contender: Contender,
  expression: string,
  argument: Json,
  wanted: string,
): Promise<{ readonly ms: number; readonly problem?: string }> {
  const began = performance.now();
  try {
    const result = await contender.run(expression, argument);
    const ms = performance.now() - began;
    return JSON.stringify(result) === wanted ? { ms } : { ms, problem: 'it gave another result than the first' };
  } catch (error) {
    return { ms: 0, problem: error instanceof Error ? error.message.trim() : String(error) };
  }
}
