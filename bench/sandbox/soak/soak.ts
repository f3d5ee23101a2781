import type { Json } from '@preflag/core';
import { createSandbox, type Sandbox, type SandboxLevel, type SandboxRun, type SandboxRunOptions } from '@preflag/sandbox';
import { type Attack, ATTACKS, STATUS_OF_OUTCOME } from '../../../tests/attacks/sandbox/attacks.ts';
import { type HostState, hostState, noneLeft } from './host-state.ts';

const MB = 1024 * 1024;
const LIMITS = {
  runMs: 10_000,
  runBytes: 256 * MB,
  isolateMb: 64,
  logBytes: 2000,
  workspaceBytes: 4 * MB,
  workspaceFiles: 50,
  hostCalls: 2000,
};
/** Of runs that must be ended by the clock. */
const SHORT_MS = 120;
const WARM_UP = 40;

export interface SoakOptions {
  readonly level: SandboxLevel;
  /** Good and hostile ones together: one of two is good, one of twenty is cancelled. */
  readonly runs: number;
  readonly atOnce?: number;
  readonly onProgress?: (done: number) => void;
}

export interface SoakReport {
  readonly good: number;
  readonly hostile: number;
  readonly cancelled: number;
  /** Statuses of the hostile ones, counted. */
  readonly ends: Readonly<Record<string, number>>;
  /** Good runs that were not right, and hostile ones that did not end as their row says. */
  readonly wrong: readonly string[];
  readonly seconds: number;
  /** Before the first run that counts, after the last, and when the sandbox is disposed. */
  readonly before: HostState;
  readonly after: HostState;
  readonly disposed: HostState;
}

/** Runs good and hostile programs side by side, and looks at what that leaves in this process. */
export async function soak({ level, runs, atOnce = 2, onProgress }: SoakOptions): Promise<SoakReport> {
  const counts = { good: 0, hostile: 0, cancelled: 0 };
  const ends: Record<string, number> = {};
  const wrong: string[] = [];
  const sandbox = await createSandbox({ level, size: 2, limits: LIMITS });
  const one = async (index: number): Promise<void> => {
    const attack = ATTACKS[Math.floor(index / 2) % ATTACKS.length];
    if (index % 20 === 19) {
      counts.cancelled += 1;
      wrong.push(...(await cancelledRun(sandbox, index)));
    } else if (index % 2 === 0 || !attack) {
      counts.good += 1;
      wrong.push(...(await goodRun(sandbox, index)));
    } else {
      counts.hostile += 1;
      const ended = await hostileRun(sandbox, attack);
      ends[ended.status] = (ends[ended.status] ?? 0) + 1;
      if (!isStated(ended, attack)) wrong.push(`${attack.attack} ${attack.name}: ${ended.status} ${ended.reason}`);
    }
  };

  await inTurn(WARM_UP, atOnce, (index) => goodRun(sandbox, index));
  const before = await hostState();
  const began = performance.now();
  let done = 0;
  await inTurn(runs, atOnce, async (index) => {
    await one(index);
    done += 1;
    onProgress?.(done);
  });
  const seconds = (performance.now() - began) / 1000;
  const after = await hostState();
  await sandbox[Symbol.asyncDispose]();
  await noneLeft();
  return { ...counts, ends, wrong, seconds, before, after, disposed: await hostState() };
}

const GOOD = `export default async (n, { files, deliver, log }) => {
  const text = await files.readText('in');
  await files.write('out', text + n);
  await deliver('out');
  log.info('n', n);
  await new Promise((go) => setTimeout(go, 1));
  return { twice: n * 2, polluted: ({}).polluted ?? null, files: await files.list() };
};`;

async function goodRun(sandbox: Sandbox, n: number): Promise<readonly string[]> {
  const { status, reason, result, delivered, log } = await sandbox.run(GOOD, { args: [n], files: { in: Buffer.from('text ') } });
  const found: Json = [status, result ?? null, Buffer.from(delivered['out'] ?? []).toString(), log.map(({ text }) => text)];
  const wanted: Json = ['ok', { twice: n * 2, polluted: null, files: ['in', 'out'] }, `text ${n}`, [`n ${n}`]];
  return JSON.stringify(found) === JSON.stringify(wanted) ? [] : [`good run ${n}: ${JSON.stringify(found)} ${reason}`];
}

function hostileRun(sandbox: Sandbox, { body, ends, limits }: Attack): Promise<SandboxRun> {
  const runMs = ends.includes('T') ? SHORT_MS : LIMITS.runMs;
  return sandbox.run(programOf(body), { ...GIVEN, limits: { runMs, ...limits } });
}

function isStated({ status, truncated }: SandboxRun, { ends }: Attack): boolean {
  return ends.some((end) => STATUS_OF_OUTCOME[end] === status || (end === 'O' && truncated !== undefined));
}

async function cancelledRun(sandbox: Sandbox, index: number): Promise<readonly string[]> {
  const signal = AbortSignal.timeout(index % 60);
  const { status } = await sandbox.run(programOf('for (;;);'), { ...GIVEN, signal });
  return status === 'cancelled' ? [] : [`cancelled run ${index}: ${status}`];
}

const GIVEN: SandboxRunOptions = { args: [{ list: [1], text: 'x' }], files: { in: Uint8Array.from([1, 2, 3]) } };

function programOf(body: string): string {
  return `export async function agent(task, { files, deliver, log, model, tools, fetch, human, env }) { ${body} }`;
}

async function inTurn(count: number, atOnce: number, work: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      await work(next - 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
