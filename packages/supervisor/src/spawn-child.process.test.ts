import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import {
  type Child,
  createPool,
  endError,
  HAS_PRLIMIT,
  permissionFlags,
  type ResourceLimits,
  request,
  sourceCondition,
  spawnChild,
} from './index.ts';

interface Echo {
  readonly echo: string;
}

const ENTRY = new URL('../tests/children/hostile.ts', import.meta.url);
const isEcho = (header: unknown): header is Echo => typeof header === 'object' && header !== null && 'echo' in header;
const OPTIONS = {
  entry: ENTRY,
  check: isEcho,
  execArgv: [...sourceCondition(), ...permissionFlags(ENTRY)],
  limits: { bytes: 300 * 1024 * 1024, outputBytes: 1000 },
};
const WITHOUT_PERMISSION = { ...OPTIONS, execArgv: sourceCondition() };

const started: Child<Echo>[] = [];
function start(options: Partial<typeof OPTIONS> & { signal?: AbortSignal; resources?: ResourceLimits } = {}): Child<Echo> {
  const child = spawnChild({ ...OPTIONS, ...options });
  started.push(child);
  return child;
}

/** True while the process, or its group, is there. */
function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function gone(pid: number): Promise<void> {
  while (exists(pid)) await new Promise((resolve) => setTimeout(resolve, 5));
}

afterEach(async () => {
  await Promise.all(started.map((child) => child.kill()));
  const left = started.splice(0).filter(({ pid }) => exists(pid) || exists(-pid));
  if (left.length > 0) throw new Error(`Processes are left: ${left.map(({ pid }) => pid).join(', ')}`);
});

test.each<[string, string, string, RegExp]>([
  ['loop', '', 'timeout', /^It took longer than 700 ms\.$/],
  ['allocate', '', 'memory_limit', /^It held \d+ MB of memory, more than the limit of 300 MB\.$/],
  ['heap', '', 'memory_limit', /^It held \d+ MB of memory/],
  ['exit', '0', 'exited', /^It ended by itself\.$/],
  ['exit', '3', 'crashed', /^It ended with exit code 3\.$/],
  ['throw', 'a broken rule', 'crashed', /^It ended with exit code 70\.$/],
  ['fork', '', 'crashed', /^It ended with exit code 70\.$/],
  ['garbage', '', 'protocol', /longer than the limit/],
  ['oversize', '', 'protocol', /longer than the limit/],
  ['wrong-header', '', 'protocol', /not one that may come here: \{"verdict":"pass"\}/],
])('a child that is told to %s %s ends with its name: %s', async (action, text, reason, sentence) => {
  const child = start();
  const answer = await request(child, { do: action, text }, undefined, { ms: action === 'loop' ? 700 : 30_000 });
  expect('end' in answer && [answer.end.reason, answer.end.text]).toEqual([reason, expect.stringMatching(sentence)]);
  expect(child.isAlive).toBe(false);
});

test('a child that uses too much CPU time ends with its name', async () => {
  const child = start();
  await child.ready;
  child.deadline(30_000, 200);
  child.send({ do: 'loop' });
  expect(await child.end).toMatchObject({ reason: 'cpu_limit', text: 'It used more than 200 ms of CPU time.' });
});

test.skipIf(!HAS_PRLIMIT)('the kernel keeps the limits of a child', async () => {
  const child = start({
    resources: { dataBytes: 160 * 1024 * 1024, openFiles: 40, fileBytes: 0 },
    limits: { ...OPTIONS.limits, bytes: 4 * 1024 ** 3 },
  });
  await child.ready;
  const limits = readFileSync(`/proc/${child.pid}/limits`, 'utf8');
  const hard = (name: string): string | undefined => new RegExp(`^${name} +\\S+ +(\\S+)`, 'm').exec(limits)?.[1];
  expect([hard('Max core file size'), hard('Max open files'), hard('Max file size')]).toEqual(['0', '40', '0']);
  expect(Number(hard('Max data size'))).toBeGreaterThan(160 * 1024 * 1024);
  // The watch would let it have 4 GB.
  const answer = await request(child, { do: 'allocate' }, undefined, { ms: 30_000 });
  // V8 may come to say that it is out of memory before the kernel ends it.
  expect(answer).toMatchObject({ end: { reason: expect.stringMatching(/^(crashed|memory_limit)$/) as string } });
  expect('end' in answer && answer.end.text).not.toMatch(/^It held/);
});

