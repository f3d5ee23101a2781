import { Agent as HttpAgent, type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { bareHost } from './find-addresses.ts';
import { Refusal, refuse } from './refusal.ts';

/** One hop. */
export interface Hop {
  readonly url: URL;
  readonly method: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer | undefined;
  /** The connection goes to one of these, whatever a name server says by then. */
  readonly addresses: readonly string[];
  readonly maxHeaderBytes: number;
  readonly maxHeaders: number;
}

/** An answer of which the headers are there. The connection is closed when the signal of the request aborts, or the body was read. */
export interface HopAnswer {
  readonly message: IncomingMessage;
  readonly status: number;
  readonly statusText: string;
  /** As they came, names in lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/**
 * Sends a request over a connection of its own, past all proxies that the environment names. The name of the URL stands in `Host`,
 * in SNI, and is what the certificate must be for.
 *
 * @throws {Refusal} `failed` or `too-large`
 */
export async function sendRequest(hop: Hop, signal: AbortSignal): Promise<HopAnswer> {
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    const isSecure = hop.url.protocol === 'https:';
    const request = (isSecure ? requestHttps : requestHttp)({ ...optionsOf(hop), ...(isSecure ? secureOptions(hop.url) : {}), signal });
    request.on('response', resolve);
    request.on('upgrade', (_, socket) => {
      socket.destroy();
      reject(new Refusal('failed', 'The server changed the protocol, which nobody asked for.'));
    });
    request.on('error', (error) => reject(nameFailure(error, hop)));
    request.on('close', () => reject(new Refusal('failed', `${hop.url.host} closed the connection without an answer.`)));
    request.end(hop.body);
  });
  const { rawHeaders } = message;
  if (rawHeaders.length / 2 > hop.maxHeaders) {
    message.destroy();
    refuse('too-large', `The answer has more than ${hop.maxHeaders} headers.`);
  }
  const headers = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? ''] as const] : [],
  );
  return { message, status: message.statusCode ?? 0, statusText: message.statusMessage ?? '', headers };
}

function optionsOf({ url, method, headers, body, addresses, maxHeaderBytes }: Hop): RequestOptions {
  const host = bareHost(url);
  return {
    agent: url.protocol === 'https:' ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false }),
    host,
    port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
    method,
    path: url.pathname + url.search,
    setHost: false,
    // Without a length Node sends the body of DELETE and OPTIONS unannounced, as the beginning of another request.
    headers: { ...Object.fromEntries(headers), host: url.host, ...(body && { 'content-length': String(body.length) }) },
    lookup: pinTo(addresses),
    maxHeaderSize: maxHeaderBytes,
    insecureHTTPParser: false,
  };
}

/** Not even NODE_TLS_REJECT_UNAUTHORIZED lets another certificate through. */
function secureOptions(url: URL): { readonly rejectUnauthorized: true; readonly servername: string } {
  const host = bareHost(url);
  return { rejectUnauthorized: true, servername: isIP(host) === 0 ? host : '' };
}

/** In the place of a look-up. */
function pinTo(addresses: readonly string[]): LookupFunction {
  const known = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_name, options, callback) => {
    if (options.all) callback(null, known);
    else callback(null, known[0]?.address ?? '', known[0]?.family);
  };
}

/** In words that name no address. */
function nameFailure(error: NodeJS.ErrnoException, { url, maxHeaderBytes }: Hop): Error {
  const code = error.code ?? '';
  if (code === 'HPE_HEADER_OVERFLOW') return new Refusal('too-large', `The headers of the answer are longer than ${maxHeaderBytes} bytes.`);
  if (code.startsWith('HPE_')) return new Refusal('failed', `${url.host} does not answer in HTTP.`);
  return new Refusal('failed', `${url.host} cannot be reached${code === '' ? '' : ` (${code})`}.`);
}
