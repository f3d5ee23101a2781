import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { createSandbox, type Grants, type SandboxEvent, type SandboxRun, ToolError } from '../index.ts';

const SECRET = 'sk-host-secret-5f1';
const server = createServer((request, response) => {
  const { method, url, headers } = request;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ method, url, hasKey: headers['x-key'] === SECRET }));
});
await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const grants: Grants = {
  env: { GREETING: 'hello' },
  fetch: { allow: [{ origin, path: '/api', methods: ['GET', 'POST'], headers: { 'x-key': SECRET }, allowPrivate: true }] },
  tools: [
    {
      name: 'add',
      description: 'Adds two numbers.',
      parameters: {
        type: 'object',
        properties: { a: { type: 'number' }, b: { type: 'number' } },
        required: ['a', 'b'],
        additionalProperties: false,
      },
      run: ({ a, b }) => Number(a) + Number(b),
    },
    {
      name: 'fail',
      description: 'Fails.',
      parameters: { type: 'object' },
      run({ how }) {
        throw how === 'said' ? new ToolError('There is no such client.') : new Error(`ENOENT /srv/${SECRET}`);
      },
    },
  ],
};
const sandbox = await createSandbox({ size: 2, capabilities: grants });
afterAll(async () => {
  await sandbox[Symbol.asyncDispose]();
  server.close();
});

const run = (body: string): Promise<SandboxRun> =>
  sandbox.run(`export default async ({ files, model, tools, fetch: allowed, human, env }) => {
    const codeOf = (call) => call().then((value) => value, (error) => [error.code, error.message]);
    ${body} }`);

describe('what is granted', () => {
  test('tools are found, described and called', async () => {
    expect(
      (await run(`return [await tools.search('TWO numbers'), await tools.describe('add'), await tools.call('add', { a: 1, b: 2 })];`))
        .result,
    ).toEqual([
      [{ name: 'add', description: 'Adds two numbers.' }],
      { name: 'add', description: 'Adds two numbers.', parameters: grants.tools?.[0]?.parameters },
      3,
    ]);
  });

  test('an address is fetched with the key of the host, which the run never sees', async () => {
    const ended = await run(`
      const answer = await fetch('${origin}/api/x?q=1', { headers: { accept: 'application/json' } });
      const posted = await allowed(new URL('/api', '${origin}'), { method: 'post', body: new Uint8Array([97]) });
      return [answer.status, answer.ok, answer.headers.get('Content-Type'), await answer.json(), (await posted.json()).method];`);
    expect(ended.result).toEqual([200, true, 'application/json', { method: 'GET', url: '/api/x?q=1', hasKey: true }, 'POST']);
    expect(JSON.stringify(ended)).not.toContain(SECRET);
  });

  test('a variable is read', async () => {
    expect((await run(`return env.get('GREETING');`)).result).toBe('hello');
  });

  test('calls are told as they end', async () => {
    const handle = sandbox.run(`await preflag.tools.call('add', { a: 1, b: 1 }); await preflag.env.get('HOME').catch(() => {});`);
    const events: SandboxEvent[] = [];
    for await (const event of handle.events) events.push(event);
    expect(events).toEqual([
      { type: 'call', seq: 1, name: 'tools.call', ms: expect.any(Number) },
      { type: 'log', line: { level: 'warn', text: "Denied: env.get. This run may not see the variable 'HOME'." } },
      { type: 'call', seq: 2, name: 'env.get', ms: expect.any(Number), code: 'denied' },
      { type: 'end', status: 'ok', reason: '' },
    ]);
  });
});

test.each<[string, string, string, RegExp]>([
  ['a model that was not granted', `model.chat({ messages: [{ role: 'user' }] })`, 'denied', /not granted/],
  ['a person that was not granted', `human.ask('Who?')`, 'denied', /not granted/],
  ['a variable that was not granted', `env.get('PATH')`, 'denied', /'PATH'/],
  ['an inherited name', `env.get('constructor')`, 'denied', /'constructor'/],
  ['a tool that is not there', `tools.call('rm', {})`, 'denied', /There are: add, fail/],
  ['an inherited tool', `tools.call('toString', {})`, 'denied', /no tool/],
  ['arguments of another type', `tools.call('add', { a: '1', b: 2 })`, 'invalid', /: a must be number/],
  ['arguments that are too many', `tools.call('add', { a: 1, b: 2, c: 3 })`, 'invalid', /'c' is not known/],
  ['no object', `tools.call('add', [1, 2])`, 'invalid', /object/],
  ['a tool that tells why', `tools.call('fail', { how: 'said' })`, 'failed', /^There is no such client\.$/],
  ['a tool that fails otherwise', `tools.call('fail', {})`, 'failed', /^The tool 'fail' failed\.$/],
  ['arguments that JSON cannot say', `tools.call('add', { a: 1n, b: 2 })`, 'invalid', /cannot be made JSON/],
  ['an address outside of the path', `fetch('${origin}/other')`, 'denied', /not allowed/],
  ['a method that is not allowed', `fetch('${origin}/api', { method: 'DELETE' })`, 'denied', /not allowed/],
  ['an address of the machine', `fetch('http://127.0.0.1:1/')`, 'denied', /not allowed/],
])('%s is refused', async (_name, call, code, text) => {
  const { result } = await run(`return codeOf(() => ${call});`);
  expect(result).toEqual([code, expect.stringMatching(text)]);
  expect(JSON.stringify(result)).not.toContain(SECRET);
});

