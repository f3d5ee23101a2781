import { DEFAULT_LIMITS } from '@preflag/core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TEXT, TestServers } from '../../../tests/fetch-servers.ts';
import type { CallOutcome } from '../gateway.ts';
import type { FetchRule } from '../grants.ts';
import { createFetch, type FetchLimits } from './create-fetch.ts';

const LIMITS: FetchLimits = { ...DEFAULT_LIMITS, fetchBytes: 100 * 1024, fetchSentBytes: 1024, fetchMs: 600, fetchHeadersMs: 300 };
const METHODS = ['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS'];
const none = new AbortController().signal;

const servers = new TestServers();
const { seen } = servers;
let origin = '';
beforeAll(async () => {
  ({ origin } = await servers.start());
});
afterAll(() => servers[Symbol.asyncDispose]());
beforeEach(() => {
  seen.length = 0;
});

function get(path: string, more: object = {}, rule: Partial<FetchRule> = {}): Promise<CallOutcome> {
  const allow = [{ origin, allowPrivate: true, methods: METHODS, ...rule }];
  return createFetch({ allow }, LIMITS)({ url: new URL(path, origin).href, ...more }, none);
}

const refused = (code: string, message: unknown): object => ({ ok: false, code, message });

describe('answers', () => {
  test('have all that there is', async () => {
    expect(await get('/to-text#part')).toEqual({
      ok: true,
      value: {
        status: 200,
        statusText: 'OK',
        url: `${origin}/text`,
        redirected: true,
        headers: [
          ['content-type', 'text/plain'],
          ['date', expect.any(String)],
          ['connection', 'close'],
          ['content-length', '8'],
        ],
        text: TEXT,
      },
    });
  });

  test.each([
    ['/latin', { status: 200, text: TEXT }],
    ['/json', { status: 200, text: '{"a":1}' }],
    ['/not-utf8', { status: 200, base64: '//4=' }],
    ['/odd-charset', { status: 200, base64: 'eA==' }],
    ['/bytes', { status: 200, base64: 'AQI=' }],
    ['/untyped', { status: 200, base64: 'eA==' }],
    ['/nothing', { status: 204, text: '' }],
    ['/missing', { status: 404, statusText: 'Nothing here', text: 'no' }],
    ['/to-nowhere', { status: 302, redirected: false, base64: Buffer.from('no location').toString('base64') }],
    ['/gzip', { text: TEXT }],
    ['/deflate', { text: TEXT }],
    ['/deflate-raw', { text: TEXT }],
    ['/br', { text: TEXT }],
    ['/zstd', { text: TEXT }],
    ['/identity', { text: TEXT }],
  ])('of %s', async (path, value) => {
    expect(await get(path)).toMatchObject({ ok: true, value });
  });

  test('to HEAD have no body, whatever they say of it', async () => {
    expect(await get('/gzip', { method: 'head' })).toMatchObject({ ok: true, value: { status: 200, text: '' } });
  });
});

