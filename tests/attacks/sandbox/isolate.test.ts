import { createSandbox, type SandboxRun, type Tool } from '@preflag/sandbox';
import { afterAll, expect, test } from 'vitest';
import { workerProcesses } from './processes.ts';

const sandbox = await createSandbox({ isolation: 'isolate', limits: { isolateMb: 64, runBytes: 400 * 1024 * 1024 } });
afterAll(() => sandbox[Symbol.asyncDispose]());

const run = (body: string, runMs = 10_000): Promise<SandboxRun> =>
  sandbox.run(`export default async (task, { files, deliver, log }) => { ${body} }`, {
    args: [1],
    files: { in: Uint8Array.from([7]) },
    limits: { runMs },
  });

test('runs of one process do not meet', async () => {
  expect(await run("globalThis.left = 'secret'; Object.prototype.left = 1; await files.write('left', 'x'); return 1")).toMatchObject({
    status: 'ok',
  });
  const [first] = workerProcesses();
  expect(await run('return [typeof globalThis.left, ({}).left ?? null, await files.list(), Math.random() === 0]')).toMatchObject({
    status: 'ok',
    result: ['undefined', null, ['in'], false],
  });
  expect(workerProcesses()).toEqual(first === undefined ? [] : [first]);
});

test.each([
  ['calls that nobody awaited', "for (let i = 0; i < 50; i++) void files.write(`late ${i}`, 'x'); void deliver('late 1'); return 'done'"],
  ['timers', "setInterval(() => { log.info('late'); void files.write('late', 'x'); }, 1); return 'done'"],
  ['a loop of calls', "setTimeout(async () => { for (;;) { await files.write('late', 'x'); log.info('late'); } }); return 'done'"],
  ['a rejection', "setTimeout(() => Promise.reject(new Error('late'))); return 'done'"],
])('attack 25: %s of a run that is over do not reach the next', async (_name, body) => {
  expect(await run(body)).toMatchObject({ status: 'ok', result: 'done' });
  for (let again = 0; again < 5; again += 1) {
    expect(await run('await new Promise((go) => setTimeout(go, 5)); return await files.list()')).toMatchObject({
      status: 'ok',
      result: ['in'],
      delivered: {},
      log: [],
    });
  }
});

test('attack 25: the answer to a call of a run that is over is not taken for that of the next run, whose calls have the same numbers', async () => {
  const releases: (() => void)[] = [];
  const slow: Tool = {
    name: 'slow',
    description: 'Answers when it is told to.',
    parameters: {},
    run: ({ who }) => new Promise((resolve) => releases.push(() => resolve(who))),
  };
  const runWith = (body: string): Promise<SandboxRun> =>
    sandbox.run(`export default async ({ tools }) => { ${body} }`, { files: {}, capabilities: { tools: [slow] } });
  expect(await runWith("void tools.call('slow', { who: 'first' }); throw new Error('over')")).toMatchObject({ status: 'error' });
  const second = runWith("return await tools.call('slow', { who: 'second' })");
  while (releases.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  for (const release of releases) release();
  expect(await second).toMatchObject({ status: 'ok', result: 'second' });
});

test.each([
  ['for (;;);', 'timeout'],
  ['const m = new Map(); for (let i = 0; ; i++) m.set(i, { i });', 'memory_limit'],
  ['setTimeout(() => { for (;;); }); await new Promise(() => {})', 'timeout'],
])('a run that is ended costs its process and nothing else (%s)', async (body, status) => {
  expect(await run(body, status === 'timeout' ? 300 : 20_000)).toMatchObject({ status });
  expect(await run('return 2')).toMatchObject({ status: 'ok', result: 2 });
});

test('runs that come at once take turns', async () => {
  const runs = await Promise.all(Array.from({ length: 20 }, () => run('return task')));
  expect(runs.map(({ result }) => result)).toEqual(Array(20).fill(1));
  expect(workerProcesses().length).toBeLessThanOrEqual(1);
});
