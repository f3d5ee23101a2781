import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LLMock } from '@copilotkit/aimock';
import { type AgentTask, type ChatMessage, type ChatReply, DEFAULT_GATE, type Job, type LogLine, type ModelClient } from '@preflag/core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chatModel } from '../model/chat-model.ts';
import { loopAgent, type LoopAgentOptions } from './loop-agent.ts';

const JOB: Job = {
  version: 1,
  id: 'note',
  title: 'A note',
  inputs: ['in.txt'],
  deliverables: [
    {
      path: 'note.md',
      type: 'document',
      optional: false,
      count: { min: 1, max: 1 },
      order: 'any',
      columnOrder: 'any',
      length: { words: { max: 50 } },
    },
  ],
  rubric: [{ id: 'r', level: 'essential', statement: 'SECRET CRITERION', provedBy: [] }],
  rules: {},
  ignore: [],
  gate: DEFAULT_GATE,
};
const TASK: AgentTask = { job: JOB, brief: 'Write a note.', inputs: { 'in.txt': Buffer.from('It rains.') }, attempt: 1 };

const call = (name: string, args: object | string, id = `call_${name}`): { id: string; name: string; arguments: string } => ({
  id,
  name,
  arguments: typeof args === 'string' ? args : JSON.stringify(args),
});
const WRITE = call('write_file', { path: 'note.md', content: '# It rains\n' });
const DELIVER = call('deliver', { path: 'note.md' });
const texts = (files: Readonly<Record<string, Uint8Array>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [path, Buffer.from(content).toString()]));

