/**
 * How long it takes to run a function that returns its argument: in preflag's sandbox by level and isolation, in isolated-vm
 * in this process (a new isolate and context per run), and in node:vm (a new context per run). All in turn, with a pause
 * before each run, so that pools are full again. Then runs one after another without a pause; and how far hostile programs
 * get over the memory limit. Built packages (`npm run build`, and then without the condition) start their workers in half the
 * time, since no types are stripped.
 * `node --conditions=@preflag/source bench/sandbox/run.ts [--rounds 40] [--pause 100] [--hostile 5]`
 */
import { parseArgs } from 'node:util';
import vm from 'node:vm';
import { createSandbox, jailOfWorker, type SandboxLevel, type SandboxOptions } from '@preflag/sandbox';
import { tryJail } from '@preflag/supervisor';
import { measureLimits } from './limits.ts';
import { inIsolatedVm } from '../../packages/sandbox/tests/in-isolated-vm.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '40' },
    pause: { type: 'string', default: '100' },
    hostile: { type: 'string', default: '5' },
  },
});
const [ROUNDS, PAUSE_MS] = [Number(values.rounds), Number(values.pause)];
const THROUGHPUT_MS = 3000;
const CODE = 'export default (task) => task;';
const TASK = { rows: [1, 2, 3] };

interface Contender {
  readonly name: string;
  readonly run: () => Promise<unknown>;
  readonly close: () => PromiseLike<void>;
}

const LEVELS = ['standard', 'strict'] as const;
const levels = LEVELS.filter(isHad);

const contenders: readonly Contender[] = [
  ...(await Promise.all(levels.flatMap((level) => (['process', 'isolate'] as const).map((isolation) => ours({ level, isolation }))))),
  { name: 'isolated-vm, in this process', run: () => inIsolatedVm(CODE, TASK), close: () => Promise.resolve() },
  { name: 'node:vm, in this process', run: inVm, close: () => Promise.resolve() },
];

await new Promise((resolve) => setTimeout(resolve, 1000));
const times = new Map(contenders.map(({ name }) => [name, [] as number[]]));
for (let round = 0; round < ROUNDS + 3; round += 1) {
  for (const { name, run } of contenders) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    const began = performance.now();
    await run();
    if (round >= 3) times.get(name)?.push(performance.now() - began);
  }
}

const reference = at(times.get('isolated-vm, in this process') ?? [], 0.5);
console.log('one run, ms                        min    p25    p50    p90    p50 / isolated-vm');
for (const [name, found] of times) {
  const figures = [0, 0.25, 0.5, 0.9].map((share) => at(found, share).toFixed(2).padStart(6));
  console.log(`${name.padEnd(30)} ${figures.join(' ')}    ${(at(found, 0.5) / reference).toFixed(2)}`);
}

console.log('\none after another              runs/s');
for (const { name, run } of contenders) {
  const began = performance.now();
  let runs = 0;
  while (performance.now() - began < THROUGHPUT_MS) {
    await run();
    runs += 1;
  }
  console.log(`${name.padEnd(30)} ${(runs / ((performance.now() - began) / 1000)).toFixed(0).padStart(6)}`);
}
for (const { close } of contenders) await close();
if (process.platform === 'linux') await measureLimits(levels, Number(values.hostile));

async function ours(options: SandboxOptions): Promise<Contender> {
  const sandbox = await createSandbox(options);
  const run = async (): Promise<void> => {
    const { status, reason } = await sandbox.run(CODE, { args: [TASK] });
    if (status !== 'ok') throw new Error(`${status}: ${reason}`);
  };
  return { name: `preflag, ${options.level}, ${options.isolation}`, run, close: () => sandbox[Symbol.asyncDispose]() };
}

function isHad(level: SandboxLevel): boolean {
  const obstacle = level === 'strict' ? tryJail(jailOfWorker()) : undefined;
  if (obstacle) console.log(`Left out, since ${obstacle.cause}: the level ${level}.`);
  return obstacle === undefined;
}

async function inVm(): Promise<unknown> {
  return vm.runInNewContext(`(${CODE.replace('export default ', '').replace(';', '')})(JSON.parse(text))`, { text: JSON.stringify(TASK) });
}

function at(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN;
}