describe('the shims of the web', () => {
  test('URL and its query', async () => {
    const { result } = await run(`
      const url = new URL('../b?x=1&y=%20z#h', 'https://user:pw@EXAMPLE.com:443/a/c/');
      url.searchParams.append('n', 'ü &');
      url.port = '8080';
      url.hash = '';
      const params = new URLSearchParams({ a: '1', b: '2 3' });
      params.sort();
      return [url.href, url.host, url.origin, url.searchParams.get('y'), [...params].length, String(params), URL.canParse('no'), String(new URL('http://0x7f.1/'))];`);
    expect(result).toEqual([
      'https://user:pw@example.com:8080/a/b?x=1&y=+z&n=%C3%BC+%26',
      'example.com:8080',
      'https://example.com:8080',
      ' z',
      2,
      'a=1&b=2+3',
      false,
      'http://127.0.0.1/',
    ]);
    expect(await run(`new URL('no');`)).toMatchObject({ status: 'error', reason: expect.stringContaining('TypeError: Invalid URL: no') });
  });

  test('AbortController and AbortSignal', async () => {
    const { result } = await run(`
      const seen = [];
      const controller = new AbortController();
      controller.signal.addEventListener('abort', () => seen.push('heard'), { once: true });
      controller.signal.onabort = () => seen.push('on');
      controller.abort(); controller.abort('again');
      const any = AbortSignal.any([new AbortController().signal, controller.signal]);
      const late = AbortSignal.timeout(5);
      await new Promise((go) => late.addEventListener('abort', go));
      let thrown; try { any.throwIfAborted(); } catch (error) { thrown = error.name; }
      const refused = await codeOf(() => fetch('${origin}/api', { signal: AbortSignal.abort() }).catch((error) => { throw { code: error.name, message: '' }; }));
      return [seen, controller.signal.aborted, any.aborted, late.reason.name, thrown, refused[0]];`);
    expect(result).toEqual([['on', 'heard'], true, true, 'TimeoutError', 'AbortError', 'AbortError']);
  });
});

test('a script needs no function, and may wait at its top', async () => {
  const code = `const text = await preflag.files.readText('in'); await preflag.files.write('out', text.toUpperCase()); export default text.length;`;
  const ended = await sandbox.run(code, { files: { in: Buffer.from('abc') } });
  expect({ ...ended, files: { out: ended.files['out'] } }).toMatchObject({
    status: 'ok',
    result: 3,
    files: { out: new Uint8Array(Buffer.from('ABC')) },
  });
  expect(await sandbox.run('await preflag.files.read("../x")')).toMatchObject({
    status: 'error',
    reason: expect.stringContaining("'../x'"),
  });
  expect(await sandbox.run('throw new RangeError("own")')).toMatchObject({
    status: 'error',
    reason: expect.stringMatching(/^RangeError: own\n\s+at agent\.js:1/),
  });
});

test('a sandbox keeps the files of runs that have none of their own', async () => {
  await sandbox.files.write('data/in.csv', 'a,b\n');
  await sandbox.run(`await preflag.files.write('data/out.csv', (await preflag.files.readText('data/in.csv')).trim());`);
  expect([await sandbox.files.list('data'), await sandbox.files.readText('data/out.csv'), await sandbox.files.stat('none')]).toEqual([
    ['data/in.csv', 'data/out.csv'],
    'a,b',
    null,
  ]);
  expect((await sandbox.run('export default preflag.files.list()', { files: {} })).result).toEqual([]);
  await expect(sandbox.files.read('../x')).rejects.toMatchObject({ code: 'denied' });
});

test.each<[Grants, string]>([
  [{ fetch: { allow: [] } }, 'allow'],
  [{ tools: [{ name: 'x', description: '', parameters: { type: 'wrong' }, run: () => 1 }] }, "'x'"],
  [{ tools: [grants.tools![0]!, grants.tools![0]!] }, "'add'"],
  [{ model: { client: { name: 'm', hasPrice: false, chat: () => Promise.reject(new Error('unused')) }, maxCost: 1 } }, 'no price'],
  [{ model: { client: { name: 'm', hasPrice: true, chat: () => Promise.reject(new Error('unused')) }, maxTokens: 0 } }, 'maxTokens'],
])('grants that cannot be kept are refused: %#', async (capabilities, text) => {
  await expect(createSandbox({ capabilities })).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining(text) });
});
