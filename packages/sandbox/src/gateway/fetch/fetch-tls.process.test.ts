import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates, type TLSSocket } from 'node:tls';
import { DEFAULT_LIMITS } from '@preflag/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFetch } from './create-fetch.ts';

const HAS_OPENSSL = spawnSync('openssl', ['version']).status === 0;
if (!HAS_OPENSSL) process.stderr.write('https is not tried: there is no openssl to make a certificate with\n');

/** A certificate that signs itself, for `secure.test`. */
function makeCertificate(): { readonly key: Buffer; readonly cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'preflag-tls-'));
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const words = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=secure.test`.split(' ');
    const { status, stderr } = spawnSync('openssl', [...words, '-addext', 'subjectAltName=DNS:secure.test', '-keyout', key, '-out', cert]);
    if (status !== 0) throw new Error(String(stderr));
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.runIf(HAS_OPENSSL)('https', () => {
  const none = new AbortController().signal;
  const known = HAS_OPENSSL ? getCACertificates() : [];
  let certificate: ReturnType<typeof makeCertificate>;
  let server: Server;
  let port = 0;
  /** Names that clients asked for in SNI. */
  const names: unknown[] = [];

  beforeAll(async () => {
    certificate = makeCertificate();
    server = createServer(certificate, (request, response) => {
      names.push((request.socket as TLSSocket).servername, request.headers.host);
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => {
    setDefaultCACertificates(known);
    server.close();
  });

  const get = (host: string) => {
    const origin = `https://${host}:${port}`;
    const fetch = createFetch({ allow: [{ origin, allowPrivate: true }] }, DEFAULT_LIMITS, () => Promise.resolve(['127.0.0.1']));
    return fetch({ url: origin }, none);
  };

  test('a certificate that nobody vouches for is refused, whatever the environment says', async () => {
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      expect(await get('secure.test')).toEqual({
        ok: false,
        code: 'failed',
        message: `secure.test:${port} cannot be reached (DEPTH_ZERO_SELF_SIGNED_CERT).`,
      });
    } finally {
      delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    }
  });

  test('the name of the address is asked for in SNI and in Host, and the certificate must be for it', async () => {
    setDefaultCACertificates([...known, certificate.cert.toString()]);
    expect(await get('secure.test')).toMatchObject({ ok: true, value: { status: 200 } });
    expect(names).toEqual(['secure.test', `secure.test:${port}`]);
    for (const host of ['other.test', '127.0.0.1']) {
      expect(await get(host)).toEqual({
        ok: false,
        code: 'failed',
        message: `${host}:${port} cannot be reached (ERR_TLS_CERT_ALTNAME_INVALID).`,
      });
    }
  });
});
