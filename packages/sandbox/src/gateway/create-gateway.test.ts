import { type ChatReply, type ModelClient, PreflagError } from '@preflag/core';
import { array, assert, asyncProperty, constantFrom, json, jsonValue, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGateway, type GatewayLimits } from './create-gateway.ts';
import { CALL_CODES, type CallOutcome, type Gateway } from './gateway.ts';
import type { Grants, Tool } from './grants.ts';
import type { JournalCall } from '../journal/journal.ts';
import { parseArguments } from './parse-arguments.ts';

const NEVER = new AbortController().signal;
const replyOf = (tokens: number, cost?: number): ChatReply => ({
  message: { role: 'assistant', content: 'x' },
  finish: 'stop',
  usage: { inputTokens: tokens, outputTokens: 0 },
  ...(cost !== undefined && { cost }),
});
const client = (chat: ModelClient['chat'], hasPrice = true): ModelClient => ({ name: 'fake', hasPrice, chat });
const tool = (run: Tool['run'], name = 'tool'): Tool => ({ name, description: 'A tool.', parameters: { type: 'object' }, run });
const open = (grants: Grants, limits: Partial<GatewayLimits> = {}): Gateway => createGateway(grants, { limits });
const call = (gateway: Gateway, name: string, ...args: unknown[]): Promise<CallOutcome> => gateway.call(name, JSON.stringify(args), NEVER);
const ask = (gateway: Gateway): Promise<CallOutcome> => call(gateway, 'model.chat', { messages: [{ role: 'user', content: 'hi' }] });

describe('a call', () => {
  test('that takes too long is given up, and the tool is told', async () => {
    let isTold = false;
    const slow = tool((_args, { signal }) => new Promise(() => signal.addEventListener('abort', () => (isTold = true))));
    expect(await call(open({ tools: [slow] }, { callMs: 20 }), 'tools.call', 'tool', {})).toEqual({
      ok: false,
      code: 'timeout',
      message: 'tools.call took longer than 20 ms.',
    });
    expect(isTold).toBe(true);
  });

  test('of a run that is over is given up', async () => {
    const controller = new AbortController();
    const gateway = open({ tools: [tool(() => new Promise(() => undefined))] });
    const waiting = gateway.call('tools.call', '["tool",{}]', controller.signal);
    controller.abort();
    expect(await waiting).toEqual({ ok: false, code: 'failed', message: 'The run is over.' });
    expect(await gateway.call('tools.call', '["tool",{}]', controller.signal)).toMatchObject({ code: 'failed' });
  });

  test('beside too many others is refused, and they go on', async () => {
    const releases: (() => void)[] = [];
    const gateway = open({ tools: [tool(() => new Promise<string>((go) => releases.push(() => go('done'))))] }, { callsAtOnce: 3 });
    const waiting = Array.from({ length: 3 }, () => call(gateway, 'tools.call', 'tool', {}));
    expect(await call(gateway, 'tools.call', 'tool', {})).toMatchObject({
      ok: false,
      code: 'denied',
      message: expect.stringContaining('3 calls wait'),
    });
    for (const release of releases) release();
    expect(await Promise.all(waiting)).toEqual(Array.from({ length: 3 }, () => ({ ok: true, value: 'done' })));
    expect(gateway.usage.calls).toBe(4);
  });

  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  test.each<[string, Tool['run'], object]>([
    ['throws', () => { throw new Error('/srv/secret'); }, { code: 'failed', message: "The tool 'tool' failed." }],
    ['throws nothing', () => { throw undefined; }, { code: 'failed' }],
    ['rejects', () => Promise.reject(new Error('/srv/secret')), { code: 'failed', message: "The tool 'tool' failed." }],
    ['gives a circle', () => circle, { code: 'failed', message: 'tools.call failed.' }],
    ['gives a BigInt', () => 1n, { code: 'failed' }],
    ['gives a function', () => () => 1, { ok: true, value: null }],
    ['gives nothing', () => undefined, { ok: true, value: null }],
    ['gives a lot', () => 'x'.repeat(2000), { code: 'too-large', message: 'The answer of tools.call is longer than 1 kB.' }],
    ['gives what has a toJSON that throws', () => ({ toJSON() { throw new Error('/srv/secret'); } }), { code: 'failed' }],
    ['gives a thenable that throws', () => ({ get then() { throw new Error('/srv/secret'); } }), { code: 'failed' }],
    ['gives a getter', () => ({ get a() { return 1; } }), { ok: true, value: { a: 1 } }],
  ])('of a tool that %s', async (_name, run, outcome) => {
    const answer = await call(open({ tools: [tool(run)] }, { answerBytes: 1024 }), 'tools.call', 'tool', {});
    expect(answer).toMatchObject(outcome);
    expect(JSON.stringify(answer)).not.toContain('secret');
  }); // prettier-ignore

  test('keys named __proto__ and constructor stay data', async () => {
    let seen: unknown;
    const gateway = open({ tools: [tool((args) => (seen = args))] });
    const answer = await gateway.call(
      'tools.call',
      '["tool",{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]',
      NEVER,
    );
    expect(JSON.stringify(answer)).toBe('{"ok":true,"value":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}');
    expect([Reflect.get({}, 'polluted'), Object.keys(seen as object)]).toEqual([undefined, ['__proto__', 'constructor']]);
  });
});