describe('requests', () => {
  test('are sent as they are, with what the host adds, and nothing of the environment', async () => {
    await get(
      '/text?q=1',
      { method: 'post', body: 'ä', headers: { 'X-Own': 'a', Authorization: 'mine' } },
      { headers: { authorization: 'Bearer key' } },
    );
    expect(seen).toEqual([
      {
        line: 'POST /text?q=1',
        headers: {
          accept: '*/*',
          'user-agent': 'preflag',
          'x-own': 'a',
          'content-type': 'text/plain;charset=UTF-8',
          authorization: 'Bearer key',
          'accept-encoding': 'gzip, deflate, br, zstd',
          host: new URL(origin).host,
          'content-length': '2',
          connection: 'close',
        },
        body: 'ä',
      },
    ]);
  });

  test('of DELETE and OPTIONS say how long their body is', async () => {
    await get('/text', { method: 'DELETE', bodyBase64: 'AQI=' });
    await get('/text', { method: 'OPTIONS', body: 'GET /other HTTP/1.1\r\nhost: x\r\n\r\n' });
    expect(seen.map(({ line, headers }) => [line, headers['content-length']])).toEqual([
      ['DELETE /text', '2'],
      ['OPTIONS /text', '32'],
    ]);
  });

  test.each<readonly [unknown, string, string]>([
    [null, 'invalid', 'The request must be object.'],
    [{}, 'invalid', "The request must have required property 'url'."],
    [{ url: 1 }, 'invalid', "'url' must be string."],
    [
      { url: 'https://x.example', redirect: 'follow' },
      'invalid',
      "The request has the unknown key 'redirect'. Known are url, method, headers, body, bodyBase64.",
    ],
    [{ url: 'https://x.example', method: 'GE T' }, 'invalid', "'method' is no method: it has letters only."],
    [{ url: 'https://x.example', method: 'connect' }, 'denied', 'The method CONNECT is not sent.'],
    [{ url: 'https://x.example', method: 'TRACE' }, 'denied', 'The method TRACE is not sent.'],
    [{ url: 'https://x.example', body: '' }, 'invalid', 'GET has no body.'],
    [{ url: 'https://x.example', method: 'POST', body: 'x', bodyBase64: 'eA==' }, 'invalid', "Give 'body' or 'bodyBase64', not both."],
    [
      { url: 'https://x.example', method: 'POST', bodyBase64: 'eA' },
      'invalid',
      "'bodyBase64' is no Base64 (RFC 4648, section 4, with padding).",
    ],
    [{ url: 'https://x.example', method: 'POST', body: 'x'.repeat(1025) }, 'too-large', 'The body is longer than 1024 bytes.'],
    [{ url: `https://x.example/${'x'.repeat(32_800)}` }, 'too-large', 'The address is longer than 32768 bytes.'],
    [{ url: 'https://x.example', headers: { a: 'x'.repeat(32_800) } }, 'too-large', 'Address and headers are longer than 32768 bytes.'],
    [
      { url: 'https://x.example', headers: Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`x-${index}`, ''])) },
      'too-large',
      'There are more than 200 headers.',
    ],
    [{ url: 'https://x.example', headers: { 'a\r\nb': 'x' } }, 'invalid', '"a\\r\\nb" is no name of a header.'],
    [
      { url: 'https://x.example', headers: { a: 'x\r\nHost: y' } },
      'invalid',
      "The value of the header 'a' has characters that no header may have.",
    ],
    [
      { url: 'https://x.example', headers: { a: '\u2028' } },
      'invalid',
      "The value of the header 'a' has characters that no header may have.",
    ],
    [{ url: 'https://x.example', headers: { a: '1', A: '2' } }, 'invalid', "The header 'a' is given twice."],
    ...[
      'Host',
      'Connection',
      'Content-Length',
      'Transfer-Encoding',
      'TE',
      'Trailer',
      'Upgrade',
      'Expect',
      'Cookie2',
      'Keep-Alive',
      'Via',
      'Proxy-Authorization',
      'Proxy-Connection',
      'HTTP2-Settings',
      'Accept-Encoding',
      'X-HTTP-Method-Override',
      'X-Original-URL',
      'X-Rewrite-URL',
      'X-Forwarded-For',
      'Forwarded',
    ].map(
      (name) =>
        [
          { url: 'https://x.example', headers: { [name]: 'x' } },
          'denied',
          `The header '${name.toLowerCase()}' is set by the host only.`,
        ] as const,
    ),
  ])('%j is refused', async (request, code, message) => {
    const fetch = createFetch({ allow: [{ origin: 'https://x.example', methods: ['GET', 'POST'] }] }, LIMITS, () =>
      Promise.reject(new Error()),
    );
    expect(await fetch(request, none)).toEqual(refused(code, message));
  });

  test('a header may be called __proto__', async () => {
    expect(await get('/raw', JSON.parse('{"headers":{"__proto__":"x"}}') as object)).toMatchObject({
      ok: true,
      value: { text: expect.stringContaining('"__proto__","x"') },
    });
  });
});

test('a fetch ends when its signal aborts', async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const fetch = createFetch({ allow: [{ origin, allowPrivate: true }] }, { ...LIMITS, fetchHeadersMs: 60_000, fetchMs: 60_000 });
  const pending = fetch({ url: `${origin}/silent` }, signal);
  await expect.poll(() => seen.length).toBe(1);
  controller.abort();
  expect(await pending).toEqual(refused('failed', 'The fetch was cancelled.'));
  expect(await fetch({ url: `${origin}/text` }, signal)).toEqual(refused('failed', 'The fetch was cancelled.'));
  expect(seen).toHaveLength(1);
});
