import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { ChatReply, JsonObject } from '@preflag/core';
import type { Grants, RunLimits, Tool } from '@preflag/sandbox';
import { TestServers } from '../../../packages/sandbox/tests/fetch-servers.ts';

/** Stands in all that the host keeps to itself; a run must never see it. */
export const HOST_SECRET = 'canary-of-the-host-41d7';

export const LIMITS: Partial<RunLimits> = { callMs: 5000, callBytes: 1024 * 1024, answerBytes: 1024 * 1024, fetchBytes: 100 * 1024 };

const REPLY: ChatReply = { message: { role: 'assistant', content: 'x' }, finish: 'stop', usage: { inputTokens: 40, outputTokens: 10 } };
const circle: Record<string, unknown> = {};
circle['circle'] = circle;

const BREAKS: Readonly<Record<string, () => unknown>> = {
  throws: () => { throw new Error(`/srv/${HOST_SECRET}`); },
  rejects: () => Promise.reject(new Error(`/srv/${HOST_SECRET}`)),
  'throws-nothing': () => { throw undefined; },
  thenable: () => ({ get then() { throw new Error(HOST_SECRET); } }),
  circle: () => circle,
  bigint: () => ({ a: 1n }),
  toJSON: () => ({ toJSON() { throw new Error(HOST_SECRET); } }),
  'rejects-late': () => new Promise((_, reject) => setTimeout(() => reject(new Error(HOST_SECRET)), 100)),
}; // prettier-ignore

const NUMBER = { type: 'number' } as const;
const ANY = { type: 'object' } as const;
const TOOLS: readonly Tool[] = [
  { name: 'echo', description: 'Gives back.', parameters: ANY, run: (args) => args },
  {
    name: 'add',
    description: 'Adds.',
    parameters: { type: 'object', properties: { a: NUMBER, b: NUMBER }, required: ['a', 'b'], additionalProperties: false },
    run: ({ a, b }) => Number(a) + Number(b),
  },
  { name: 'hang', description: 'Never answers.', parameters: ANY, run: () => new Promise(() => undefined) },
  { name: 'break', description: 'Breaks.', parameters: ANY, run: ({ how }) => typeof how === 'string' && BREAKS[how]?.() },
  { name: 'flood', description: 'Answers a lot.', parameters: ANY, run: () => 'x'.repeat(64 * 1024 * 1024) },
];

export interface Host extends AsyncDisposable {
  readonly grants: Grants;
  /** What a program is told of the addresses. */
  readonly addresses: JsonObject;
  /** What came to servers that no rule allows. */
  readonly trespasses: readonly string[];
}

/** Tools, a model, addresses, variables and people for one file of tests. Its servers stand on 127.0.0.1. */
export async function openHost(): Promise<Host> {
  const servers = new TestServers();
  const { origin } = await servers.start();
  const trespasses: string[] = [];
  const other = createServer((request, response) => {
    trespasses.push(`${request.method} ${request.url}`);
    response.end('secret');
  }).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const localhost = `http://localhost:${port}`;
  return {
    grants: {
      tools: TOOLS,
      model: { client: { name: 'fake', hasPrice: false, chat: ({ messages }) => chat(messages[0]?.['content']) }, maxTokens: 150 },
      fetch: {
        allow: [
          { origin, allowPrivate: true, headers: { 'x-key': HOST_SECRET } },
          // Allowed by its name alone, and not to lead to this machine.
          { origin: localhost },
        ],
      },
      env: { GREETING: 'hello' },
      human: { ask: () => Promise.resolve('an answer'), approve: () => Promise.resolve({ approved: false, reason: 'no' }) },
    },
    addresses: { origin, localhost, other: `http://127.0.0.1:${port}`, port },
    trespasses,
    async [Symbol.asyncDispose]() {
      other.close();
      await servers[Symbol.asyncDispose]();
    },
  };
}

function chat(content: unknown): Promise<ChatReply> {
  if (content === 'hang') return new Promise(() => undefined);
  if (content === 'reject') return Promise.reject(new Error(`connect /run/${HOST_SECRET}.sock`));
  return Promise.resolve(REPLY);
}
