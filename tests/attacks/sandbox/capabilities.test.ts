import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { Json } from '@preflag/core';
import { createSandbox, type Grants, type Sandbox, type SandboxOptions, type SandboxRunOptions } from '@preflag/sandbox';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../lib/cli.ts';
import { HOST_SECRET, openHost } from './grants.ts';
import { levelsHere } from './levels.ts';

const host = await openHost();
const { human: _people, ...grants } = host.grants;
const sandboxes = await Promise.all(levelsHere().map(async (level) => [level, await createSandbox({ level })] as const));
afterAll(async () => {
  await Promise.all(sandboxes.map(([, sandbox]) => sandbox[Symbol.asyncDispose]()));
  await host[Symbol.asyncDispose]();
});

/** Tries all that a run may ask for; the parts of it that were not refused. */
const ALL_CALLS = `const { model, tools, fetch, human, env } = preflag;
  const calls = { model: () => model.chat({ messages: [{ role: 'user', content: 'x' }] }), tools: () => tools.search(), fetch: () => fetch('https://example.com'), human: () => human.ask('Who?'), env: () => env.get('GREETING') };
  const done = [];
  for (const [name, call] of Object.entries(calls)) await call().then(() => done.push(name), (error) => error.code === 'denied' || done.push(error.code));`;

describe.each(sandboxes)('on the level %s', (_level, sandbox) => {
  test('attack 11: a run that a tool starts has what it is given, not what the run that asked has', async () => {
    const inner = (await sandbox.run(`${ALL_CALLS} export default [done, await preflag.files.list()];`, { files: {}, capabilities: {} }))
      .result;
    expect(inner).toEqual([[], []]);
    const nested: Grants = {
      ...grants,
      tools: [
        {
          name: 'run',
          description: 'Runs code that was written by a model.',
          parameters: { type: 'object' },
          run: async ({ code, ...wanted }) => {
            const options: SandboxRunOptions = { files: {}, capabilities: {}, limits: { runMs: 300 } };
            const { status, result } = await runIn(sandbox, code, options);
            return { status, result: result ?? null, wanted };
          },
        },
      ],
    };
    const code = `export default async ({ tools }) => {
      const asked = { capabilities: { env: { A: 'b' } }, limits: { runMs: 1e9 }, level: 'standard' };
      return [await tools.call('run', { code: ${JSON.stringify(`${ALL_CALLS} export default done;`)}, ...asked }), await tools.call('run', { code: 'for (;;);', ...asked })]; }`;
    const { result } = await sandbox.run(code, { capabilities: nested, files: { secret: Buffer.from('x') } });
    const wanted = { capabilities: { env: { A: 'b' } }, limits: { runMs: 1e9 }, level: 'standard' };
    expect(result).toEqual([
      { status: 'ok', result: [], wanted },
      { status: 'timeout', result: null, wanted },
    ]);
  });

  test('attack 22: 100,000 calls of a tool at once are refused but for those that may wait', async () => {
    const isRefused = Promise.withResolvers<string>();
    const wait = { name: 'wait', description: 'Answers when all others are refused.', parameters: {}, run: () => isRefused.promise };
    const code = `export default async ({ tools }) => {
      const found = await Promise.all(Array.from({ length: 1e5 }, () => tools.call('wait', {}).catch((error) => error.code)));
      return [found.filter((code) => code === 'answer').length, found.filter((code) => code === 'denied').length]; }`;
    const running = sandbox.run(code, { capabilities: { tools: [wait] }, limits: { hostCalls: 100_000, callsAtOnce: 64 } });
    let refused = 0;
    for await (const event of running.events) {
      if (event.type === 'call' && event.code === 'denied') refused += 1;
      if (refused === 1e5 - 64) isRefused.resolve('answer');
    }
    const { status, result, log, truncated } = await running;
    expect([status, result]).toEqual(['ok', [64, 1e5 - 64]]);
    expect(truncated).toEqual({ kept: 100, dropped: 1e5 - 64 - 100 });
    expect(new Set(log.map(({ text }) => text))).toEqual(
      new Set(['Denied: tools.call. More than 64 calls wait for an answer. Await some.']),
    );
    expect(await sandbox.run('export default 1')).toMatchObject({ status: 'ok', result: 1 });
  });
});

describe('attack 13: code that was compiled before', () => {
  test('nothing takes it: options of that name change nothing', async () => {
    const cachedData = new Script('globalThis.taken = true').createCachedData();
    const options = { cachedData, snapshot: cachedData, produceCachedData: true };
    await using sandbox = await createSandbox(options as SandboxOptions);
    const run = await sandbox.run('export default typeof taken', options as SandboxRunOptions);
    expect([run.status, run.result, Object.keys(run).filter((key) => /cached|snapshot/i.test(key))]).toEqual(['ok', 'undefined', []]);
  });

  test('no file of the worker makes or reads any', () => {
    const files = globSync('packages/{sandbox,supervisor}/src/**/*.ts', { cwd: ROOT }).filter((file) => !file.endsWith('.test.ts'));
    const users = files.filter((file) => /cachedData|createSnapshot|Isolate\([^)]*snapshot/i.test(readFileSync(join(ROOT, file), 'utf8')));
    expect([files.length > 50, users]).toEqual([true, []]);
  });
});

describe('attacks 59 and 60: grants that would not hold are refused when the sandbox is made', () => {
  test.each<[string, object]>([
    ['an empty list', { allow: [] }],
    ['no list', {}],
    ['CONNECT', { allow: [{ origin: 'https://example.com', methods: ['CONNECT'] }] }],
    ['all hosts', { allow: [{ origin: '*' }] }],
    ['all hosts of a domain', { allow: [{ origin: 'https://*.example.com' }] }],
    ['a proxy', { allow: [{ origin: 'https://example.com' }], proxy: 'http://127.0.0.1:3128' }],
    ['a mode', { allow: [], mode: 'proxied' }],
  ])('%s', async (_name, fetch) => {
    const made = createSandbox({ capabilities: { fetch } as unknown as Grants });
    await expect(made).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining('fetch') });
  });

  test('of a run as well', async () => {
    const [, sandbox] = sandboxes[0] ?? [];
    await expect(sandbox?.run('export default 1', { capabilities: { fetch: { allow: [] } } })).rejects.toMatchObject({ code: 'usage' });
  });

  test('and what is refused shows no secret', async () => {
    const allow = [{ origin: 'https://example.com', headers: { 'x-key': `${HOST_SECRET}\n` } }];
    const error: unknown = await createSandbox({ capabilities: { fetch: { allow } } }).catch((thrown: unknown) => thrown);
    expect(String(error)).toMatch(/'x-key'/);
    expect(JSON.stringify([String(error), error])).not.toContain(HOST_SECRET);
  });
});

/** What a model wrote is anything. */
function runIn(sandbox: Sandbox, code: Json | undefined, options: SandboxRunOptions): ReturnType<Sandbox['run']> {
  return sandbox.run(typeof code === 'string' ? code : '', options);
}
