import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ChatReply, DEFAULT_LIMITS, formatLimit, type Json } from '@preflag/core';
import type { CallCode, Gateway } from '../../gateway/gateway.ts';
import { chatBody, chatEvents, errorBody, modelList, parseChat } from './chat-completions.ts';
import { readBody } from './read-body.ts';

export interface GatewayServerOptions {
  readonly gateway: Gateway;
  /** What the model is called. */
  readonly model: string;
  /** Whoever does not send it, is refused. */
  readonly token: string;
  /** Requests for a model or a tool; more are refused. */
  readonly maxCalls: number;
}

/** A gateway by HTTP: `POST /v1/chat/completions`, `GET /v1/models` and `/mcp`. Closing it ends all calls. */
export interface GatewayServer extends AsyncDisposable {
  /** Listens on a socket in the file system, for clients that know it as 127.0.0.1 and this port. */
  listenAt(path: string, port: number): Promise<void>;
  /** Listens on a free port of 127.0.0.1. */
  listen(): Promise<number>;
}

const MAX_CONNECTIONS = 64;
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
const IDLE_MS = 5_000;
/** For an answer to be taken by a client that reads slowly. */
const ANSWER_MS = 30_000;

const STATUS_OF_CODE: Readonly<Record<CallCode, number>> = {
  denied: 403,
  invalid: 400,
  'not-found': 404,
  conflict: 409,
  budget: 429,
  timeout: 504,
  failed: 502,
  'too-large': 413,
};

export function createGatewayServer({ gateway, model, token, maxCalls }: GatewayServerOptions): GatewayServer {
  const over = new AbortController();
  let hosts: readonly string[] = [];
  let calls = 0;
  const server = createServer(
    { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, keepAliveTimeout: IDLE_MS, connectionsCheckingInterval: 1_000 },
    (request, response) => void answer(request, response),
  );
  server.maxConnections = MAX_CONNECTIONS;
  server.on('connect', (_request, socket) => socket.destroy());
  server.on('upgrade', (_request, socket) => socket.destroy());
  server.on('clientError', (_error, socket) => socket.destroy());

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const closed = new AbortController();
    response.once('close', () => closed.abort());
    response.on('error', () => undefined);
    try {
      await route(request, response, AbortSignal.any([over.signal, closed.signal]));
    } catch {
      // A client that went away, or a body that cannot be handled. Nothing of the host is said.
      if (!response.headersSent) fail(response, 500, 'The request failed.', 'failed');
      else response.destroy();
    }
  };
  const route = async (request: IncomingMessage, response: ServerResponse, signal: AbortSignal): Promise<void> => {
    const refusal = refuse(request, hosts, token);
    if (refusal) {
      fail(response, refusal.status, refusal.message, refusal.code);
      return;
    }
    const path = request.url?.split('?')[0];
    if (request.method === 'GET' && path === '/v1/models') {
      send(response, 200, JSON.stringify(modelList(model)));
      return;
    }
    if (path !== '/v1/chat/completions' && path !== '/mcp') {
      fail(response, 404, 'There are POST /v1/chat/completions, GET /v1/models and POST /mcp.', 'not-found');
      return;
    }
    if (request.method !== 'POST') {
      response.setHeader('allow', 'POST');
      fail(response, 405, 'It takes POST only.', 'invalid');
      return;
    }
    calls += 1;
    if (calls > maxCalls) {
      fail(response, STATUS_OF_CODE.budget, `More than ${formatLimit('hostCalls', maxCalls)} calls.`, 'budget');
      return;
    }
    const body = await readBody(request, DEFAULT_LIMITS.callBytes);
    if (!body.ok) fail(response, body.status, body.message, body.status === 413 ? 'too-large' : 'invalid');
    else if (path === '/mcp') await (await import('./serve-mcp.ts')).serveMcp(gateway, request, response, body.value, signal);
    else await chat(body.value, response, signal);
  };
  const chat = async (body: Json, response: ServerResponse, signal: AbortSignal): Promise<void> => {
    const parsed = parseChat(body);
    if (!parsed.ok) {
      fail(response, 400, parsed.message, 'invalid');
      return;
    }
    const outcome = await gateway.call('model.chat', JSON.stringify([parsed.request]), signal);
    if (!outcome.ok) {
      fail(response, STATUS_OF_CODE[outcome.code], outcome.message, outcome.code);
      return;
    }
    // The gateway's own answer to this call.
    const reply = outcome.value as unknown as ChatReply;
    if (parsed.isStream) send(response, 200, chatEvents(reply, model, parsed.hasUsage), 'text/event-stream');
    else send(response, 200, JSON.stringify(chatBody(reply, model)));
  };

  return {
    async listenAt(path, port) {
      hosts = hostsOf(port);
      await started(server, () => server.listen(path));
    },
    async listen() {
      await started(server, () => server.listen(0, '127.0.0.1'));
      const { port } = server.address() as AddressInfo;
      hosts = hostsOf(port);
      return port;
    },
    async [Symbol.asyncDispose]() {
      over.abort();
      server.closeAllConnections();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Every request is looked at, not every connection: a client could send one of another after its own. */
function refuse(
  { url = '', headers, rawHeaders }: IncomingMessage,
  hosts: readonly string[],
  token: string,
): { readonly status: number; readonly message: string; readonly code: string } | undefined {
  const hostHeaders = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host');
  if (!url.startsWith('/') || url.startsWith('//') || hostHeaders.length !== 1 || !hosts.includes(headers.host ?? '')) {
    return { status: 400, message: 'This is no proxy, and the name is not its own.', code: 'denied' };
  }
  if (!isEqual(headers.authorization ?? '', `Bearer ${token}`)) {
    return { status: 401, message: 'The token is wrong. It is in OPENAI_API_KEY.', code: 'denied' };
  }
  return undefined;
}

/** In the same time, however much of it is right. */
function isEqual(a: string, b: string): boolean {
  const [first, second] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return first !== undefined && second !== undefined && timingSafeEqual(first, second);
}

function hostsOf(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

function fail(response: ServerResponse, status: number, message: string, code: string): void {
  // A budget that is used up is not there again after a while.
  if (code === 'budget' || status < 500) response.setHeader('x-should-retry', 'false');
  if (status === 413) response.setHeader('connection', 'close');
  send(response, status, JSON.stringify(errorBody(message, code)));
}

function send(response: ServerResponse, status: number, body: string, type: string = 'application/json'): void {
  // Node ends the connection then. When all has been sent, it sets the time that one may be idle in its place.
  response.socket?.setTimeout(ANSWER_MS);
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body), 'cache-control': 'no-store' });
  response.end(body);
}

function started(server: Server, listen: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', () => {
      server.off('error', reject);
      resolve();
    });
    listen();
  });
}
