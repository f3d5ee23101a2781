import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { LLMock } from '@copilotkit/aimock';
import { type ChatMessage, type ChatRequest, PreflagError } from '@preflag/core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chatModel, type ChatModelOptions } from './chat-model.ts';
import { isTooLongError } from './too-long.ts';

const KEY = 'sk-live-0123456789abcdef';
const HELLO: ChatRequest = { messages: [{ role: 'user', content: 'hello' }] };

async function failureOf(promise: Promise<unknown>): Promise<PreflagError> {
  const error: unknown = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!PreflagError.isInstance(error)) throw new Error(`Not refused by us: ${inspect(error)}`);
  expect(inspect(error, { depth: 9 })).not.toContain(KEY);
  return error;
}

describe('against aimock', () => {
  const mock = new LLMock({ port: 0 });
  const model = (options: Partial<ChatModelOptions> = {}): ReturnType<typeof chatModel> =>
    chatModel({ model: 'gpt-test', baseUrl: `${mock.url}/v1`, apiKey: KEY, maxRetries: 0, ...options });

  beforeAll(() => mock.start());
  afterEach(() => {
    mock.clearFixtures().clearChaos();
    mock.clearRequests();
  });
  // It waits for connections that fetch keeps open, which nobody else needs to.
  afterAll(() => void mock.stop());

  it('sends what is asked and gives what is answered, with usage and cost', async () => {
    mock.onMessage('hello', { content: 'Hi.', usage: { prompt_tokens: 1000, completion_tokens: 10 } });
    const tool = { name: 'add', description: 'Adds.', parameters: { type: 'object', properties: { a: { type: 'number' } } } };
    const reply = await model({ price: { input: 2, output: 50 } }).chat({
      ...HELLO,
      tools: [tool],
      temperature: 0,
      maxTokens: 99,
      json: true,
    });
    expect(reply).toEqual({
      message: { role: 'assistant', content: 'Hi.', refusal: null },
      finish: 'stop',
      usage: { inputTokens: 1000, outputTokens: 10 },
      cost: 0.0025,
    });
    const sent = mock.getLastRequest();
    expect(sent?.body).toMatchObject({
      model: 'gpt-test',
      messages: HELLO.messages,
      tools: [{ type: 'function', function: tool }],
      temperature: 0,
      max_tokens: 99,
      response_format: { type: 'json_object' },
    });
  });

  it('gives every call of several tools', async () => {
    mock.onMessage('hello', {
      toolCalls: [
        { id: 'call_a', name: 'add', arguments: '{"a":1}' },
        { id: 'call_b', name: 'add', arguments: '{"a":2}' },
      ],
    });
    const { message, finish } = await model().chat(HELLO);
    expect(finish).toBe('tool_calls');
    expect(message['tool_calls']).toEqual([
      { id: 'call_a', type: 'function', function: { name: 'add', arguments: '{"a":1}' } },
      { id: 'call_b', type: 'function', function: { name: 'add', arguments: '{"a":2}' } },
    ]);
  });

  it('tries again after the time that a rate limit names', async () => {
    let asked = 0;
    mock.on({}, () => (++asked < 3 ? { error: { message: 'Slow down' }, status: 429, retryAfter: 0 } : { content: 'Hi.' }));
    expect((await model({ maxRetries: 2 }).chat(HELLO)).message['content']).toBe('Hi.');
    expect(asked).toBe(3);
  });

  it.each<[string, () => void, Partial<ChatModelOptions>, string]>([
    [
      'a rate limit to the end',
      () => mock.on({}, { error: { message: 'Rate limit reached for gpt-test.' }, status: 429, retryAfter: 0 }),
      { maxRetries: 2 },
      'ORIGIN limits the rate of requests (429: Rate limit reached for gpt-test), in 3 tries: wait, or ask for less at a time.',
    ],
    [
      'a quota that is used up',
      () => mock.on({}, { error: { message: 'You exceeded your current quota', code: 'insufficient_quota' }, status: 429 }),
      {},
      "The account's quota at ORIGIN is used up (429): look at its plan and billing.",
    ],
    [
      'failures of the server to the end',
      () => mock.on({}, { error: { message: 'The server had an error\u001b[31m\nwhile processing' }, status: 500 }),
      { maxRetries: 1 },
      'ORIGIN failed (500: The server had an error [31m while processing), in 2 tries: try again later.',
    ],
    [
      'a wrong key',
      () => mock.on({}, { error: { message: `Incorrect API key provided: ${KEY}` }, status: 401 }),
      { keyName: 'OPENAI_API_KEY' },
      'ORIGIN does not accept the key (401): check OPENAI_API_KEY.',
    ],
    [
      'a key that may not',
      () => mock.on({}, { error: { message: `The key ${KEY} may not` }, status: 403 }),
      {},
      "ORIGIN does not let this key use the model 'gpt-test' (403): check apiKey and what it may do.",
    ],
    [
      'an unknown model',
      () => mock.on({}, { error: { message: 'The model `gpt-test` does not exist', code: 'model_not_found' }, status: 404 }),
      {},
      "ORIGIN has no model 'gpt-test' (404: The model `gpt-test` does not exist): check the model's name and the base URL.",
    ],
    [
      'a refused request that repeats the key',
      () => mock.on({}, { error: { message: `No tools for ${KEY} in this plan` }, status: 400 }),
      {},
      "ORIGIN refuses the request for the model 'gpt-test' (400: No tools for [key] in this plan): change what it names.",
    ],
    [
      'a conversation that is too long',
      () =>
        mock.on(
          {},
          { error: { message: "This model's maximum context length is 9 tokens", code: 'context_length_exceeded' }, status: 400 },
        ),
      {},
      "The conversation is longer than the model 'gpt-test' takes (400: This model's maximum context length is 9 tokens): give it less at a time.",
    ],
    [
      'malformed JSON',
      () => mock.on({}, { content: 'Hi.' }).setChaos({ malformedRate: 1 }),
      {},
      'ORIGIN gave an answer that is no chat completion, since it is no valid JSON: check that the base URL is that of an API that speaks Chat Completions.',
    ],
    [
      'a connection that breaks off',
      () => mock.on({}, { content: 'Hi.' }).setChaos({ disconnectRate: 1 }),
      { maxRetries: 1 },
      'ORIGIN cannot be reached (UND_ERR_SOCKET), in 2 tries: check the base URL and the network.',
    ],
    [
      'an answer that takes too long',
      () => mock.on({}, { content: 'Hi.' }).setChaos({ latencyMs: 500 }),
      { timeoutMs: 50 },
      'ORIGIN gave no answer within 0.05 s: try again later, or allow more time.',
    ],
  ])('says in one sentence: %s', async (_, prepare, options, text) => {
    prepare();
    const error = await failureOf(model(options).chat(HELLO));
    expect(error).toMatchObject({ code: 'model', message: text.replaceAll('ORIGIN', mock.url) });
  });

  it('keeps what programs may want of an error', async () => {
    mock.on({}, { error: { message: 'no', code: 'model_not_found', type: 'invalid_request_error' }, status: 404 });
    const { cause } = await failureOf(model().chat(HELLO));
    expect(cause).toMatchObject({ tries: 1, status: 404, code: 'model_not_found', type: 'invalid_request_error' });
  });

  it.each([
    ['before', true],
    ['during', false],
  ])('is cancelled %s the call', async (_, isBefore) => {
    mock.on({}, { content: 'Hi.' }).setChaos({ latencyMs: 500 });
    const controller = new AbortController();
    if (isBefore) controller.abort();
    const answer = model({ maxRetries: 3 }).chat(HELLO, { signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    expect(await failureOf(answer)).toMatchObject({ code: 'cancelled', message: 'The call of the model was cancelled.' });
  });

  it('is cancelled while it waits for the next try', async () => {
    const controller = new AbortController();
    mock.on({}, () => {
      setTimeout(() => controller.abort(), 20);
      return { error: { message: 'Slow down' }, status: 429, retryAfter: 30 };
    });
    expect(await failureOf(model({ maxRetries: 3 }).chat(HELLO, { signal: controller.signal }))).toMatchObject({ code: 'cancelled' });
  });
});

describe('against odd providers', () => {
  let answer: (body: { readonly messages: readonly ChatMessage[] }) => {
    readonly status?: number;
    readonly type?: string;
    readonly text: string;
  };
  let seen: { readonly headers: IncomingHttpHeaders; readonly url: string | undefined } | undefined;
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (piece: Buffer) => (text += piece.toString()));
    request.on('end', () => {
      seen = { headers: request.headers, url: request.url };
      const { status = 200, type = 'application/json', text: said } = answer(JSON.parse(text) as { messages: ChatMessage[] });
      response.writeHead(status, { 'content-type': type }).end(said);
    });
  });
  let origin = '';

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const model = (options: Partial<ChatModelOptions> = {}): ReturnType<typeof chatModel> =>
    chatModel({ model: 'odd', baseUrl: `${origin}/v1beta/openai/`, maxRetries: 0, ...options });
  const completion = (message: unknown, rest: object = {}): string =>
    JSON.stringify({ choices: [{ message, finish_reason: 'stop' }], ...rest });

  it.each<[string, string, string | undefined, string]>([
    ['nothing', '', undefined, 'it is empty'],
    ['an html page', '<html>login</html>', 'text/html', 'it is no JSON object'],
    ['a list', '[]', undefined, 'it is no JSON object'],
    ['no choices', '{}', undefined, 'it has no choices'],
    ['an empty list of choices', '{"choices":[]}', undefined, 'it has no choices'],
    ['a choice without a message', '{"choices":[{"finish_reason":"stop"}]}', undefined, 'its choice has no message'],
    [
      'an error with the status 200',
      '{"error":{"message":"Provider returned error"}}',
      undefined,
      'it is an error: Provider returned error',
    ],
    ['JSON that is cut off', '{"choices":[{"mess', undefined, 'it is no valid JSON'],
  ])('an answer of %s is an error', async (_, text, type, what) => {
    answer = () => ({ text, ...(type && { type }) });
    expect((await failureOf(model().chat(HELLO))).message).toBe(
      `${origin} gave an answer that is no chat completion, since ${what}: check that the base URL is that of an API that speaks Chat Completions.`,
    );
  });

  it.each([
    [
      'in a list, as of Google',
      '[{"error":{"code":400,"message":"The input token count (9) exceeds the maximum number of tokens allowed (8)."}}]',
    ],
    ['by the words of Anthropic', '{"error":{"type":"invalid_request_error","message":"prompt is too long: 9 tokens > 8 maximum"}}'],
  ])('an error is read %s', async (_, text) => {
    answer = () => ({ status: 400, text });
    const error = await failureOf(model().chat(HELLO));
    expect([isTooLongError(error), error.message]).toEqual([
      true,
      expect.stringMatching(/^The conversation is longer than the model 'odd' takes \(400: .+ \(?[89]\)?.*\): give it less at a time\.$/),
    ]);
  });

  it.each([
    ['a plain text', 'Bad gateway', 'Bad gateway'],
    ['an empty list', '[]', '[]'],
    ['nothing', '', 'status code (no body)'],
  ])('an error of %s is told', async (_, text, told) => {
    answer = () => ({ status: 502, text });
    expect((await failureOf(model().chat(HELLO))).message).toBe(`${origin} failed (502: ${told}): try again later.`);
  });

  it('an answer without usage counts none, and costs what is not known', async () => {
    answer = () => ({ text: completion({ role: 'assistant', content: 'Hi.' }) });
    const reply = await model({ price: { input: 1, output: 1 } }).chat(HELLO);
    expect(reply).toEqual({ message: { role: 'assistant', content: 'Hi.' }, finish: 'stop', usage: { inputTokens: 0, outputTokens: 0 } });
  });

  it('tokens that only the total counts are counted', async () => {
    answer = () => ({ text: completion({ content: '' }, { usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 115 } }) });
    expect((await model().chat(HELLO)).usage).toEqual({ inputTokens: 10, outputTokens: 105 });
  });

  it('fields of a provider come back to it as they came', async () => {
    const said = {
      role: 'assistant',
      content: null,
      reasoning_details: [{ type: 'reasoning.encrypted', data: 'xyz', index: 0 }],
      tool_calls: [
        { id: 'a', type: 'function', function: { name: 'f', arguments: '' }, extra_content: { google: { thought_signature: 'c2ln' } } },
      ],
    };
    answer = () => ({ text: completion(said) });
    const { message } = await model().chat(HELLO);
    let back: readonly ChatMessage[] = [];
    answer = ({ messages }) => ((back = messages), { text: completion({ content: 'ok' }) });
    await model().chat({ messages: [...HELLO.messages, message, { role: 'tool', tool_call_id: 'a', content: '1' }] });
    expect(back[1]).toEqual(said);
  });

  it('sends no key where none was given, and nothing of the environment', async () => {
    const before = { ...process.env };
    Object.assign(process.env, { OPENAI_API_KEY: KEY, OPENAI_ORG_ID: 'org', OPENAI_PROJECT_ID: 'proj', OPENAI_CUSTOM_HEADERS: '' });
    answer = () => ({ text: completion({ content: 'ok' }) });
    await model()
      .chat(HELLO)
      .finally(() => (process.env = before));
    expect(seen?.url).toBe('/v1beta/openai/chat/completions');
    expect(Object.keys(seen?.headers ?? {}).filter((name) => /auth|openai|api-key/.test(name))).toEqual([]);
  });

  it('an answer that breaks off in its middle is an error', async () => {
    const broken = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"choices":[', () => response.destroy());
    });
    await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
    const at = `http://127.0.0.1:${(broken.address() as AddressInfo).port}`;
    const error = await failureOf(model({ baseUrl: at }).chat(HELLO));
    broken.close();
    expect(error.message).toBe(`The answer of ${at} broke off (UND_ERR_SOCKET): try again.`);
    expect((await failureOf(model({ baseUrl: at }).chat(HELLO))).message).toBe(
      `${at} cannot be reached (ECONNREFUSED): check the base URL and the network.`,
    );
  });
});

it.each([
  [
    'no base URL',
    { model: 'm', baseUrl: 'example.com/v1' },
    "The base URL of the model 'm' is none: give one that begins with https:// or http://.",
  ],
  [
    'a password in the base URL',
    { model: 'm', baseUrl: `https://user:${KEY}@example.com/v1` },
    "The base URL of the model 'm' has a user or a password in it: give the key apart from it.",
  ],
  ['no key for OpenAI', { model: 'm' }, "The model 'm' needs a key: set apiKey."],
])('refuses at once: %s', (_, options, text) => {
  expect(() => chatModel(options)).toThrow(expect.objectContaining({ code: 'model', message: text }));
});
