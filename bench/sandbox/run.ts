/**
 * preflag's sandbox by level and isolation beside other ways to run code that came as a text, all in one process and in turn:
 * the start of a run that does nothing, after a pause in which pools are full again, and from cold; runs one after another; a run that
 * computes; 1 MB in and out; and the memory of a unit that is ready. Then how far hostile programs get over the memory limit.
 * Peers that are no dependencies are installed into a temporary folder, or left out with the reason. Of commands: `command.ts`.
 * Built packages (`npm run build`, and then without the condition) start their workers in half the time, since no types are
 * stripped. Figures of a machine that others use too differ from run to run: compare ratios.
 * `node --conditions=@preflag/source bench/sandbox/run.ts [--rounds 100] [--pause 100] [--hostile 5] [--no-peers]`
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Contender, Made } from './contenders/contender.ts';
import { ISOLATED_VM, isolatedVm } from './contenders/isolated-vm.ts';
import { justBash } from './contenders/just-bash.ts';
import { nodeVm } from './contenders/node-vm.ts';
import { installPeers } from './contenders/peers.ts';
import { preflag } from './contenders/preflag.ts';
import { quickjs } from './contenders/quickjs.ts';
import { secureExec } from './contenders/secure-exec.ts';
import { workerThreads } from './contenders/worker-threads.ts';
import { measureLimits } from './limits.ts';
import { measureMemory } from './measures/memory.ts';
import { measureThroughput } from './measures/throughput.ts';
import { measureTimes, type Times } from './measures/times.ts';
import { at, printTable } from './measures/table.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    pause: { type: 'string', default: '100' },
    hostile: { type: 'string', default: '5' },
    'no-peers': { type: 'boolean', default: false },
  },
});

const peers = await installPeers(values['no-peers']);
const made: readonly Made[] = [
  await preflag({ level: 'standard', isolation: 'process' }),
  await preflag({ level: 'strict', isolation: 'process' }),
  await preflag({ level: 'standard', isolation: 'isolate' }),
  await preflag({ level: 'strict', isolation: 'isolate' }),
  isolatedVm(),
  nodeVm(),
  workerThreads(),
  await quickjs(),
  await justBash(peers),
  await secureExec(peers),
];
for (const one of made) if ('obstacle' in one) console.log(`Left out: ${one.name}, since ${one.obstacle}`);
const contenders = made.filter((one): one is Contender => !('obstacle' in one));

const before = loadavg();
const memory = await measureMemory(contenders);
await new Promise((resolve) => setTimeout(resolve, 1000));
const times = await measureTimes(contenders, { rounds: Number(values.rounds), pauseMs: Number(values.pause) });
const throughput = await measureThroughput(contenders, 3000);
for (const contender of contenders) await contender[Symbol.asyncDispose]();

const figure = (found: readonly number[] | undefined, share: number): number => at(found ?? [], share);
const reference = figure(times.get(ISOLATED_VM)?.start, 0.5);
printTable(
  ['', 'start p50, ms', 'p99', 'p50 / isolated-vm', 'cold p50, ms', 'runs/s', 'MB a unit', 'computing, ms', '1 MB in and out, ms', 'wall'],
  contenders.map(({ name, wall }) => {
    const { start, cold, compute, transfer }: Partial<Times> = times.get(name) ?? {};
    return [
      name,
      figure(start, 0.5).toFixed(2),
      figure(start, 0.99).toFixed(1),
      (figure(start, 0.5) / reference).toFixed(2),
      figure(cold, 0.5).toFixed(0),
      (throughput.get(name) ?? Number.NaN).toFixed(0),
      (memory.get(name) ?? Number.NaN).toFixed(1),
      figure(compute, 0.5).toFixed(0),
      figure(transfer, 0.5).toFixed(1),
      wall,
    ];
  }),
);
console.log(`load before ${shown(before)}, after ${shown(loadavg())}`);
if (process.platform === 'linux') {
  const levels = (['standard', 'strict'] as const).filter((level) => contenders.some(({ name }) => name.includes(level)));
  await measureLimits(levels, Number(values.hostile));
}
await peers[Symbol.asyncDispose]();
// secure-exec leaves a process that would keep this one.
process.exit();

function shown(load: readonly number[]): string {
  return load.map((one) => one.toFixed(1)).join(' ');
}
