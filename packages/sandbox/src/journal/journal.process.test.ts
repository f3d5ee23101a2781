import type { ChatReply, Json } from '@preflag/core';
import { afterAll, describe, expect, test } from 'vitest';
import {
  answerQuestion,
  createSandbox,
  type Grants,
  type Journal,
  type SandboxEvent,
  type SandboxRun,
  type SandboxRunOptions,
} from '../index.ts';

const sandbox = await createSandbox({ size: 2, limits: { runMs: 10_000 } });
afterAll(() => sandbox[Symbol.asyncDispose]());

/** Everything that the tools were asked, so that a repeated call is seen. */
let asked: string[] = [];
const REPLY: ChatReply = {
  message: { role: 'assistant', content: 'hi' },
  finish: 'stop',
  usage: { inputTokens: 3, outputTokens: 4 },
  cost: 0.5,
};
const GRANTS: Grants = {
  tools: [
    { name: 'long', description: 'Says a lot.', parameters: { type: 'object' }, run: () => 'x'.repeat(30_000) },
    {
      name: 'slow',
      description: 'Answers after so many ms.',
      parameters: { type: 'object', properties: { ms: { type: 'number' } }, required: ['ms'] },
      async run({ ms }) {
        asked.push(`slow ${Number(ms)}`);
        await new Promise((go) => setTimeout(go, Number(ms)));
        return { ms: ms as Json, random: Math.random() };
      },
    },
  ],
  model: {
    client: {
      name: 'fake',
      hasPrice: true,
      chat: () => {
        asked.push('chat');
        return Promise.resolve(REPLY);
      },
    },
    maxTokens: 20,
  },
};

async function run(body: string, options: Partial<SandboxRunOptions> = {}): Promise<SandboxRun> {
  asked = [];
  return sandbox.run(`export default async (task, { files, deliver, log, model, tools, human, env }) => { ${body} }`, {
    args: [1],
    files: { in: Buffer.from('x') },
    capabilities: GRANTS,
    journal: true,
    ...options,
  });
}

/** A run in which the order of what comes in matters: answers and timers that overtake each other, time and chance. */
const RACE = `
  const seen = [];
  const note = (what) => seen.push([what, Date.now(), Math.round(performance.now()), new Date().toISOString(), Math.random(), crypto.randomUUID()]);
  const ask = (ms) => tools.call('slow', { ms }).then(({ random }) => note([ms, random]));
  const timer = (ms) => new Promise((go) => setTimeout(() => { note('timer ' + ms); go(); }, ms));
  await Promise.all([ask(60), timer(40), ask(10), timer(5), ask(30), files.readText('in').then(note), timer(70)]);
  note((await model.chat({ messages: [{ role: 'user', content: 'hello' }] })).message.content);
  await files.write('out', JSON.stringify(seen));
  await deliver('out');
  log.info('seen', seen.length);
  return seen;`;

describe('a run with a journal', () => {
  test('is repeated exactly, at once, and without asking anybody', async () => {
    const first = await run(RACE);
    expect(first.status).toBe('ok');
    expect(asked.toSorted()).toEqual(['chat', 'slow 10', 'slow 30', 'slow 60']);
    const stored = JSON.parse(JSON.stringify(first.journal)) as Journal;
    const again = await run(RACE, { journal: stored });
    expect(asked).toEqual([]);
    expect(again).toEqual({ ...first, usage: { ...first.usage, wallMs: expect.any(Number) } });
    expect(again.usage).toMatchObject({ modelTokens: 7, cost: 0.5 });
  });

  test('begins at the time and with the numbers that it is given', async () => {
    const body = 'return [new Date().toISOString(), Date(), new Intl.DateTimeFormat("en", { timeZone: "UTC" }).format(), Math.random()];';
    const [first, second] = [await run(body, { clock: 0, seed: 'a' }), await run(body, { clock: 0, seed: 'a' })];
    expect(first.result).toEqual(['1970-01-01T00:00:00.000Z', expect.stringContaining('1970'), '1/1/1970', expect.any(Number)]);
    expect(second.result).toEqual(first.result);
  });

  test('has what each call was, took and cost', async () => {
    const { journal } = await run(
      `await model.chat({ messages: [{ role: 'user' }] }); await files.readText('in'); await env.get('x').catch(() => {});`,
    );
    expect(journal?.calls).toEqual([
      {
        seq: 1,
        name: 'model.chat',
        args: expect.stringMatching(/^[0-9a-f]{64}$/),
        at: expect.any(Number),
        ms: expect.any(Number),
        result: { ok: true, value: REPLY },
        spent: { tokens: 7, cost: 0.5 },
      },
      {
        seq: 2,
        name: 'files.readText',
        args: expect.any(String),
        at: expect.any(Number),
        ms: expect.any(Number),
        result: { sha256: expect.any(String) },
      },
      {
        seq: 3,
        name: 'env.get',
        args: expect.any(String),
        at: expect.any(Number),
        ms: expect.any(Number),
        result: { ok: false, code: 'denied', message: "This run may not use 'env.get': it was not granted." },
      },
    ]);
  });

  test('a budget counts what the journal has spent', async () => {
    const chat = `await model.chat({ messages: [{ role: 'user' }] });`;
    const { journal } = await run(`${chat} ${chat} await human.ask('on?'); ${chat} ${chat}`, { capabilities: { ...GRANTS, human: {} } });
    const resumed = await run(`${chat} ${chat} await human.ask('on?'); ${chat} ${chat}`, {
      capabilities: { ...GRANTS, human: {} },
      journal: answerQuestion(journal!, 3, 'yes'),
    });
    expect([asked, resumed.status, resumed.reason]).toEqual([['chat'], 'quota', expect.stringContaining('The 20 tokens are used up.')]);
  });
});

