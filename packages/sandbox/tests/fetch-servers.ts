import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer, type Socket } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';

const KB = 1024;
/** What most answers say. */
export const TEXT = 'Grüße\n';
/** 50 MB in 50 kB. */
const BOMB = gzipSync(Buffer.alloc(50 * KB * KB));

/** A request that came. */
export interface Seen {
  readonly line: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const ANSWERS: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
  '/text': (_, response) => response.setHeader('content-type', 'text/plain').end(TEXT),
  '/latin': (_, response) => response.setHeader('content-type', 'text/csv; charset="iso-8859-1"').end(Buffer.from(TEXT, 'latin1')),
  '/json': (_, response) => response.setHeader('content-type', 'application/problem+json').end('{"a":1}'),
  '/not-utf8': (_, response) => response.setHeader('content-type', 'text/plain').end(Buffer.from([0xff, 0xfe])),
  '/odd-charset': (_, response) => response.setHeader('content-type', 'text/plain; charset=klingon').end('x'),
  '/bytes': (_, response) => response.setHeader('content-type', 'image/png').end(Buffer.from([1, 2])),
  '/untyped': (_, response) => response.end('x'),
  '/nothing': (_, response) => response.writeHead(204).end(),
  '/raw': (request, response) => response.setHeader('content-type', 'application/json').end(JSON.stringify(request.rawHeaders)),
  '/missing': (_, response) => response.writeHead(404, 'Nothing here', { 'content-type': 'text/plain' }).end('no'),
  '/to-text': (_, response) => response.writeHead(302, { location: '/text' }).end(),
  '/to-303': (_, response) => response.writeHead(303, { location: '/text' }).end(),
  '/to-307': (_, response) => response.writeHead(307, { location: '/text' }).end(),
  '/to-utf8': (_, response) => response.writeHead(302, { location: Buffer.from('/ü').toString('latin1') }).end(),
  '/to-nowhere': (_, response) => response.writeHead(302).end('no location'),
  '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/to': (request, response) => response.writeHead(307, { location: decodeURIComponent(request.url?.split('?')[1] ?? '') }).end(),
  '/gzip': encoded('gzip', gzipSync(TEXT)),
  '/deflate': encoded('deflate', deflateSync(TEXT)),
  '/deflate-raw': encoded('deflate', deflateRawSync(TEXT)),
  '/br': encoded('BR', brotliCompressSync(TEXT)),
  '/zstd': encoded('zstd', zstdCompressSync(TEXT)),
  '/identity': encoded('identity', Buffer.from(TEXT)),
  '/stacked': encoded('gzip, gzip', gzipSync(gzipSync(TEXT))),
  '/unknown-encoding': encoded('lzma', Buffer.from(TEXT)),
  '/broken-gzip': encoded('gzip', Buffer.from(TEXT)),
  '/half-gzip': encoded('gzip', gzipSync(TEXT.repeat(1000)).subarray(0, 30)),
  '/gzip-bomb': encoded('gzip', BOMB),
  '/br-bomb': encoded('br', brotliCompressSync(Buffer.alloc(20 * KB * KB))),
  '/zstd-bomb': encoded('zstd', zstdCompressSync(Buffer.alloc(20 * KB * KB))),
  '/endless': (_, response) => pump(response, Buffer.alloc(16 * KB)),
  // Members that inflate to nothing.
  '/endless-nothing': (_, response) => pump(response.setHeader('content-encoding', 'gzip'), Buffer.concat(Array(800).fill(gzipSync('')))),
  '/slow-body': (_, response) => drip(response.writeHead(200), 'x'),
  '/silent': () => undefined,
  '/long-headers': (_, response) => response.setHeader('x', 'x'.repeat(40 * KB)).end(),
  '/many-headers': (_, response) => {
    for (let index = 0; index < 300; index += 1) response.setHeader(`x-${index}`, '');
    response.end();
  },
  '/cut': (_, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('half');
    setTimeout(() => response.destroy(), 20);
  },
  '/hang-up': (request) => request.socket.destroy(),
};

function encoded(name: string, bytes: Buffer): RequestListener {
  return (_, response) => response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': name }).end(bytes);
}

function pump(response: ServerResponse, chunk: Buffer): void {
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more).on('error', () => undefined);
  more();
}

function drip(target: { write(text: string): unknown; destroyed: boolean }, text: string): void {
  const timer = setInterval(() => (target.destroyed ? clearInterval(timer) : target.write(text)), 20);
}

/** Servers on 127.0.0.1 for one file of tests, and what they were asked, in order. */
export class TestServers implements AsyncDisposable {
  readonly seen: Seen[] = [];
  readonly #servers: (Server | TcpServer)[] = [];

  /** One that answers by path; an unknown path as `/text`. */
  async start(): Promise<{ readonly server: Server; readonly origin: string }> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        this.seen.push({ line: `${request.method} ${request.url}`, headers: request.headers, body: Buffer.concat(chunks).toString() });
        (ANSWERS[request.url?.split('?')[0] ?? ''] ?? ANSWERS['/text'])?.(request, response);
      });
    });
    return { server, origin: await this.#listen(server) };
  }

  /** One that says `first`, and then `dripped` again and again. */
  startRaw(first: string, dripped: string): Promise<string> {
    const server = createTcpServer((socket: Socket) => {
      socket.on('error', () => undefined);
      socket.write(first);
      if (dripped !== '') drip(socket, dripped);
    });
    return this.#listen(server);
  }

  async #listen(server: Server | TcpServer): Promise<string> {
    this.#servers.push(server.listen(0, '127.0.0.1'));
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const server of this.#servers) {
      if ('closeAllConnections' in server) server.closeAllConnections();
      server.close();
    }
    await Promise.resolve();
  }
}