describe('a model in a loop (aimock)', () => {
  const mock = new LLMock({ port: 0 });
  beforeAll(() => mock.start());
  afterEach(() => {
    mock.clearFixtures().clearChaos();
    mock.clearRequests();
  });
  // It waits for connections that fetch keeps open, which nobody else needs to.
  afterAll(() => void mock.stop());

  const agent = (options: Partial<LoopAgentOptions> = {}): ReturnType<typeof loopAgent> =>
    loopAgent({
      model: chatModel({ model: 'gpt-test', baseUrl: `${mock.url}/v1`, maxRetries: 0, price: { input: 1, output: 1 } }),
      ...options,
    });

  /** Answers turn by turn; the last again and again. */
  function script(...turns: readonly object[]): void {
    let turn = 0;
    const usage = { prompt_tokens: 90, completion_tokens: 10 };
    mock.on({}, () => ({ usage, ...turns[Math.min(turn++, turns.length - 1)] }));
  }
  const bodyOf = (
    request: number,
  ): { readonly messages: readonly ChatMessage[]; readonly tools: readonly { readonly function: { readonly name: string } }[] } =>
    mock.getRequests()[request]?.body as never;
  const sent = (request: number): readonly ChatMessage[] => bodyOf(request).messages;
  const answers = (): readonly unknown[] =>
    (sent(mock.getRequests().length - 1) ?? []).filter(({ role }) => role === 'tool').map(({ content }) => content);

  it('reads, writes and delivers, with several calls in one message in their order', async () => {
    script(
      { toolCalls: [call('list_files', ''), call('read_file', { path: 'in.txt' })] },
      { toolCalls: [WRITE, DELIVER] },
      { content: 'Done. It rains.' },
    );
    const lines: LogLine[] = [];
    const result = await agent().run(TASK, { onLog: (line) => lines.push(line) });
    expect({ ...result, files: texts(result.files), usage: { ...result.usage, wallMs: 0 } }).toEqual({
      status: 'ok',
      reason: '',
      files: { 'note.md': '# It rains\n' },
      message: 'Done. It rains.',
      log: [
        { level: 'info', text: 'Turn 1: list_files' },
        { level: 'info', text: 'Turn 1: read_file {"path":"in.txt"}' },
        { level: 'info', text: 'Turn 2: write_file {"path":"note.md","content":"# It rains\\n"}' },
        { level: 'info', text: 'Turn 2: deliver {"path":"note.md"}' },
        { level: 'debug', text: 'Turn 3, the model: Done. It rains.' },
      ],
      usage: { wallMs: 0, hostCalls: 4, modelTokens: 300, cost: expect.closeTo(0.0003) as number },
    });
    expect(lines).toEqual(result.log);
    expect(sent(2).map(({ role, tool_call_id, content }) => [role, tool_call_id, role === 'tool' ? content : undefined])).toEqual([
      ['system', undefined, undefined],
      ['user', undefined, undefined],
      ['assistant', undefined, undefined],
      ['tool', 'call_list_files', 'in.txt (9 bytes)\n\nDelivered: nothing yet.'],
      ['tool', 'call_read_file', 'It rains.'],
      ['assistant', undefined, undefined],
      ['tool', 'call_write_file', 'note.md is written: 11 bytes.'],
      ['tool', 'call_deliver', 'note.md is delivered as note.md.'],
    ]);
  });

  it('is told the job, the feedback and the files of the last attempt, and nothing of the rubric', async () => {
    script({ toolCalls: [call('deliver', { path: 'previous/note.md', as: 'note.md' })] }, { content: 'Same.' });
    const feedback = { text: '1. The note has no date.', items: [] };
    const result = await agent({ system: 'Be brief.' }).run({ ...TASK, attempt: 2, feedback, previous: { 'note.md': Buffer.from('old') } });
    expect(texts(result.files)).toEqual({ 'note.md': 'old' });
    const [system, user] = sent(0);
    expect(system?.['content']).toMatch(/\n\nBe brief\.$/);
    expect(user?.['content']).toMatchInlineSnapshot(`
      "# A note

      ## What the client asks

      Write a note.

      ## What to deliver, as the job states it

      - note.md: {"type":"document","length":{"words":{"max":50}}}

      ## Inputs in the workspace

      - in.txt (9 bytes)

      ## Attempt 2: what was wrong with the attempt before

      1. The note has no date.

      Mend that, leave what was right as it is, and deliver every file again.

      ## What was delivered before, in the workspace

      - previous/note.md (3 bytes)"
    `);
    expect(JSON.stringify(mock.getRequests().map(({ body }) => body))).not.toContain('SECRET CRITERION');
    expect(bodyOf(0).tools.map((tool) => tool.function.name)).toEqual(['list_files', 'read_file', 'write_file', 'deliver', 'run_code']);
  });

  it('learns what is wrong with a call, and may do better', async () => {
    script(
      {
        toolCalls: [
          call('write_file', '{"path":"note.md"'),
          call('write_file', { path: '../x', content: '' }),
          call('fly', {}),
          call('deliver', { file: 'note.md' }),
        ],
      },
      { toolCalls: [WRITE, DELIVER] },
      { content: 'Done.' },
    );
    const { status, log } = await agent().run(TASK);
    expect(status).toBe('ok');
    expect(answers().slice(0, 4)).toEqual([
      "The arguments of write_file are no JSON: Expected ',' or '}' after property value in JSON at position 17 (line 1 column 18).",
      "write_file failed: The path '../x' leaves the workspace.",
      "There is no tool 'fly'. There are: list_files, read_file, write_file, deliver, run_code.",
      "The arguments of deliver are wrong: 'path' is missing; 'file' is not known.",
    ]);
    expect(log.filter(({ level }) => level === 'warn')).toHaveLength(4);
  });

  it('calls the tools of the caller', async () => {
    script({ toolCalls: [call('weather', { city: 'Kyiv' }), WRITE, DELIVER] }, { content: 'Done.' });
    const weather = {
      name: 'weather',
      description: 'The weather.',
      parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
      run: ({ city }: { readonly city?: unknown }) => ({ city, sky: 'rain' }),
    };
    await agent({ tools: [weather] }).run(TASK);
    expect(answers()[0]).toBe('{"city":"Kyiv","sky":"rain"}');
  });

  it('is asked once when it delivers nothing, and then it is an error', async () => {
    script({ content: 'The note is: it rains.' });
    const result = await agent().run(TASK);
    expect(result).toMatchObject({
      status: 'error',
      reason: 'The model ended without delivering a file.',
      message: 'The note is: it rains.',
      files: {},
    });
    expect(mock.getRequests()).toHaveLength(2);
    expect(sent(1).at(-1)).toMatchObject({ role: 'user', content: expect.stringMatching(/^Nothing was delivered\./) });
  });

  it('is asked once when it delivers nothing, and may mend that', async () => {
    script({ content: '' }, { toolCalls: [WRITE, DELIVER] }, { content: 'Done.' });
    expect(await agent().run(TASK)).toMatchObject({ status: 'ok', message: 'Done.' });
    expect(sent(1).filter(({ role }) => role === 'assistant')).toEqual([]);
  });

  it.each<[string, Partial<LoopAgentOptions>, string, number]>([
    ['turns', { budget: { turns: 3 } }, 'The budget of 3 turns is used up.', 3],
    ['tokens', { budget: { tokens: 250 } }, 'The budget of 250 tokens is used up: 300 were used.', 3],
    ['money', { budget: { cost: 0.00015 } }, 'The budget of 0.00015 US dollars is used up: 0.0002 were spent.', 2],
  ])('ends with its budget of %s, and keeps what was delivered', async (_, options, reason, turns) => {
    script({ toolCalls: [WRITE, DELIVER] }, { toolCalls: [call('list_files', {})] });
    const result = await agent(options).run(TASK);
    expect(result).toMatchObject({ status: 'quota', reason, usage: { modelTokens: turns * 100 } });
    expect(texts(result.files)).toEqual({ 'note.md': '# It rains\n' });
  });

  it('ends when the conversation is longer than the model takes, and keeps what was delivered', async () => {
    const tooLong = { error: { message: 'Too long', code: 'context_length_exceeded' }, status: 400 };
    script({ toolCalls: [WRITE, DELIVER] }, tooLong);
    const result = await agent().run(TASK);
    expect([result.status, result.reason]).toEqual(['quota', "The conversation became longer than the model 'gpt-test' takes."]);
    expect(texts(result.files)).toEqual({ 'note.md': '# It rains\n' });
    mock.clearFixtures();
    script(tooLong);
    await expect(agent().run(TASK)).rejects.toMatchObject({ code: 'model' });
  });

  it('ends after a thousand calls, and answers none of the rest', async () => {
    script({ toolCalls: Array.from({ length: 1001 }, (_, index) => call('list_files', {}, `c${index}`)) });
    expect(await agent().run(TASK)).toMatchObject({
      status: 'quota',
      reason: 'The model called tools more than 1000 times.',
      usage: { hostCalls: 1000 },
    });
  });

  it.each([
    ['before it begins', true],
    ['while the model answers', false],
  ])('is cancelled %s', async (_, isBefore) => {
    script({ content: 'x' });
    mock.setChaos({ latencyMs: 500 });
    const controller = new AbortController();
    if (isBefore) controller.abort();
    else setTimeout(() => controller.abort(), 50);
    const result = await agent().run(TASK, { signal: controller.signal });
    expect([result.status, result.reason]).toEqual(['cancelled', 'The caller cancelled the run.']);
  });

  it('rejects when the model gives no answer', async () => {
    mock.on({}, { error: { message: 'no' }, status: 401 });
    await expect(agent().run(TASK)).rejects.toMatchObject({
      code: 'model',
      message: `${mock.url} does not accept the key (401): check apiKey.`,
    });
  });

  it('what the model writes reaches no terminal as control characters', async () => {
    script({ toolCalls: [call('nope\u001b[2J', '{"a":"\\u202e\\r"}'), WRITE, DELIVER] }, { content: 'ok\u001b[31m\u0007' });
    const { log } = await agent().run(TASK);
    expect(log.every(({ text }) => !/[\p{Cc}\p{Cf}]/u.test(text))).toBe(true);
    expect(log.at(-1)?.text).toBe('Turn 2, the model: ok [31m');
  });
});

