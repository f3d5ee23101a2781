import { connect } from 'node:net';
import type { ChatReply, Json } from '@preflag/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallCode, CallOutcome, Gateway } from '../../gateway/gateway.ts';
import { createGatewayServer } from './gateway-server.ts';

const TOKEN = 'preflag-token';
const REPLY: ChatReply = {
  message: {
    role: 'assistant',
    content: 'Hi.',
    tool_calls: [{ id: 'a', type: 'function', function: { name: 'f', arguments: '{}' } }],
    own: 1,
  },
  finish: 'tool_calls',
  usage: { inputTokens: 1, outputTokens: 2 },
};
const calls: (readonly [string, Json])[] = [];
let next: CallOutcome = { ok: true, value: REPLY as unknown as Json };
const ended = Promise.withResolvers<string>();
const gateway: Gateway = {
  usage: { calls: 0, modelCalls: 0, modelTokens: 0, cost: 0 },
  async call(name, argsJson, signal) {
    calls.push([name, JSON.parse(argsJson) as Json]);
    if (argsJson.includes('"wait"')) {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      ended.resolve('ended');
    }
    if (argsJson.includes('"throw"')) throw new Error('/home/secret');
    return next;
  },
};
const server = createGatewayServer({ gateway, model: 'm-1', token: TOKEN, maxCalls: 1000 });
let port = 0;
beforeAll(async () => {
  port = await server.listen();
});
afterAll(() => server[Symbol.asyncDispose]());

const MESSAGES = [{ role: 'user', content: 'Hi' }];
const post = (body: unknown, path: string = '/v1/chat/completions'): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers: { authorization: `Bearer ${TOKEN}` }, body: JSON.stringify(body) });

/** What is answered to bytes, until the server closes, which it does when the client has said all. */
function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
    socket.end(text);
  });
}
const statuses = (answer: string): (string | undefined)[] => [...answer.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);
const head = (line: string, host: string = `127.0.0.1:${port}`): string => `${line}\r\nHost: ${host}\r\nAuthorization: Bearer ${TOKEN}\r\n`;

test('a chat goes to the gateway as it was asked, and its answer comes out as it is', async () => {
  const tools = [{ type: 'function', function: { name: 'f', parameters: { type: 'object' }, strict: true } }];
  const body = {
    model: 'any',
    messages: MESSAGES,
    tools,
    tool_choice: 'auto',
    temperature: 0,
    max_tokens: 9,
    response_format: { type: 'json_object' },
    top_p: 1,
  };
  const response = await post(body);
  expect(calls.splice(0)).toEqual([
    [
      'model.chat',
      [
        {
          messages: MESSAGES,
          tools: [{ name: 'f', description: '', parameters: { type: 'object' } }],
          temperature: 0,
          maxTokens: 9,
          json: true,
        },
      ],
    ],
  ]);
  expect(await response.json()).toEqual({
    id: expect.stringMatching(/^chatcmpl-/),
    object: 'chat.completion',
    created: expect.any(Number),
    model: 'm-1',
    choices: [{ index: 0, message: REPLY.message, finish_reason: 'tool_calls', logprobs: null }],
    usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 },
  });
});

test('a stream is the same in pieces', async () => {
  const response = await post({ messages: MESSAGES, stream: true, stream_options: { include_usage: true } });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const events = (await response.text())
    .trim()
    .split('\n\n')
    .map((event) => event.replace(/^data: /, ''));
  expect(events.pop()).toBe('[DONE]');
  const [call] = REPLY.message['tool_calls'] as Json[];
  expect(events.map((event) => JSON.parse(event) as unknown)).toMatchObject([
    { choices: [{ delta: { ...REPLY.message, tool_calls: [{ index: 0, ...(call as object) }] }, finish_reason: null }] },
    { choices: [{ delta: {}, finish_reason: 'tool_calls' }] },
    { choices: [], usage: { total_tokens: 3 } },
  ]);
});

test.each([
  ['no object', []],
  ['no messages', { model: 'm' }],
  ['several choices', { messages: MESSAGES, n: 2 }],
  ['a forced tool', { messages: MESSAGES, tool_choice: 'required' }],
  ['a schema of the answer', { messages: MESSAGES, response_format: { type: 'json_schema', json_schema: {} } }],
  ['tools without a name', { messages: MESSAGES, tools: [{ type: 'function' }] }],
  ['tools of another kind', { messages: MESSAGES, tools: [{ type: 'web_search' }] }],
  ['functions of old', { messages: MESSAGES, functions: [] }],
])('%s is refused before the gateway', async (_name, body) => {
  calls.length = 0;
  const response = await post(body);
  expect([response.status, await response.json(), calls]).toEqual([
    400,
    { error: { message: expect.any(String), type: 'invalid', param: null, code: 'invalid' } },
    [],
  ]);
});

