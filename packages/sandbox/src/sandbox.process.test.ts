import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { HAS_PRLIMIT, tryJail } from '@preflag/supervisor';
import { createSandbox, jailOfWorker, type Sandbox, type SandboxRun, type SandboxRunOptions } from './index.ts';

const MB = 1024 * 1024;
const LIMITS = {
  runMs: 10_000,
  runBytes: 300 * MB,
  isolateMb: 64,
  logBytes: 2000,
  workspaceBytes: 4 * MB,
  workspaceFiles: 50,
  hostCalls: 2000,
};
const sandbox = await createSandbox({ size: 2, limits: LIMITS });

/** Runs the body of an agent's function. */
async function run(body: string, options: Partial<SandboxRunOptions> = {}): Promise<SandboxRun> {
  return sandbox.run(`export async function agent(task, { files, deliver, log }) { ${body} }`, { args: [null], files: {}, ...options });
}

/** Workers that have not ended and belong to this process. */
function workers(): number {
  if (process.platform !== 'linux') return 0;
  return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && isWorker(pid)).length;
}

function isWorker(pid: string): boolean {
  try {
    return (
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('sandbox/src/worker') &&
      readFileSync(`/proc/${pid}/stat`, 'utf8').includes(` ${process.pid} `)
    );
  } catch {
    return false;
  }
}

afterAll(async () => {
  await sandbox[Symbol.asyncDispose]();
  if (workers() > 0) throw new Error('Workers are left.');
});