test('bodies cross whole in both directions, also when they are longer than a frame', async () => {
  const child = start({ limits: { ...OPTIONS.limits, frameBytes: 4096 } } as Partial<typeof OPTIONS>);
  const body = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251);
  expect(await request(child, { do: 'echo', text: 'Größe' }, body, { ms: 10_000 })).toEqual({
    message: { header: { echo: 'Größe' }, body },
  });
});

test('a child sees no environment and stands in the root folder', async () => {
  const answer = await request(start(), { do: 'environment' }, undefined, { ms: 10_000 });
  expect('message' in answer && JSON.parse(answer.message.header.echo)).toEqual({ env: [], cwd: '/' });
});

test('a flood on stdout is kept in part and does not stop the child', async () => {
  const child = start();
  expect(await request(child, { do: 'flood' }, undefined, { ms: 30_000 })).toMatchObject({ message: { header: { echo: 'flooded' } } });
  const { stdout } = await child.kill();
  expect([stdout.head.slice(0, 6), stdout.head.length, stdout.tail.length]).toEqual(['line 0', 1000, 1000]);
  expect(stdout.dropped).toBeGreaterThan(1_000_000);
});

test.each(['fork', 'daemon'])('descendants die with the child (%s)', async (action) => {
  const child = start(WITHOUT_PERMISSION);
  const answer = await request(child, { do: action }, undefined, { ms: 10_000 });
  const grandchild = Number('message' in answer ? answer.message.header.echo : 0);
  expect(exists(grandchild)).toBe(true);
  expect((await child.kill()).reason).toBe('killed');
  await gone(grandchild);
});

test('aborting ends the child, before and during a request', async () => {
  const controller = new AbortController();
  const child = start();
  const answer = request(child, { do: 'loop' }, undefined, { ms: 30_000, signal: controller.signal });
  setTimeout(() => controller.abort(), 50);
  expect(await answer).toMatchObject({ end: { reason: 'cancelled' } });
  expect(await start({ signal: AbortSignal.abort() }).end).toMatchObject({ reason: 'cancelled' });
});

test('an entry that is not there ends as crashed and says why', async () => {
  const child = start({ entry: new URL('nowhere.ts', ENTRY) });
  await child.ready;
  const end = await child.end;
  expect(end.reason).toBe('crashed');
  expect(endError(end)).toMatchObject({ code: 'sandbox', message: expect.stringContaining('nowhere.ts') });
});

test('a pool gives ready children, takes them back and leaves none behind', async () => {
  const pool = createPool({ ...OPTIONS, size: 2 });
  const first = await pool.take();
  const [second, third] = [await pool.take(), await pool.take()];
  started.push(first, second, third);
  expect(new Set([first.pid, second.pid, third.pid]).size).toBe(3);
  expect(await request(first, { do: 'exit', text: '0' }, undefined, { ms: 10_000 })).toMatchObject({ end: { reason: 'exited' } });
  pool.giveBack(first);
  await pool.discard(second);
  pool.giveBack(third);
  const again = await pool.take();
  expect(await request(again, { do: 'echo', text: 'again' }, undefined, { ms: 10_000 })).toMatchObject({
    message: { header: { echo: 'again' } },
  });
  started.push(again);
  await pool[Symbol.asyncDispose]();
  expect(again.isAlive).toBe(false);
});

test.each([
  ['returns', 0],
  ['is killed', null],
])('nothing is left when the parent %s', async (how, code) => {
  const file = fileURLToPath(new URL('../tests/children/parent.ts', import.meta.url));
  const parent = spawn(process.execPath, [...sourceCondition(), file, how === 'returns' ? 'idle' : 'loop'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const pids = JSON.parse(String(line)) as number[];
  if (code === null) parent.kill('SIGKILL');
  const [exitCode] = (await once(parent, 'exit')) as [number | null];
  expect(exitCode).toBe(code);
  if (code === null && process.platform === 'linux' && !existsSync('/usr/bin/setpriv')) return;
  for (const pid of pids) await gone(pid);
});
