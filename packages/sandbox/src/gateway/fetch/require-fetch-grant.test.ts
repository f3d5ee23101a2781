import { describe, expect, test } from 'vitest';
import { requireFetchGrant } from './require-fetch-grant.ts';

const ORIGIN = 'https://api.example.com';

describe('requireFetchGrant', () => {
  test.each<[object]>([
    [{ origin: ORIGIN }],
    [{ origin: 'http://localhost:8080', path: '/', methods: ['GET', 'PURGE'], allowPrivate: true }],
    [{ origin: 'http://[::1]:8080', path: '/a%20b/', headers: { Authorization: 'Bearer x', 'x-api-key': '' } }],
  ])('takes %j', (rule) => {
    expect(() => requireFetchGrant(given([rule]))).not.toThrow();
  });

  test.each([
    [[], 'fetch.allow is empty, which allows nothing. Name the origins, or leave fetch out of the grants.'],
    [undefined, 'fetch.allow is empty, which allows nothing. Name the origins, or leave fetch out of the grants.'],
    [[ORIGIN], "fetch.allow[0] is 'https://api.example.com'. Give an object: { origin: 'https://api.example.com' }."],
    [
      [{ origin: ORIGIN, paths: '/v1' }],
      "fetch.allow[0] has the unknown key 'paths'. Known are origin, path, methods, headers, allowPrivate.",
    ],
    [[{}], "fetch.allow[0].origin is undefined. Give scheme, host and port: 'https://api.example.com'."],
    [[{ origin: 'api.example.com' }], "fetch.allow[0].origin is 'api.example.com'. Give scheme, host and port: 'https://api.example.com'."],
    [
      [{ origin: 'https://*.example.com' }],
      "fetch.allow[0].origin is 'https://*.example.com'. There are no wildcards: name each host in a rule of its own.",
    ],
    [[{ origin: 'ftp://example.com' }], "fetch.allow[0].origin is 'ftp://example.com'. Only http and https are fetched."],
    [
      [{ origin: 'https://me:secret@example.com' }],
      "fetch.allow[0].origin has a user name or a password. Put them into headers, as 'authorization'.",
    ],
    [
      [{ origin: `${ORIGIN}/v1` }],
      "fetch.allow[0].origin is 'https://api.example.com/v1'. An origin has no path: write 'https://api.example.com', and '/v1' as 'path'.",
    ],
    [[{ origin: `${ORIGIN}/` }], "fetch.allow[0].origin is 'https://api.example.com/'. Write 'https://api.example.com'."],
    [[{ origin: `${ORIGIN}:443` }], "fetch.allow[0].origin is 'https://api.example.com:443'. Write 'https://api.example.com'."],
    [
      [{ origin: 'https://API.example.com.:8443' }],
      "fetch.allow[0].origin is 'https://API.example.com.:8443'. Write 'https://api.example.com:8443'.",
    ],
    [[{ origin: 'http://127.1' }], "fetch.allow[0].origin is 'http://127.1'. Write 'http://127.0.0.1'."],
    [[{ origin: ORIGIN, path: 'v1' }], "fetch.allow[0].path is 'v1'. Begin with '/'."],
    [
      [{ origin: ORIGIN, path: '/v1/*' }],
      "fetch.allow[0].path is '/v1/*'. There are no wildcards: all that begins with the path is allowed.",
    ],
    [
      [{ origin: ORIGIN, path: '/v1/../x y?z' }],
      "fetch.allow[0].path is '/v1/../x y?z'. Write '/x%20y': without query, without '..', with characters escaped as in an address.",
    ],
    [[{ origin: ORIGIN, methods: [] }], 'fetch.allow[0].methods is []. Name methods, or leave it out for GET and HEAD.'],
    [[{ origin: ORIGIN, methods: ['get'] }], "fetch.allow[0].methods has 'get'. Write methods in upper case: 'GET', 'POST'."],
    [[{ origin: ORIGIN, methods: ['CONNECT'] }], "fetch.allow[0].methods has 'CONNECT', which is never sent. Leave it out."],
    [[{ origin: ORIGIN, headers: { 'a b': 'x' } }], "fetch.allow[0].headers has the name 'a b'. Use letters, digits and hyphens."],
    [
      [{ origin: ORIGIN, headers: { authorization: 'Bearer secret\n' } }],
      "fetch.allow[0].headers['authorization'] has a value with characters that no header may have, such as a line break. Trim it.",
    ],
    [
      [{ origin: ORIGIN, headers: { Host: 'x' } }],
      "fetch.allow[0].headers has 'Host', which the connection needs for itself. Leave it out.",
    ],
    [
      [{ origin: ORIGIN, headers: { 'X-Key': 'a', 'x-key': 'b' } }],
      "fetch.allow[0].headers has 'x-key' twice. Upper and lower case are the same: keep one.",
    ],
    [[{ origin: ORIGIN }, { origin: ORIGIN, allowPrivate: 1 }], 'fetch.allow[1].allowPrivate is 1. Give true or false.'],
  ])('refuses %j', (allow, message) => {
    expect(() => requireFetchGrant(given(allow))).toThrowError(expect.objectContaining({ code: 'usage', message }));
  });
});

/** As a caller without types gives it. */
function given(allow: unknown): Parameters<typeof requireFetchGrant>[0] {
  return JSON.parse(JSON.stringify({ allow })) as Parameters<typeof requireFetchGrant>[0];
}