test('calls can be told, with what they were, took and cost', async () => {
  const calls: JournalCall[] = [];
  const model = { client: client(() => Promise.resolve(replyOf(10, 0.5))) };
  const gateway = createGateway({ model }, { onCall: (call) => calls.push(call) });
  await ask(gateway);
  await call(gateway, 'rm -rf', 1);
  const known = { args: expect.stringMatching(/^[0-9a-f]{64}$/), at: expect.any(Number), ms: expect.any(Number) };
  expect(calls).toEqual([
    { seq: 1, name: 'model.chat', ...known, result: { ok: true, value: replyOf(10, 0.5) }, spent: { tokens: 10, cost: 0.5 } },
    { seq: 2, name: 'rm -rf', ...known, result: { ok: false, code: 'denied', message: expect.stringContaining('not granted') } },
  ]);
  expect(gateway.usage).toMatchObject({ calls: 2, modelTokens: 10 });
});

describe('a budget', () => {
  test('in calls, tokens and money', async () => {
    const chat = (): Promise<ChatReply> => Promise.resolve(replyOf(10, 0.3));
    const codes = async (gateway: Gateway): Promise<string[]> => {
      const found = [];
      for (let round = 0; round < 4; round += 1) {
        const outcome = await ask(gateway);
        found.push(outcome.ok ? 'ok' : `${outcome.code}: ${outcome.message}`);
      }
      return found;
    };
    expect(await codes(open({ model: { client: client(chat), maxCalls: 1 } }))).toEqual([
      'ok',
      ...Array(3).fill('budget: The 1 calls of the model are used up.'),
    ]);
    expect(await codes(open({ model: { client: client(chat), maxTokens: 15 } }))).toEqual([
      'ok',
      'ok',
      ...Array(2).fill('budget: The 15 tokens are used up.'),
    ]);
    const gateway = open({ model: { client: client(chat), maxCost: 0.8 } });
    expect(await codes(gateway)).toEqual(['ok', 'ok', 'ok', 'budget: The budget of $0.8 is used up.']);
    expect(gateway.usage).toEqual({ calls: 4, modelCalls: 4, modelTokens: 30, cost: expect.closeTo(0.9) });
  });

  test('holds for calls side by side, and limits the answer to what is left', async () => {
    const limits: (number | undefined)[] = [];
    const chat: ModelClient['chat'] = async ({ maxTokens }) => {
      limits.push(maxTokens);
      await new Promise((go) => setTimeout(go, 1));
      return replyOf(40);
    };
    const gateway = open({ model: { client: client(chat, false), maxTokens: 100 } });
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => ask(gateway)));
    expect([outcomes.filter(({ ok }) => ok).length, limits]).toEqual([3, [100, 60, 20]]);
  });

  test('a model that fails costs nothing and names no place of the host', async () => {
    const known = open({ model: { client: client(() => Promise.reject(new PreflagError('model', 'The key was refused.'))) } });
    expect(await ask(known)).toEqual({ ok: false, code: 'failed', message: 'The key was refused.' });
    const unknown = open({ model: { client: client(() => Promise.reject(new Error('connect /run/secret.sock'))) } });
    expect(await ask(unknown)).toEqual({ ok: false, code: 'failed', message: 'The model cannot be reached.' });
  });
});