describe('hostile programs end with their name, and the next run is fine', () => {
  test.each<[string, string, readonly string[]]>([
    ['endless loop', 'for (;;);', ['timeout']],
    ['microtask flood', 'const again = () => Promise.resolve().then(again); await again(); ', ['timeout', 'memory_limit']],
    [
      'queueMicrotask flood',
      'const again = () => queueMicrotask(again); again(); await new Promise(() => {});',
      ['timeout', 'memory_limit'],
    ],
    ['loop after await', 'await files.list(); for (;;);', ['timeout']],
    [
      'loop after return',
      'Promise.resolve().then(() => setTimeout(() => { for (;;); })); await new Promise((go) => setTimeout(go, 50));',
      ['timeout'],
    ],
    ['loop in a timer', 'setTimeout(() => { for (;;); }); await new Promise(() => {});', ['timeout']],
    ['regular expression', 'return /^(a+)+$/.test("a".repeat(40) + "b");', ['timeout']],
    ['never-settling promise', 'await new Promise(() => {});', ['timeout']],
    ['array growth', 'const a = []; for (;;) a.push(a.length, {});', ['memory_limit']],
    ['Map growth', 'const m = new Map(); for (let i = 0; ; i++) m.set(i, i);', ['memory_limit', 'timeout']],
    ['Set growth', 'const m = new Set(); for (let i = 0; ; i++) m.add(i);', ['memory_limit', 'timeout']],
    ['Array(1e9).fill', 'return Array(1e9).fill(0).length;', ['memory_limit', 'timeout']],
    ['ArrayBuffer growth', 'const a = []; for (;;) a.push(new Uint8Array(1e7).fill(1));', ['memory_limit', 'error']],
    ['string growth', 'let s = "x"; for (;;) s += s + String(s.length).repeat(9999);', ['memory_limit', 'error', 'timeout']],
    ['BigInt', 'return String(2n ** 2n ** 28n).length;', ['timeout']],
    ['BigInt squaring', 'let n = 3n; for (;;) n *= n;', ['timeout', 'error', 'memory_limit']],
    ['indexOf on a huge length', 'return Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);', ['timeout']],
    ['deep recursion', 'const f = () => f() + 1; return f();', ['error']],
    ['thrown Proxy', 'throw new Proxy({}, { get() { for (;;); }, getPrototypeOf() { for (;;); } });', ['timeout']],
    [
      'thrown Proxy that throws',
      'throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; }, ownKeys() { throw 3; } });',
      ['error'],
    ],
    ['looping message getter', 'throw Object.defineProperty(new Error("x"), "message", { get() { for (;;); } });', ['timeout']],
    ['looping stack getter', 'throw Object.defineProperty(new Error("x"), "stack", { get() { for (;;); } });', ['timeout']],
    ['prepareStackTrace loop', 'Error.prepareStackTrace = () => { for (;;); }; null.x;', ['timeout', 'error']],
    ['looping toString', 'throw { toString() { for (;;); } };', ['error']],
    ['looping toJSON', 'return { toJSON() { for (;;); } };', ['timeout']],
    ['looping then', 'return { then() { for (;;); } };', ['timeout']],
    ['256 MB error message', 'throw new Error("x".repeat(256 * 1024 * 1024));', ['error', 'memory_limit']],
    ['result of 64 MB', 'return "x".repeat(64 * 1024 * 1024);', ['output_limit', 'memory_limit']],
    ['timer bomb', 'for (;;) setTimeout(() => {}, 1e9);', ['error']],
    ['call flood', 'for (;;) files.list();', ['quota']],
    ['huge arguments', 'await files.read("x".repeat(20 * 1024 * 1024));', ['error', 'denied', 'memory_limit']],
    ['10,000 files', 'for (let i = 0; i < 10_000; i++) await files.write(`f${i}`, "x");', ['quota']],
    ['a huge file', 'await files.write("big", new Uint8Array(5 * 1024 * 1024));', ['quota']],
    ['many big files', 'for (let i = 0; ; i++) await files.write(`f${i}`, new Uint8Array(1024 * 1024));', ['quota']],
    ['deliver outside', 'await files.write("a", "x"); await deliver("a", "../../a");', ['denied']],
    ['read outside', 'await files.read("/etc/passwd");', ['denied']],
    ['unhandled rejection', 'Promise.reject(new Error("nobody looks")); await new Promise((go) => setTimeout(go, 20));', ['error']],
    ['unhandled rejection, later', 'setTimeout(async () => { throw new Error("nobody looks"); }); await new Promise(() => {});', ['error']],
    ['a refusal that nobody awaits', 'void files.write("../x", "");', ['error', 'denied']],
    ['throw in a timer', 'setTimeout(() => { throw new Error("late"); }); await new Promise(() => {});', ['error']],
    ['timers left running', 'setInterval(() => {}, 1); setTimeout(() => { for (;;); }, 1000);', ['ok']],
    ['a changed JSON', 'JSON.stringify = () => "{"; return {};', ['ok']],
    [
      'a changed realm',
      'Object.defineProperty(ArrayBuffer, Symbol.hasInstance, { value: () => true }); await files.write("x", 1e12);',
      ['error'],
    ],
    ['a changed realm, in the log', 'Array.prototype.join = () => ({}); log.info("x"); ', ['error', 'crashed']],
    ['denials without end', 'for (;;) await files.read("../x").catch(() => {});', ['quota']],
    ['a forged end', 'JSON.stringify = () => \'{"ok":true,"status":"ok"}\'; throw new Error("x");', ['error']],
    ['ends at once', '', ['ok']],
  ])('%s', async (_name, body, statuses) => {
    const runMs = statuses.includes('timeout') ? 1000 : 20_000;
    const ended = await run(body, { limits: { runMs } });
    expect(statuses).toContain(ended.status);
    expect(ended.status === 'ok').toBe(ended.reason === '');
    expect(ended.reason).not.toMatch(/node_modules|packages|file:|\.ts\b/);
    expect(await run('return 1 + 1')).toMatchObject({ status: 'ok', result: 2 });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

test('a module that loops, or throws what cannot be shown, while it is loaded', async () => {
  expect(await sandbox.run('for (;;);', { limits: { runMs: 1000 } })).toMatchObject({ status: 'timeout' });
  const thrown = await sandbox.run('throw new Proxy({}, { get() { for (;;); } });', { limits: { runMs: 1000 } });
  expect(['error', 'timeout']).toContain(thrown.status);
});

test.each([
  ['a constructor chain', 'return this === undefined ? typeof log.info.constructor("return process")() : 0'],
  ['the constructor of an argument', 'return typeof task.constructor.constructor("return process")()'],
  ['the constructor of a result', 'return typeof (await files.list()).constructor.constructor("return process")()'],
  [
    'the constructor of an error',
    'try { await files.read("x") } catch (error) { return typeof error.constructor.constructor("return process")() }',
  ],
  ['a generator', 'return typeof (function* () {}).constructor("yield process")().next().value'],
  [
    'call sites',
    'Error.prepareStackTrace = (_, sites) => sites.map((site) => typeof site.getThis()?.process); return typeof new Error().stack[0].process',
  ],
])('%s leads to nothing of the host', async (_name, body) => {
  const { status, result, reason } = await run(body, { args: [{ a: [1] }] });
  expect(['ok', 'error']).toContain(status);
  expect(status === 'ok' ? (result ?? 'undefined') : reason).toMatch(/^undefined$|process is not defined|Cannot read|undefined/);
});

test('no module can be imported, in whatever way', async () => {
  expect(await sandbox.run('import fs from "node:fs"; export default () => fs')).toMatchObject({
    status: 'error',
    reason: expect.stringContaining("'node:fs' cannot be imported"),
  });
  expect(await run('return await import("node:fs")')).toMatchObject({ status: 'error' });
  expect(await run('return await import("data:text/javascript,export default 1")')).toMatchObject({ status: 'error' });
});

const PRESENT = [
  'AbortController', 'AbortSignal', 'Blob', 'URL', 'URLSearchParams', 'TextDecoder', 'TextEncoder', 'atob', 'btoa', 'clearImmediate', 'clearInterval', 'clearTimeout', 'console', 'crypto',
  'performance', 'preflag', 'queueMicrotask', 'setImmediate', 'setInterval', 'setTimeout', 'structuredClone',
]; // prettier-ignore

test('the realm has what is granted and lacks what is dangerous', async () => {
  const names =
    'WebAssembly SharedArrayBuffer Atomics WeakRef FinalizationRegistry require process module Buffer fetch ivm global Reference Isolate';
  const { result } = await run(`
    const resizable = new ArrayBuffer(8, { maxByteLength: 64 });
    return {
      absent: ${JSON.stringify(names.split(' '))}.filter((name) => name in globalThis),
      present: ${JSON.stringify(PRESENT)}.filter((name) => !(name in globalThis)),
      resize: typeof resizable.resize, same: new Uint8Array(1).buffer.constructor === ArrayBuffer, is: resizable instanceof ArrayBuffer,
      frozen: [files, log].every(Object.isFrozen),
    };`);
  expect(result).toEqual({ absent: [], present: [], resize: 'undefined', same: true, is: true, frozen: true });
});

test('an agent reads, writes, lists, removes and delivers files', async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  const ended = await run(
    `const found = await files.read('in/bytes.bin');
    await files.write('out/copy.bin', found.subarray(10, 20));
    await files.write('./out//text.txt', 'Größe 🎉');
    await files.write('blob', new Blob(['a', new Uint8Array([98])]));
    await files.write('gone', 'x');
    await files.write('swap', 'before');
    await deliver('out/copy.bin');
    await deliver('out/text.txt', 'named/text.txt');
    await deliver('swap');
    await deliver('gone');
    await files.remove('gone');
    await files.write('swap', 'after');
    const codes = [];
    for (const call of [() => files.read('nowhere'), () => files.write('in/text.txt/x', ''), () => files.write('out', ''), () => files.write('x', 7), () => files.read(7)])
      await call().catch((error) => codes.push(error.code));
    return { task, first: found.slice(0, 3).join(), text: await files.readText('in/text.txt'), list: await files.list(), out: await files.list('out'),
      blob: await files.readText('blob'), stat: [await files.stat('out/copy.bin'), await files.stat('nowhere')], codes };`,
    { args: [{ n: [1, null, 'ü'] }], files: { 'in/bytes.bin': bytes, 'in/text.txt': Buffer.from('\uFEFFhello ü') } },
  );
  expect(ended).toEqual({
    status: 'ok',
    reason: '',
    result: {
      task: { n: [1, null, 'ü'] },
      first: '0,1,2',
      text: 'hello ü',
      list: ['blob', 'in/bytes.bin', 'in/text.txt', 'out/copy.bin', 'out/text.txt', 'swap'],
      out: ['out/copy.bin', 'out/text.txt'],
      blob: 'ab',
      stat: [{ bytes: 10 }, null],
      codes: ['not-found', 'conflict', 'conflict', 'invalid', 'invalid'],
    },
    delivered: {
      'out/copy.bin': bytes.slice(10, 20),
      'named/text.txt': new Uint8Array(Buffer.from('Größe 🎉')),
      swap: new Uint8Array(Buffer.from('after')),
    },
    log: [],
    files: expect.any(Object),
    usage: { wallMs: expect.any(Number), hostCalls: 21, modelTokens: 0, cost: 0 },
  });
});

test('files larger than a frame cross whole', async () => {
  const big = await createSandbox({ limits: { frameBytes: 64 * 1024 } });
  const bytes = Uint8Array.from({ length: 3 * MB }, (_, index) => index % 251);
  const ended = await big.run(
    `export default async ({ files, deliver }) => { await files.write('out', await files.read('in')); await deliver('out'); }`,
    { files: { in: bytes } },
  );
  await big[Symbol.asyncDispose]();
  expect(ended.status).toBe('ok');
  expect(Buffer.compare(ended.delivered['out'] ?? new Uint8Array(), bytes)).toBe(0);
});

test('what was delivered and logged before a bad end is kept', async () => {
  const ended = await run(
    `await files.write('a', 'half'); await deliver('a'); log.info('step', 1, { b: [2] }); console.error('\\u001b[31mred\\r'); for (;;);`,
    { limits: { runMs: 1000 } },
  );
  expect(ended).toMatchObject({
    status: 'timeout',
    reason: 'It took longer than 1 s.',
    delivered: { a: new Uint8Array(Buffer.from('half')) },
    log: [
      { level: 'info', text: 'step 1 {"b": [2]}' },
      { level: 'error', text: '\uFFFD[31mred\uFFFD' },
    ],
  });
});

test('a flood of lines keeps head and tail and counts what was lost', async () => {
  const heard: string[] = [];
  const ended = await run('for (let i = 0; i < 5000; i++) log.info(`line ${i}`); ', {
    onLog: ({ text }) => heard.push(text),
    limits: { runMs: 30_000 },
  });
  expect(ended.status).toBe('ok');
  expect([ended.log[0]?.text, ended.log.at(-1)?.text]).toEqual(['line 0', 'line 4999']);
  expect(ended.log.map(({ text }) => text)).toEqual(heard);
  expect(ended.truncated).toEqual({ kept: ended.log.length, dropped: 5000 - ended.log.length });
  expect(ended.log.reduce((sum, { text }) => sum + text.length + 1, 0)).toBeLessThanOrEqual(LIMITS.logBytes);
});

test('one line of 10 MB is cut', async () => {
  const ended = await run('log.info("x".repeat(10 * 1024 * 1024));');
  expect([ended.status, ended.log.map(({ text }) => text.length)]).toEqual(['ok', [LIMITS.logBytes / 2]]);
});

test('nothing that the guest can read names a place of this machine', async () => {
  const { result } = await run(`
    const stacks = [new Error('own').stack];
    for (const call of [() => files.read('nowhere'), () => files.write('x', 7), () => deliver('../x'), () => import('node:fs')])
      await call().catch((error) => stacks.push(error.stack, error.message));
    try { setTimeout('code') } catch (error) { stacks.push(error.stack) }
    return stacks.join('\\n');`);
  expect(result).toMatch(/There is no file 'nowhere'/);
  expect(result).not.toMatch(/file:|node:internal|node_modules|packages|worker|\.ts\b/);
});

test('keys named __proto__ stay data', async () => {
  const ended = await run('return JSON.parse(\'{"__proto__": {"polluted": 1}, "a": 1}\');');
  expect(ended.status).toBe('ok');
  expect(JSON.stringify(ended.result)).toBe('{"__proto__":{"polluted":1},"a":1}');
  expect(Reflect.get({}, 'polluted')).toBe(undefined);
  expect(await run('await files.write("__proto__", "x")')).toMatchObject({ status: 'denied' });
});

test('aborting cancels, before and during the run', async () => {
  expect(await run('for (;;);', { signal: AbortSignal.abort() })).toMatchObject({ status: 'cancelled' });
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 30);
  expect(await run('for (;;);', { signal: controller.signal })).toMatchObject({
    status: 'cancelled',
    reason: 'The caller cancelled the run.',
  });
});

test('a seed repeats a run, and no seed does not', async () => {
  const body = 'return [Math.random(), crypto.randomUUID(), crypto.getRandomValues(new Uint8Array(4)).join()];';
  const [first, second, third, fourth] = [await run(body, { seed: 'a' }), await run(body, { seed: 'a' }), await run(body), await run(body)];
  expect(first.result).toEqual(second.result);
  expect(new Set([first, third, fourth].map(({ result }) => JSON.stringify(result))).size).toBe(3);
});

test('CPU time is limited apart from wall time', async () => {
  expect(await run('for (;;);', { limits: { runMs: 20_000, cpuMs: 200 } })).toMatchObject({
    status: 'cpu_limit',
    reason: 'It used more than 200 ms of CPU time.',
  });
  expect(await run('await new Promise((go) => setTimeout(go, 400)); return 1;', { limits: { cpuMs: 200 } })).toMatchObject({ result: 1 });
});

test('a sandbox says what is in force', () => {
  expect([sandbox.level, sandbox.capabilities().map(({ name }) => name)]).toEqual([
    'standard',
    ['isolate', 'process', 'permission', 'watch', 'resource-limits', 'namespaces', 'seccomp'],
  ]);
  const absent = sandbox.capabilities().flatMap(({ name, isInForce }) => (isInForce ? [] : [name]));
  const ofSystem = [...(process.platform === 'win32' ? ['watch'] : []), ...(HAS_PRLIMIT ? [] : ['resource-limits'])];
  expect(absent).toEqual([...ofSystem, 'namespaces', 'seccomp']);
});

test('the level strict is in force, or is refused with what to do about it', async () => {
  const obstacle = tryJail(jailOfWorker());
  if (obstacle) process.stdout.write(`Only the refusal of strict is tested: ${obstacle.cause}\n`);
  const opened = await createSandbox({ level: 'strict' }).catch((error: unknown) => error);
  const refusal = { code: 'sandbox', message: `The sandbox level 'strict' cannot be had: ${obstacle?.cause}. ${obstacle?.fix}` };
  expect(opened).toMatchObject(obstacle ? refusal : { level: 'strict' });
  if (obstacle === undefined) await (opened as Sandbox)[Symbol.asyncDispose]();
});

test('two runs at once do not meet', async () => {
  const runs = await Promise.all(
    ['a', 'b', 'c'].map((name) =>
      run(`globalThis.seen = (globalThis.seen ?? '') + task; await files.write(task, task); await deliver(task); return globalThis.seen;`, {
        args: [name],
      }),
    ),
  );
  expect(runs.map(({ result, delivered }) => [result, Object.keys(delivered)])).toEqual([
    ['a', ['a']],
    ['b', ['b']],
    ['c', ['c']],
  ]);
});

test('a file name that leaves the workspace is refused before the run', async () => {
  await expect(run('', { files: { '../x': new Uint8Array() } })).rejects.toMatchObject({ code: 'path' });
});
