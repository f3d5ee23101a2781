import type { Server } from 'node:http';
import { isIPv4 } from 'node:net';
import { DEFAULT_LIMITS } from '@preflag/core';
import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TEXT, TestServers } from '../../../tests/fetch-servers.ts';
import type { CallOutcome } from '../gateway.ts';
import type { FetchRule } from '../grants.ts';
import { createFetch, type FetchLimits, type GuardedFetch } from './create-fetch.ts';
import type { Resolve } from './find-addresses.ts';

const LIMITS: FetchLimits = { ...DEFAULT_LIMITS, fetchBytes: 100 * 1024, fetchSentBytes: 1024, fetchMs: 600, fetchHeadersMs: 300 };
const METHODS = ['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS'];
const none = new AbortController().signal;

const servers = new TestServers();
const { seen } = servers;
let server: Server;
let origin = '';
/** Of a second server. */
let other = '';
beforeAll(async () => {
  ({ server, origin } = await servers.start());
  ({ origin: other } = await servers.start());
});
afterAll(() => servers[Symbol.asyncDispose]());
beforeEach(() => {
  seen.length = 0;
});

function get(path: string, more: object = {}, rule: Partial<FetchRule> = {}): Promise<CallOutcome> {
  const allow = [{ origin, allowPrivate: true, methods: METHODS, ...rule }];
  return createFetch({ allow }, LIMITS)({ url: new URL(path, origin).href, ...more }, none);
}

/** `undefined` when the rule is refused. */
function made(named: string, resolve: Resolve): GuardedFetch | undefined {
  try {
    return createFetch({ allow: [{ origin: named }] }, LIMITS, resolve);
  } catch {
    return undefined;
  }
}

const refused = (code: string, message: unknown): object => ({ ok: false, code, message });

