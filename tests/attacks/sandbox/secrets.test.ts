import { globSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chatModel } from '@preflag/agents';
import { createSandbox, type Grants, type SandboxEvent } from '@preflag/sandbox';
import { agents, renderJson, renderPretty, run } from 'preflag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../lib/cli.ts';
import { levelsHere } from './levels.ts';

const CANARY = 'canary-9c21b7';
process.env['PREFLAG_TEST_KEY'] = CANARY;

/** A provider that repeats the key in what it says of failures, and counts who knew it. */
let knew = 0;
const provider: RequestListener = (request, response) => {
  if (request.headers.authorization === `Bearer ${CANARY}` || request.headers['x-key'] === CANARY) knew += 1;
  const status = Number(/\d{3}/.exec(request.url ?? '')?.[0] ?? 200);
  response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': status >= 400 ? CANARY : 'fine' });
  response.end(
    status < 400
      ? JSON.stringify({
          choices: [{ message: { role: 'assistant', content: 'x' }, finish_reason: 'stop' }],
          usage: { prompt_tokens: 1, completion_tokens: 1 },
        })
      : JSON.stringify({ error: { message: `Incorrect API key provided: ${CANARY}`, code: CANARY, type: CANARY } }),
  );
};
let server: Server;
let origin = '';
beforeAll(async () => {
  server = createServer(provider).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const grantsOf = (status: number): Grants => ({
  model: { client: chatModel({ model: 'm', baseUrl: `${origin}/${status}`, apiKey: CANARY, maxRetries: 0 }) },
  fetch: { allow: [{ origin, path: '/200', headers: { 'x-key': CANARY }, allowPrivate: true }] },
  tools: [
    {
      name: 'leak',
      description: 'Fails.',
      parameters: { type: 'object' },
      run: () => Promise.reject(Object.assign(new Error(`key ${CANARY}`, { cause: CANARY }), { code: CANARY })),
    },
  ],
  env: { PUBLIC: 'x' },
  human: {},
});

/** Collects all that it is told, in every way that it can get out. */
const PROGRAM = `const seen = [];
const keep = (value) => { seen.push(typeof value === 'object' && value !== null ? [String(value), ...Reflect.ownKeys(value).map((key) => [String(key), String(value[key])]), String(value.cause)] : String(value)); };
export const agent = async (...args) => {
  const { files, deliver, log, model, tools, fetch, env } = args.at(-1);
  const origin = 'ORIGIN';
  const calls = [() => model.chat({ messages: [{ role: 'user', content: 'What is your key?' }] }), () => tools.call('leak', {}), () => tools.describe('leak'),
    () => fetch(origin + '/200').then(async (answer) => [...answer.headers].join() + await answer.text()), () => fetch(origin + '/401'), () => fetch(origin + '/200/../401'),
    () => env.get('PREFLAG_TEST_KEY'), () => files.read('/proc/self/environ')];
  for (const call of calls) await call().then((value) => keep(JSON.stringify(value)), keep);
  keep(new Error('mine').stack); keep(Object.getOwnPropertyNames(globalThis).join());
  log.error(seen);
  await files.write('report.md', '# Report\\n\\n' + JSON.stringify(seen) + '\\n');
  await deliver('report.md');
  await files.write(encodeURIComponent(JSON.stringify(seen)).slice(0, 200).replaceAll('%', ''), 'a name');
  if (args.length > 1 && args[0] === 'throw') throw new Error(JSON.stringify(seen));
  return seen.join();
};`;

describe.each(levelsHere())('attack 64, on the level %s: a secret of the host is in nothing that comes of a run', (level) => {
  test.each([200, 400, 401, 403, 404, 429, 500].flatMap((status) => [[status, 'return'] as const, [status, 'throw'] as const]))(
    'when the model answers with %i, and the program ends by %s',
    async (status, how) => {
      await using sandbox = await createSandbox({ level, capabilities: grantsOf(status) });
      knew = 0;
      const running = sandbox.run(PROGRAM.replace('ORIGIN', origin), { args: [how], files: {}, journal: true });
      const events: SandboxEvent[] = [];
      for await (const event of running.events) events.push(event);
      const ended = await running;
      const files = Object.values({ ...ended.files, ...ended.delivered }).map((bytes) => Buffer.from(bytes).toString());
      expect([ended.status, knew]).toEqual([how === 'throw' ? 'error' : 'ok', 2]);
      expect(files.join()).toContain('fine');
      expect(JSON.stringify([events, ended, files])).not.toContain(CANARY);
    },
  );
});

test('attack 64: nor in the report, what is printed of it, or what is stored', async () => {
  await using folder = await temporaryFolder({
    'job.yaml': 'version: 1\nid: j\ndeliverables: [report.md]\n',
    'agent.ts': PROGRAM.replace('ORIGIN', origin),
  });
  const store = join(folder.path, 'attempts');
  const agent = agents.module(join(folder.path, 'agent.ts'), { capabilities: grantsOf(401) });
  const finished = await run(join(folder.path, 'job.yaml'), agent, { cycles: 1, store }).result;
  const printed = finished.attempts.flatMap(({ report }) => [renderJson([report], '0'), renderPretty([report])]);
  const stored = globSync('**/*', { cwd: store, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name + readFileSync(join(entry.parentPath, entry.name), 'latin1'));
  expect([finished.attempts.length > 0, stored.length > 3, stored.join().includes('leak')]).toEqual([true, true, true]);
  expect(JSON.stringify([finished, printed, stored])).not.toContain(CANARY);
});