describe('what differs from the journal is an error that names the call', () => {
  const journalOf = async (body: string): Promise<Journal> => (await run(body)).journal!;
  const tampered = (journal: Journal, seq: number, change: object): Journal => ({
    ...journal,
    calls: journal.calls.map((call) => (call.seq === seq ? { ...call, ...change } : call)),
  });
  const BODY = `await files.readText('in'); await tools.call('slow', { ms: 1 }); return 1;`;

  test.each<[string, number, object, string]>([
    ['another call', 2, { name: 'env.get' }, 'Call 2 is tools.call; in the journal it is env.get.'],
    ['other arguments', 2, { args: '0'.repeat(64) }, 'Call 2, tools.call, has other arguments than in the journal.'],
    ['another file', 1, { result: { sha256: '0'.repeat(64) } }, 'Call 1, files.readText, has another answer than in the journal.'],
  ])('%s', async (_name, seq, change, text) => {
    expect(await run(BODY, { journal: tampered(await journalOf(BODY), seq, change) })).toMatchObject({
      status: 'error',
      reason: `The run differs from its journal. ${text}`,
    });
  });

  test('a call that differs is not made, when the journal has no answer to it', async () => {
    const journal = await journalOf(BODY);
    const open = { ...journal, steps: journal.steps.slice(0, 2), calls: journal.calls.map(({ result: _, ...call }) => call) };
    expect(await run(BODY, { journal: tampered(open, 2, { args: '0'.repeat(64) }) })).toMatchObject({ status: 'error' });
    expect(asked).toEqual([]);
  });

  test('an end before the journal ends', async () => {
    const journal = await journalOf(BODY);
    const longer: Journal = { ...journal, steps: [...journal.steps, ['answer', 9, 99_999]] };
    expect(await run(BODY, { journal: longer })).toMatchObject({
      status: 'error',
      reason: 'The run differs from its journal. It ended before the answer to call 9.',
    });
  });

  test('another program, other arguments, other files and another version are refused', async () => {
    const journal = await journalOf(BODY);
    const refused = { code: 'usage', message: expect.stringContaining('journal') };
    await expect(run(`${BODY} `, { journal })).rejects.toMatchObject(refused);
    await expect(run(BODY, { journal, args: [2] })).rejects.toMatchObject(refused);
    await expect(run(BODY, { journal, files: { in: Buffer.from('y') } })).rejects.toMatchObject(refused);
    await expect(run(BODY, { journal: { ...journal, version: 2 } as unknown as Journal })).rejects.toMatchObject(refused);
  });
});