describe('odd providers', () => {
  const SIGNATURE = 'c2lnbmF0dXJlIG9mIGEgdGhvdWdodA==';
  const seen: ChatMessage[][] = [];
  /** Like Gemini's endpoint: no usage, `stop` beside calls, an id that is empty, and 400 where a signature does not come back. */
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (piece: Buffer) => (text += piece.toString()));
    request.on('end', () => {
      const { messages } = JSON.parse(text) as { messages: ChatMessage[] };
      seen.push(messages);
      const said = messages.filter(({ role }) => role === 'assistant');
      const isKept = said.every((message) =>
        JSON.stringify(message['tool_calls']).includes(`"extra_content":{"google":{"thought_signature":"${SIGNATURE}"}}`),
      );
      const isNamed = said
        .flatMap(({ tool_calls }) => tool_calls as unknown as { id: string }[])
        .every(({ id }) => id !== '' && messages.some(({ tool_call_id }) => tool_call_id === id));
      const status = isKept && isNamed ? 200 : 400;
      const function_ = (name: string, args: string): object => ({
        id: '',
        type: 'function',
        function: { name, arguments: args },
        extra_content: { google: { thought_signature: SIGNATURE } },
      });
      const message = [
        { tool_calls: [function_('list_files', ''), function_('write_file', WRITE.arguments)] },
        { role: 'assistant', content: [{ type: 'text', text: 'Now I deliver.' }], tool_calls: [function_('deliver', DELIVER.arguments)] },
        {
          role: 'assistant',
          content: [
            { type: 'text', text: 'All ' },
            { type: 'text', text: 'done.' },
          ],
        },
      ][said.length];
      const body =
        status === 200
          ? { choices: [{ index: 0, finish_reason: 'stop', message }] }
          : { error: { message: 'missing a thought_signature' } };
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  let baseUrl = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1beta/openai/`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('get back what they need', async () => {
    const result = await loopAgent({ model: chatModel({ model: 'gemini-x', baseUrl, maxRetries: 0 }) }).run(TASK);
    expect(result).toMatchObject({ status: 'ok', reason: '', message: 'All done.', usage: { hostCalls: 3, modelTokens: 0, cost: 0 } });
    expect(
      seen
        .at(-1)
        ?.filter(({ role }) => role === 'tool')
        .map(({ tool_call_id }) => tool_call_id),
    ).toEqual(['call_1_0', 'call_1_1', 'call_2_0']);
  });

  it('that do not tell their usage keep no budget', async () => {
    const result = await loopAgent({ model: chatModel({ model: 'gemini-x', baseUrl, maxRetries: 0 }), budget: { tokens: 1e6 } }).run(TASK);
    expect([result.status, result.reason]).toEqual([
      'quota',
      "The provider of 'gemini-x' does not tell how many tokens it used, so the budget of tokens cannot be kept.",
    ]);
  });
});

describe('clients of others', () => {
  const reply = (message: ChatMessage): ChatReply => ({ message, finish: 'stop', usage: { inputTokens: 1, outputTokens: 1 } });

  it('may throw what they like', async () => {
    const model: ModelClient = { name: 'own', hasPrice: false, chat: () => Promise.reject(new Error('boom')) };
    await expect(loopAgent({ model }).run(TASK)).rejects.toMatchObject({ code: 'model', message: 'The model failed: boom' });
  });

  it('may ignore that the run is over', async () => {
    const model: ModelClient = { name: 'own', hasPrice: false, chat: () => new Promise(() => undefined) };
    expect(await loopAgent({ model, timeoutMs: 20 }).run(TASK)).toMatchObject({
      status: 'timeout',
      reason: 'It took longer than 0.02 s.',
      files: {},
    });
  });

  it('may have delivered by then, which is kept', async () => {
    const calls = [WRITE, DELIVER, call('wait', {})].map(({ id, ...called }) => ({ id, type: 'function', function: called }));
    const model: ModelClient = {
      name: 'own',
      hasPrice: false,
      chat: async () => reply({ role: 'assistant', content: null, tool_calls: calls }),
    };
    const controller = new AbortController();
    const run = (): Promise<never> => (setTimeout(() => controller.abort(), 5), new Promise(() => undefined));
    const wait = { name: 'wait', description: '', parameters: { type: 'object' }, run };
    const result = await loopAgent({ model, tools: [wait] }).run(TASK, { signal: controller.signal });
    expect([result.status, texts(result.files)]).toEqual(['cancelled', { 'note.md': '# It rains\n' }]);
  });

  it('are used as they are', async () => {
    const model: ModelClient = { name: 'own', hasPrice: false, chat: async () => reply({ role: 'assistant', content: 'x' }) };
    const agent = loopAgent({ model, name: 'mine' });
    expect([agent.name, loopAgent({ model }).name, (await agent.run(TASK)).usage.modelTokens]).toEqual(['mine', 'own', 4]);
  });
});

describe('refused before the start', () => {
  const model: ModelClient = { name: 'own', hasPrice: false, chat: () => Promise.reject(new Error('never')) };
  const tool = { name: 'x', description: '', parameters: { type: 'object' }, run: () => 1 };
  it.each<[string, Partial<LoopAgentOptions>, string, string]>([
    [
      'money without a price',
      { budget: { cost: 1 } },
      'model',
      "No price is known for the model 'own', so a budget in money cannot be kept: give its price, or a budget in tokens.",
    ],
    ['a budget of nothing', { budget: { turns: 0 } }, 'usage', "'turns' must be a number above 0, and is 0."],
    ['a time that is none', { timeoutMs: Number.NaN }, 'usage', "'timeoutMs' must be a number above 0, and is NaN."],
    [
      'a name that is taken',
      { tools: [{ ...tool, name: 'deliver' }] },
      'usage',
      "There are two tools named 'deliver', or it is one of the agent's own.",
    ],
    ['a name twice', { tools: [tool, tool] }, 'usage', "There are two tools named 'x', or it is one of the agent's own."],
    [
      'a name that providers refuse',
      { tools: [{ ...tool, name: 'a b' }] },
      'usage',
      "A tool cannot be named 'a b': use a letter, then up to 63 letters, digits, '_' and '-'.",
    ],
  ])('%s', (_, options, code, message) => {
    expect(() => loopAgent({ model, ...options })).toThrow(expect.objectContaining({ code, message }));
  });

  it('a schema that is none', async () => {
    const bad = { ...tool, parameters: { type: 'objekt' } };
    await expect(loopAgent({ model, tools: [bad] }).run(TASK)).rejects.toMatchObject({ code: 'usage' });
  });
});
