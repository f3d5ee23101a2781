/**
 * What a jail costs a command: `true` as an ordinary child, in bubblewrap alone with the same walls, and by `runCommand`, which
 * also copies a workspace, makes pipes, and collects what is left; and that without a sandbox, and with a gateway, whose relay is
 * a Node in the jail. All in turn. Then how long a fork bomb lives that may have 200 processes.
 * `node --conditions=@preflag/source bench/sandbox/command.ts [--rounds 40]`
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { createGateway, type CommandOptions, runCommand } from '@preflag/sandbox';
import { tryCommandJail } from '@preflag/supervisor';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '40' } } });
const ROUNDS = Number(values.rounds);
const WARM_UP = 3;
const BOMBS = 10;
const REFERENCE = 'an ordinary child';

const obstacle = await tryCommandJail();
if (obstacle) {
  console.log(`Nothing is measured: ${obstacle.cause}. ${obstacle.fix}`);
  process.exit(1);
}

const contenders: Readonly<Record<string, () => Promise<unknown>>> = {
  [REFERENCE]: () => once(spawn('/usr/bin/true', { stdio: ['ignore', 'pipe', 'pipe'], env: {} }), 'close'),
  'bubblewrap alone': () => tryCommandJail(),
  'runCommand, no sandbox': () => run({ unsafeNoSandbox: true }),
  runCommand: () => run({}),
  'runCommand, gateway': () => run({ gateway: createGateway({ tools: [] }) }),
};

const times = new Map(Object.keys(contenders).map((name) => [name, [] as number[]]));
for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
  for (const [name, contender] of Object.entries(contenders)) {
    const began = performance.now();
    await contender();
    if (round >= WARM_UP) times.get(name)?.push(performance.now() - began);
  }
}

const reference = at(times.get(REFERENCE) ?? [], 0.5);
console.log('ms                          min    p25    p50    p90    p50 more   p50 ratio');
for (const [name, found] of times) {
  const figures = [0, 0.25, 0.5, 0.9].map((share) => at(found, share).toFixed(1).padStart(6));
  const p50 = at(found, 0.5);
  console.log(
    `${name.padEnd(24)} ${figures.join(' ')} ${(p50 - reference).toFixed(1).padStart(10)} ${(p50 / reference).toFixed(1).padStart(11)}`,
  );
}

const lives: number[] = [];
const ends = new Set<string>();
for (let round = 0; round < BOMBS; round += 1) {
  const began = performance.now();
  const { status } = await runCommand({
    argv: ['sh', '-c', 'f() { f | f & f | f & }; f; sleep 1'],
    files: {},
    limits: { commandTasks: 200 },
  });
  ends.add(status);
  lives.push(performance.now() - began);
}
console.log(`a fork bomb, ended ${[...ends].join(' or ')}: p50 ${at(lives, 0.5).toFixed(0)} max ${at(lives, 1).toFixed(0)}`);

async function run(options: Partial<CommandOptions>): Promise<void> {
  const { status, reason } = await runCommand({ argv: ['true'], files: { 'in.csv': Buffer.from('a,1\n') }, ...options });
  if (status !== 'ok') throw new Error(`${status}: ${reason}`);
}

function at(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN;
}