describe('a run that asks a person', () => {
  const BODY = `
    await files.write('draft', 'first');
    const { random } = await tools.call('slow', { ms: 1 });
    const [name, { approved, reason }] = await Promise.all([human.ask('Which name?', { of: 'client' }), human.approve('Send it?')]);
    await deliver('draft');
    return { name, approved, reason, random };`;
  const capabilities = { ...GRANTS, human: {} };

  test('is paused without a process, and goes on from its journal', async () => {
    const paused = await run(BODY, { capabilities });
    expect(paused).toMatchObject({
      status: 'paused',
      reason: 'It waits for a person: Which name? and 1 more',
      questions: [
        { seq: 3, kind: 'ask', text: 'Which name?', details: { of: 'client' } },
        { seq: 4, kind: 'approve', text: 'Send it?' },
      ],
    });
    const half = answerQuestion(paused.journal!, 3, 'Ada');
    expect(() => answerQuestion(half, 3, 'Bob')).toThrow(RangeError);
    const still = await run(BODY, { capabilities, journal: half });
    expect(still).toMatchObject({ status: 'paused', questions: [{ seq: 4 }] });
    const whole = answerQuestion(still.journal!, 4, { approved: false, reason: 'not yet' });
    const ended = await run(BODY, { capabilities, journal: JSON.parse(JSON.stringify(whole)) as Journal });
    expect(asked).toEqual([]);
    expect(ended).toMatchObject({
      status: 'ok',
      result: { name: 'Ada', approved: false, reason: 'not yet', random: expect.any(Number) },
      delivered: { draft: new Uint8Array(Buffer.from('first')) },
      questions: [],
    });
  });

  test('is asked at once where somebody is there, and tells nothing twice', async () => {
    const human = { ask: () => Promise.resolve('Ada'), approve: () => Promise.resolve({ approved: true }) };
    const handle = sandbox.run(
      `export default async ({ human, log, deliver, files }) => {
        log.info('before'); await files.write('a', '1'); await deliver('a');
        const name = await human.ask('Who?'); log.info('between'); const { approved } = await human.approve('Now?'); return [name, approved];
      }`,
      { files: {}, capabilities: { human } },
    );
    const events: SandboxEvent[] = [];
    for await (const event of handle.events) events.push(event);
    expect(await handle).toMatchObject({ status: 'ok', result: ['Ada', true] });
    expect(events).toEqual([
      { type: 'log', line: { level: 'info', text: 'before' } },
      { type: 'delivered', path: 'a', as: 'a' },
      { type: 'question', question: { seq: 3, kind: 'ask', text: 'Who?' } },
      { type: 'log', line: { level: 'info', text: 'between' } },
      { type: 'question', question: { seq: 4, kind: 'approve', text: 'Now?' } },
      { type: 'end', status: 'ok', reason: '' },
    ]);
  });

  test('stays paused when asking fails, and waits for calls that cost before it is paused', async () => {
    const ask = (): Promise<string> => Promise.reject(new Error('nobody at home'));
    const body = `const slow = tools.call('slow', { ms: 100 }); const name = await human.ask('Who?'); return [name, (await slow).ms];`;
    const paused = await run(body, { capabilities: { ...GRANTS, human: { ask } } });
    expect([paused.status, paused.journal?.calls[0]?.result]).toEqual([
      'paused',
      { ok: true, value: { ms: 100, random: expect.any(Number) } },
    ]);
    const ended = await run(body, { capabilities, journal: answerQuestion(paused.journal!, 2, 'Ada') });
    expect([asked, ended.result]).toEqual([[], ['Ada', 100]]);
  });

  test('timers that were not due go on after the pause', async () => {
    const body = `const later = new Promise((go) => setTimeout(() => go('late'), 50)); const name = await human.ask('Who?'); return [name, await later];`;
    const paused = await run(body, { capabilities });
    const ended = await run(body, { capabilities, journal: answerQuestion(paused.journal!, 1, 'Ada') });
    expect(ended).toMatchObject({ status: 'ok', result: ['Ada', 'late'] });
  });

  test('goes on in the workspace of the sandbox, which a pause leaves as it was', async () => {
    await sandbox.files.write('kept', 'x');
    const code = `export default async ({ files, human }) => { await files.write('kept', await files.readText('kept') + 'y'); return human.ask('Who?'); };`;
    const paused = await sandbox.run(code, { capabilities });
    expect([paused.status, await sandbox.files.readText('kept')]).toEqual(['paused', 'x']);
    const ended = await sandbox.run(code, { capabilities, journal: answerQuestion(paused.journal!, 3, 'Ada') });
    expect([ended.result, await sandbox.files.readText('kept')]).toEqual(['Ada', 'xy']);
  });

  test('a question that is none is refused, not asked', async () => {
    const codes = `const codes = []; for (const call of [() => human.ask(7), () => human.ask(), () => human.approve('x'.repeat(1e5))]) await call().catch((error) => codes.push(error.code)); return codes;`;
    expect((await run(codes, { capabilities })).result).toEqual(['invalid', 'invalid', 'denied']);
  });
});

test.each([
  ['timers', 'for (;;) await new Promise((go) => setTimeout(go));'],
  ['calls', 'for (;;) await files.list();'],
  ['answers', `for (;;) await tools.call('slow', { ms: 0 });`],
  ['an answer that is longer than it', `await tools.call('long'); await new Promise(() => {});`],
])('a journal that grows without end ends the run: %s', async (_name, body) => {
  const ended = await run(body, { limits: { journalBytes: 20_000, hostCalls: 1e6 } });
  expect(ended).toMatchObject({ status: 'quota', reason: 'The journal of the run is longer than 20 kB.' });
  expect(JSON.stringify(ended.journal).length).toBeLessThan(200_000);
});