test.each<[CallCode, number]>([
  ['denied', 403],
  ['invalid', 400],
  ['budget', 429],
  ['failed', 502],
  ['timeout', 504],
  ['too-large', 413],
])('a refusal of the gateway (%s) is the status %i', async (code, status) => {
  next = { ok: false, code, message: 'Because.' };
  const response = await post({ messages: MESSAGES });
  next = { ok: true, value: REPLY as unknown as Json };
  expect([response.status, await response.json()]).toEqual([status, { error: { message: 'Because.', type: code, param: null, code } }]);
  expect(response.headers.get('x-should-retry')).toBe(status < 500 ? 'false' : null);
});

test('a gateway that throws tells nothing of the host', async () => {
  const response = await post({ messages: [{ role: 'user', content: 'throw' }] });
  expect([response.status, await response.text()]).toEqual([500, expect.not.stringContaining('secret')]);
});

test('a call ends with the client that asked', async () => {
  const controller = new AbortController();
  const body = JSON.stringify({ messages: [{ role: 'user', content: 'wait' }] });
  const asked = fetch(`http://127.0.0.1:${port}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}` },
    body,
    signal: controller.signal,
  });
  while (!calls.some(([, args]) => JSON.stringify(args).includes('wait'))) await new Promise((resolve) => setTimeout(resolve, 5));
  controller.abort();
  await expect(asked).rejects.toThrow(/abort/);
  expect(await ended.promise).toBe('ended');
});

const BODY = JSON.stringify({ messages: MESSAGES });
const GOOD = (): string => `${head('GET /v1/models HTTP/1.1')}\r\n`;
test.each<[string, () => string, readonly string[]]>([
  ['one that is fine', GOOD, ['200']],
  ['another name', () => `${head('GET /v1/models HTTP/1.1', 'example.com')}\r\n`, ['400']],
  ['a name with user', () => `${head('GET /v1/models HTTP/1.1', `a@127.0.0.1:${port}`)}\r\n`, ['400']],
  ['two names', () => `${head('GET /v1/models HTTP/1.1')}Host: example.com\r\n\r\n`, ['400']],
  ['no name', () => 'GET /v1/models HTTP/1.1\r\n\r\n', ['400']],
  ['a whole address', () => `${head('GET http://example.com/v1/models HTTP/1.1')}\r\n`, ['400']],
  ['a whole address of its own', () => `${head(`GET http://127.0.0.1:${port}/v1/models HTTP/1.1`)}\r\n`, ['400']],
  ['an address without scheme', () => `${head('GET //example.com/v1/models HTTP/1.1')}\r\n`, ['400']],
  ['CONNECT', () => `${head('CONNECT example.com:443 HTTP/1.1')}\r\n`, []],
  ['an upgrade', () => `${head('GET /v1/models HTTP/1.1')}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`, []],
  ['a second request after a good one', () => GOOD() + `${head('GET /v1/models HTTP/1.1', 'example.com')}\r\n`, ['200', '400']],
  ['a second request with another token', () => GOOD() + GOOD().replace(TOKEN, 'other'), ['200', '401']],
  ['no token', () => GOOD().replace(/Authorization.*\r\n/, ''), ['401']],
  [
    'two lengths',
    () => `${head('POST /v1/chat/completions HTTP/1.1')}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    [],
  ],
  ['too long by its word', () => `${head('POST /v1/chat/completions HTTP/1.1')}Content-Length: 99999999999\r\n\r\n{`, ['413']],
  ['no JSON', () => `${head('POST /v1/chat/completions HTTP/1.1')}Content-Length: 1\r\n\r\n{`, ['400']],
  [
    'a body in pieces',
    () =>
      `${head('POST /v1/chat/completions HTTP/1.1')}Transfer-Encoding: chunked\r\n\r\n${BODY.length.toString(16)}\r\n${BODY}\r\n0\r\n\r\n`,
    ['200'],
  ],
  ['another method', () => `${head('GET /v1/chat/completions HTTP/1.1')}\r\n`, ['405']],
  ['GET of /mcp', () => `${head('GET /mcp HTTP/1.1')}\r\n`, ['405']],
  ['another path', () => `${head('GET /etc/passwd HTTP/1.1')}\r\n`, ['404']],
  ['what is no HTTP', () => 'hello\r\n\r\n', []],
])('attacks 58 and 59, a request that is looked at: %s', async (_name, text, expected) => {
  expect(statuses(await raw(text()))).toEqual(expected);
});

test('there are only so many calls', async () => {
  await using small = createGatewayServer({ gateway, model: 'm', token: TOKEN, maxCalls: 2 });
  const at = await small.listen();
  const ask = async (): Promise<number> => {
    const url = `http://127.0.0.1:${at}/v1/chat/completions`;
    return (await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${TOKEN}` }, body: BODY })).status;
  };
  expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 429]);
});

test('a body that is too long is not read to its end', async () => {
  const response = await post({ messages: [{ role: 'user', content: 'x'.repeat(5_000_000) }] }).catch(() => undefined);
  expect([413, undefined]).toContain(response?.status);
});
