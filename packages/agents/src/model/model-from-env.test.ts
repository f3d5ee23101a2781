import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { modelFromEnv } from './model-from-env.ts';

const KEYS = { OPENAI_API_KEY: 'sk-openai', GEMINI_API_KEY: 'gemini', GOOGLE_API_KEY: 'google', ANTHROPIC_API_KEY: 'anthropic' };

/** Where a request goes, and with which key. */
async function wayOf(name: string, env: Readonly<Record<string, string>>): Promise<readonly [url: string, authorization: string | null]> {
  const fetched = vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(async () => Response.json({ choices: [{ message: { content: 'ok' } }] }));
  try {
    await modelFromEnv(name, env).chat({ messages: [{ role: 'user', content: 'x' }] });
    const [url, init] = fetched.mock.calls[0] ?? [];
    return [url instanceof Request ? url.url : String(url ?? ''), new Headers(init?.headers).get('authorization')];
  } finally {
    fetched.mockRestore();
  }
}

describe('the environment names the way', () => {
  it.each<[string, Readonly<Record<string, string>>, string, string | null]>([
    ['gpt-x', KEYS, 'https://api.openai.com/v1/chat/completions', 'Bearer sk-openai'],
    ['gemini-x', KEYS, 'https://generativelanguage.googleapis.com/v1beta/openai/chat/completions', 'Bearer gemini'],
    ['gemini-x', { GOOGLE_API_KEY: 'google' }, 'https://generativelanguage.googleapis.com/v1beta/openai/chat/completions', 'Bearer google'],
    ['claude-x', KEYS, 'https://api.anthropic.com/v1/chat/completions', 'Bearer anthropic'],
    [
      'claude-x',
      { ...KEYS, OPENAI_BASE_URL: 'https://gateway.example/v1' },
      'https://gateway.example/v1/chat/completions',
      'Bearer sk-openai',
    ],
    ['qwen', { OPENAI_BASE_URL: 'http://localhost:11434/v1' }, 'http://localhost:11434/v1/chat/completions', null],
    ['qwen', { OPENAI_BASE_URL: 'http://127.0.0.1:1/v1', OPENAI_API_KEY: 'k' }, 'http://127.0.0.1:1/v1/chat/completions', 'Bearer k'],
  ])('%s with %j', async (name, env, url, authorization) => {
    expect(await wayOf(name, env)).toEqual([url, authorization]);
  });
});

describe('a missing key is named', () => {
  it.each([
    ['gpt-x', {}, "The model 'gpt-x' needs a key: set OPENAI_API_KEY."],
    [
      'gemini-x',
      { OPENAI_API_KEY: 'k' },
      "The model 'gemini-x' at https://generativelanguage.googleapis.com needs a key: set GEMINI_API_KEY or GOOGLE_API_KEY.",
    ],
    ['claude-x', { OPENAI_API_KEY: 'k' }, "The model 'claude-x' at https://api.anthropic.com needs a key: set ANTHROPIC_API_KEY."],
    [
      'x',
      { OPENAI_BASE_URL: 'https://127.0.0.1.example.com/v1' },
      "The model 'x' at https://127.0.0.1.example.com needs a key: set OPENAI_API_KEY.",
    ],
  ])('%s with %j', (name, env, text) => {
    expect(() => modelFromEnv(name, env)).toThrow(expect.objectContaining({ code: 'model', message: text }));
  });
});

it('a model on this machine is asked without a key', async () => {
  let headers: IncomingHttpHeaders = {};
  const server = createServer((request, response) => {
    ({ headers } = request);
    response.setHeader('content-type', 'application/json').end('{"choices":[{"message":{"content":"ok"}}]}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const model = modelFromEnv('local', { OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1` });
  expect((await model.chat({ messages: [] })).message).toEqual({ content: 'ok' });
  expect([headers.authorization, model.hasPrice]).toEqual([undefined, false]);
  server.closeAllConnections();
  server.close();
});