describe('attack 55: an address of the machine or its networks', () => {
  test.each([
    'http://127.0.0.1',
    'http://127.1',
    'http://0',
    'http://0x7f.1',
    'http://0177.1',
    'http://2130706433',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
    'http://[::ffff:7f00:1]',
    'http://[::127.0.0.1]',
    'http://[64:ff9b::127.0.0.1]',
    'http://[2002:7f00:1::]',
    'http://169.254.169.254/latest/meta-data',
    'http://[::ffff:a9fe:a9fe]',
    'http://2852039166',
    'http://0xA9.0xFE.0xA9.0xFE',
    'http://169.254.43518',
    'http://[fd00:ec2::254]',
    'http://[fe80::1]',
    'http://100.100.100.200',
    'http://10.0.0.1',
    'http://①②⑦.①',
  ])('%s is denied even where it is named', async (address) => {
    const url = new URL(address);
    const fetch = createFetch({ allow: [{ origin: url.origin }] }, LIMITS);
    expect(await fetch({ url: address }, none)).toEqual(
      refused('denied', expect.stringMatching(/^The host \S+ is not of the public internet \(\w+\)/)),
    );
  });

  test.each(['http://127.0.0.1/', 'http://localhost/', 'http://169.254.169.254/'])('%s is denied where it is not named', async (url) => {
    expect(await get(url)).toEqual(refused('denied', `GET ${url} is not allowed.`));
  });

  test('no host whatever leads to the server without allowPrivate', async () => {
    const { port } = new URL(origin);
    const octet = (value: number): fc.Arbitrary<string> =>
      fc.constantFrom(String(value), `0x${value.toString(16)}`, `0${value.toString(8)}`, `%3${value % 10}`);
    const loopback = '127.1 2130706433 0x7f000001 017700000001 [::1] [::ffff:7f00:1] [::] 0 localhost LOCALHOST. 127.0.0.1. ①②⑦.1'.split(
      ' ',
    );
    const host = fc.oneof(
      fc.tuple(octet(127), octet(0), octet(0), octet(1)).map((parts) => parts.join('.')),
      fc.constantFrom(...loopback),
      fc.domain(),
      fc.string(),
    );
    const answers = fc.constantFrom('127.0.0.1', '::1', '::ffff:127.0.0.1', '0.0.0.0', '::', '10.0.0.1', 'x');
    await fc.assert(
      fc.asyncProperty(host, fc.array(answers, { minLength: 1, maxLength: 3 }), async (name, leadsTo) => {
        const url = `http://${name}:${port}/text`;
        fc.pre(URL.canParse(url));
        const { origin: named, hostname } = new URL(url);
        // A number that somebody out there has is nothing for a test.
        fc.pre(!isIPv4(hostname) || /^(0|10|127)\./.test(hostname));
        const fetch = made(named.replace(/\.(?=:|$)/, ''), () => Promise.resolve(leadsTo));
        fc.pre(fetch !== undefined);
        expect((await fetch({ url }, none)).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
    expect(seen).toEqual([]);
  });
});

describe('attack 56: a redirect to what is not allowed', () => {
  test.each([
    ['another origin', () => `${other}/text`],
    ['another path', () => '/secret'],
    ['another path, climbing', () => '/to/..%2fsecret'],
    ['another scheme', () => 'file:///etc/passwd'],
    ['the metadata of a cloud', () => 'http://169.254.169.254/'],
    ['a user name', () => origin.replace('//', '//me@')],
  ])('%s is denied', async (_, location) => {
    expect(await get(`/to?${encodeURIComponent(location())}`, {}, { path: '/to' })).toEqual(refused('denied', expect.any(String)));
    expect(seen.map(({ line }) => line)).toHaveLength(1);
  });

  test('a redirect to a method that is not allowed there is denied', async () => {
    const allow = [
      { origin, path: '/to-303', methods: ['POST'], allowPrivate: true },
      { origin, path: '/text', methods: ['POST'], allowPrivate: true },
    ];
    expect(await createFetch({ allow }, LIMITS)({ url: `${origin}/to-303`, method: 'POST' }, none)).toEqual(
      refused('denied', `GET ${origin}/text is not allowed, where a redirect leads to.`),
    );
  });

  test('allowPrivate is of the rule, not of the request', async () => {
    const allow = [
      { origin, path: '/to-text', allowPrivate: true },
      { origin, path: '/text' },
    ];
    expect(await createFetch({ allow }, LIMITS)({ url: `${origin}/to-text` }, none)).toEqual(
      refused('denied', expect.stringContaining('not of the public internet')),
    );
  });

  test('what belongs to one origin does not go to another', async () => {
    const allow = [
      { origin, allowPrivate: true, methods: ['POST'], headers: { 'x-key': 'first' } },
      { origin: other, allowPrivate: true, methods: ['POST'], headers: { 'x-other': 'second' } },
    ];
    const request = {
      url: `${origin}/to?${encodeURIComponent(`${other}/text`)}`,
      method: 'POST',
      body: 'b',
      headers: { authorization: 'mine', cookie: 'c=1', 'x-own': 'a' },
    };
    expect(await createFetch({ allow }, LIMITS)(request, none)).toMatchObject({ ok: true, value: { url: `${other}/text` } });
    const [first, second] = seen.map(({ headers: { 'x-key': key, 'x-other': another, authorization, cookie, 'x-own': own }, body }) => ({
      key,
      another,
      authorization,
      cookie,
      own,
      body,
    }));
    expect(first).toEqual({ key: 'first', another: undefined, authorization: 'mine', cookie: 'c=1', own: 'a', body: 'b' });
    expect(second).toEqual({ key: undefined, another: 'second', authorization: undefined, cookie: undefined, own: 'a', body: 'b' });
  });

  test.each([
    ['/to-text', 'POST', ['POST /to-text', 'GET /text']],
    ['/to-text', 'DELETE', ['DELETE /to-text', 'DELETE /text']],
    ['/to-text', 'HEAD', ['HEAD /to-text', 'HEAD /text']],
    ['/to-303', 'DELETE', ['DELETE /to-303', 'GET /text']],
    ['/to-303', 'HEAD', ['HEAD /to-303', 'HEAD /text']],
    ['/to-307', 'POST', ['POST /to-307', 'POST /text']],
    ['/to-utf8', 'GET', ['GET /to-utf8', 'GET /%C3%BC']],
  ])('%s after %s', async (path, method, lines) => {
    await get(path, { method, ...(method === 'POST' && { body: 'b' }) });
    expect(seen.map(({ line }) => line)).toEqual(lines);
    const last = seen.at(-1);
    expect([last?.body, last?.headers['content-type']]).toEqual(
      lines.at(-1)?.startsWith('POST') ? ['b', 'text/plain;charset=UTF-8'] : ['', undefined],
    );
  });

  test('at most so many are followed', async () => {
    expect(await get('/loop')).toEqual(refused('failed', 'There are more than 5 redirects.'));
    expect(seen).toHaveLength(6);
  });
});

describe('attack 57: a name that changes its address', () => {
  const rebinding = (...answers: readonly (readonly string[])[]) => {
    const asked: string[] = [];
    return {
      asked,
      resolve: (name: string) => {
        asked.push(name);
        return Promise.resolve(answers[Math.min(asked.length, answers.length) - 1] ?? []);
      },
    };
  };

  test('the address that was checked is the one that is reached, though the name has another one by then', async () => {
    const { port } = new URL(origin);
    const { asked, resolve } = rebinding(['127.0.0.1'], ['192.0.2.1']);
    const fetch = createFetch({ allow: [{ origin: `http://rebind.test:${port}`, allowPrivate: true }] }, LIMITS, resolve);
    expect(await fetch({ url: `http://rebind.test:${port}/text` }, none)).toMatchObject({ ok: true, value: { text: TEXT } });
    expect(asked).toEqual(['rebind.test']);
    expect(seen[0]?.headers.host).toBe(`rebind.test:${port}`);
  });

  test.each([[['127.0.0.1']], [['93.184.215.14', '127.0.0.1']], [['2606:2800:21f::1', '::1']], [['93.184.215.14', 'fe80::1%eth0']]])(
    '%j: one address that is not public is enough',
    async (addresses) => {
      const fetch = createFetch({ allow: [{ origin: 'http://rebind.test' }] }, LIMITS, () => Promise.resolve(addresses));
      expect(await fetch({ url: 'http://rebind.test/' }, none)).toEqual(
        refused('denied', expect.stringContaining('The host rebind.test is not of the public internet')),
      );
    },
  );

  test('each hop looks the name up again, and all that it finds is checked', async () => {
    const { port } = new URL(origin);
    const { asked, resolve } = rebinding(['127.0.0.1'], ['127.0.0.1', '10.0.0.1']);
    const named = `http://rebind.test:${port}`;
    const allow = [
      { origin: named, path: '/to-text', allowPrivate: true },
      { origin: named, path: '/text' },
    ];
    expect(await createFetch({ allow }, LIMITS, resolve)({ url: `${named}/to-text` }, none)).toEqual(refused('denied', expect.any(String)));
    expect(asked).toHaveLength(2);
  });

  test.each([
    ['none', () => Promise.resolve([]), 'failed', 'The name gone.test was not found.'],
    ['a failure', () => Promise.reject(new Error('ENOTFOUND')), 'failed', 'The name gone.test was not found.'],
    ['no address', () => Promise.resolve(['127.1']), 'failed', 'The name gone.test leads to something that is no address.'],
    ['silence', () => new Promise<never>(() => undefined), 'timeout', 'The answer took longer than 300 ms.'],
  ])('a look-up that gives %s', async (_, resolve, code, message) => {
    expect(await createFetch({ allow: [{ origin: 'http://gone.test' }] }, LIMITS, resolve)({ url: 'http://gone.test/' }, none)).toEqual(
      refused(code, message),
    );
  });
});

describe('attack 58: hosts that two parsers read in two ways', () => {
  test.each([
    ['http://allowed.test\u0000.evil.test/', 'invalid'],
    ['http://allowed.test@evil.test/', 'denied'],
    ['http://allowed.test\\@evil.test/', 'denied'],
    ['http://evil.test#@allowed.test/', 'denied'],
    ['http://evil.test?@allowed.test/', 'denied'],
    ['http://allowed.test%2eevil.test/', 'denied'],
    ['http://allowed.test%00.evil.test/', 'invalid'],
    ['http://allowed.test:80.evil.test/', 'invalid'],
    ['http://аllowed.test/', 'denied'],
    ['http://allowed.test../', 'invalid'],
  ])('%j is refused', async (url, code) => {
    const asked: string[] = [];
    const fetch = createFetch({ allow: [{ origin: 'http://allowed.test' }] }, LIMITS, (name) => {
      asked.push(name);
      return Promise.resolve(['127.0.0.1']);
    });
    expect(await fetch({ url }, none)).toMatchObject({ ok: false, code });
    expect(asked.filter((name) => name !== 'allowed.test')).toEqual([]);
  });

  test.each(['ALLOWED.test', 'allowed.test.', 'bücher.test', 'xn--bcher-kva.test', 'allowed%2etest', 'ａllowed.test'])(
    '%s is the same',
    async (host) => {
      const { port } = new URL(origin);
      const allow = ['allowed.test', 'xn--bcher-kva.test'].map((name) => ({ origin: `http://${name}:${port}`, allowPrivate: true }));
      const outcome = await createFetch({ allow }, LIMITS, () => Promise.resolve(['127.0.0.1']))(
        { url: `http://${host}:${port}/text` },
        none,
      );
      expect(outcome).toMatchObject({ ok: true, value: { text: TEXT } });
    },
  );
});

describe('attack 60: an empty list', () => {
  test('is refused when the fetch is made', () => {
    expect(() => createFetch({ allow: [] }, LIMITS)).toThrowError(expect.objectContaining({ code: 'usage' }));
  });
});

describe('attack 62: another host than the one of the rule', () => {
  test('Host is the name of the address, with and without redirects', async () => {
    await get('/to-text', { headers: { 'x-own': 'host' } });
    expect(seen.map(({ headers }) => headers.host)).toEqual([new URL(origin).host, new URL(origin).host]);
  });

  test('proxies of the environment are not asked', async () => {
    const before = { ...process.env };
    Object.assign(process.env, { HTTP_PROXY: other, http_proxy: other, ALL_PROXY: other, NODE_USE_ENV_PROXY: '1' });
    try {
      expect(await get('/text')).toMatchObject({ ok: true, value: { url: `${origin}/text` } });
    } finally {
      process.env = before;
    }
    expect(seen.map(({ line }) => line)).toEqual(['GET /text']);
  });
});

describe('attack 65: answers that are too much, or do not end', () => {
  const long = 'The answer is longer than 100 kB.';
  test.each([
    ['/gzip-bomb', 'too-large', long],
    ['/br-bomb', 'too-large', long],
    ['/zstd-bomb', 'too-large', long],
    ['/endless', 'too-large', long],
    ['/endless-nothing', 'too-large', long],
    ['/stacked', 'failed', 'The answer is compressed more than once.'],
    ['/unknown-encoding', 'failed', "The answer is compressed as 'lzma', which is not known."],
    ['/broken-gzip', 'failed', expect.stringMatching(/^The answer is broken: /)],
    ['/half-gzip', 'failed', expect.stringMatching(/^The answer is broken: /)],
    ['/cut', 'failed', expect.stringMatching(/^The answer is broken: /)],
    ['/slow-body', 'timeout', 'The fetch took longer than 600 ms.'],
    ['/silent', 'timeout', 'The answer took longer than 300 ms.'],
    ['/long-headers', 'too-large', 'The headers of the answer are longer than 32768 bytes.'],
    ['/many-headers', 'too-large', 'The answer has more than 200 headers.'],
    ['/hang-up', 'failed', expect.stringMatching(/^127\.0\.0\.1:\d+ cannot be reached \(ECONNRESET\)\.$/)],
  ])('%s', async (path, code, message) => {
    expect(await get(path)).toEqual(refused(code, message));
  });

  const OK = 'HTTP/1.1 200 OK\r\n';
  test.each([
    ['headers that drip', 'X: x\r\n', OK, 'timeout', 'The answer took longer than 300 ms.'],
    ['endless informational answers', 'HTTP/1.1 103 Early Hints\r\n\r\n', '', 'timeout', 'The answer took longer than 300 ms.'],
    ['trailers that drip', 'X: x\r\n', `${OK}transfer-encoding: chunked\r\n\r\n0\r\n`, 'timeout', 'The fetch took longer than 600 ms.'],
    [
      'trailers that do not end',
      'X: x\r\n'.repeat(1000),
      `${OK}transfer-encoding: chunked\r\n\r\n0\r\n`,
      'failed',
      expect.stringContaining('broken'),
    ],
    ['something else than HTTP', '', 'SSH-2.0-OpenSSH_9.2\r\n', 'failed', expect.stringMatching(/does not answer in HTTP\.$/)],
    [
      'two lengths',
      '',
      `${OK}content-length: 1\r\ncontent-length: 2\r\n\r\n`,
      'failed',
      expect.stringMatching(/does not answer in HTTP\.$/),
    ],
    [
      'another protocol',
      '',
      'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
      'failed',
      'The server changed the protocol, which nobody asked for.',
    ],
  ])('%s', async (_, dripped, first, code, message) => {
    const raw = await servers.startRaw(first, dripped);
    expect(await createFetch({ allow: [{ origin: raw, allowPrivate: true }] }, LIMITS)({ url: raw }, none)).toEqual(refused(code, message));
  });

  test('no connection is left', async () => {
    await get('/text');
    await get('/gzip-bomb');
    await get('/loop');
    await expect.poll(() => new Promise((resolve) => server.getConnections((_, count) => resolve(count)))).toBe(0);
  });
});
