import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Timing } from './contender.ts';

const CONTENDERS = ['preflag', 'daff'] as const;

/** Prints the medians of each contender, and their ratios. */
export function compareSpeed(rounds: number): void {
  console.log('rows       contender   wall ms   CPU ms   found                             ratio to daff: wall   CPU');
  for (const order of ['in order', 'shuffled']) {
    const timings = new Map<string, Timing[]>(CONTENDERS.map((name) => [name, []]));
    for (let round = 0; round < rounds; round += 1) for (const name of CONTENDERS) timings.get(name)?.push(timed(name, order));
    const peer = timings.get('daff') ?? [];
    for (const [name, all] of timings) {
      const figures = (['ms', 'cpuMs'] as const).map((of) => median(all, of).toFixed(0).padStart(7)).join('  ');
      const ratios = (['ms', 'cpuMs'] as const).map((of) => (median(all, of) / median(peer, of)).toFixed(2)).join('  ');
      console.log(`${order.padEnd(10)} ${name.padEnd(11)} ${figures}   ${(all[0]?.found ?? '').padEnd(33)} ${ratios.padStart(25)}`);
    }
  }
}

function timed(name: string, order: string): Timing {
  const script = fileURLToPath(new URL('contender.ts', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, ['--conditions=@preflag/source', script, name, order], { encoding: 'utf8' })) as Timing;
}

function median(timings: readonly Timing[], of: 'ms' | 'cpuMs'): number {
  return timings.map((timing) => timing[of]).toSorted((a, b) => a - b)[timings.length >> 1] ?? Number.NaN;
}