test.each<[string, unknown[], RegExp]>([
  ['model.chat', [{ messages: [] }], /fewer than 1/],
  ['model.chat', [{ messages: [{}] }], /role/],
  ['model.chat', [{ messages: [{ role: 'user' }], baseUrl: 'http://evil' }], /baseUrl/],
  ['model.chat', [], /fewer than 1/],
  ['tools.call', ['tool'], /fewer than 2/],
  ['tools.call', ['tool', {}, 1], /more than 2/],
  ['tools.search', [7], /string/],
  ['env.get', [null], /string/],
  ['human.ask', [{}], /string/],
  ['fetch', ['http://x'], /object/],
])('%s refuses %j', async (name, args, text) => {
  const grants: Grants = {
    model: { client: client(() => Promise.resolve(replyOf(1))) },
    tools: [tool(() => 1)],
    env: { A: 'b' },
    human: { ask: () => Promise.resolve('') },
    fetch: { allow: [{ origin: 'https://example.com' }] },
  };
  expect(await call(open(grants), name, ...args)).toMatchObject({ ok: false, code: 'invalid', message: expect.stringMatching(text) });
});

describe('arguments that may be anything', () => {
  const LIMITS = { callBytes: 1000, callDepth: 10 };
  const gateway = open({ tools: [tool((args) => args)], env: { A: 'b' } }, LIMITS);

  test.each<[string, string]>([
    ['x'.repeat(1001), 'too-large'],
    [`["${'ü'.repeat(499)}"]`, 'too-large'],
    [`${'['.repeat(11)}${']'.repeat(11)}`, 'invalid'],
    ['[{"a":'.repeat(500), 'too-large'],
    ['[', 'invalid'],
    ['{"0":1}', 'invalid'],
    ['[NaN]', 'invalid'],
    ['', 'invalid'],
  ])('%# are refused as %s', (text, code) => {
    expect(parseArguments(text, LIMITS)).toMatchObject({ ok: false, code });
  });

  test('brackets in texts are no depth', () => {
    expect(parseArguments(JSON.stringify(['[[[[[[[[[[[[', '\\"[[[[[[[[[[[[']), LIMITS).ok).toBe(true);
  });

  test('never throw, reject or get past their limits', async () => {
    const names = oneof(constantFrom('tools.call', 'tools.search', 'tools.describe', 'env.get', 'fetch', 'model.chat'), string());
    const texts = oneof(
      string({ maxLength: 2000 }),
      json({ maxDepth: 14 }),
      array(jsonValue()).map((args) => JSON.stringify(args)),
    );
    await assert(
      asyncProperty(names, texts, async (name, text) => {
        const outcome = await gateway.call(name, text, NEVER);
        expect(outcome.ok ? Buffer.byteLength(text) <= LIMITS.callBytes : CALL_CODES.includes(outcome.code)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('that fit the depth are what JSON.parse makes of them', () => {
    assert(
      property(array(jsonValue({ maxDepth: 8 })), (args) => {
        expect(parseArguments(JSON.stringify(args), { callBytes: 1e6, callDepth: 20 })).toEqual({
          ok: true,
          args: JSON.parse(JSON.stringify(args)),
        });
      }),
    );
  });
});
