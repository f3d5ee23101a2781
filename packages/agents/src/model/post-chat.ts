import { type ChatReply, type JsonObject, PreflagError } from '@preflag/core';
import { OpenAI } from 'openai';
import { toModelError } from './model-error.ts';
import { type Price, readReply } from './read-reply.ts';

export interface PostOptions {
  readonly model: string;
  readonly baseUrl: URL;
  /** Empty: none is sent. */
  readonly apiKey: string;
  readonly keyName: string;
  readonly maxRetries: number;
  readonly timeoutMs: number;
  readonly price: Price | undefined;
}

/** @throws {PreflagError} `model`, `cancelled` */
export type Post = (body: JsonObject, signal: AbortSignal | undefined) => Promise<ChatReply>;

/** One call of `chat/completions` through OpenAI's client, which tries again by itself. */
export function createPost({ model, baseUrl, apiKey, keyName, maxRetries, timeoutMs, price }: PostOptions): Post {
  const client = new OpenAI({
    baseURL: baseUrl.href,
    // Whatever is not given here the client would take from the environment, and send to whoever stands behind the URL.
    apiKey: apiKey || 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    ...(apiKey === '' && { defaultHeaders: { authorization: null } }),
    maxRetries,
    timeout: timeoutMs,
    logLevel: 'off',
  });
  return async (body, signal) => {
    let tries = 0;
    const counted = client.withOptions({
      fetch: async (url, init) => {
        tries += 1;
        return withPlainError(await fetch(url, init));
      },
    });
    try {
      return readReply(await counted.post<unknown>('/chat/completions', { body, ...(signal && { signal }) }), price);
    } catch (error) {
      if (signal?.aborted) throw new PreflagError('cancelled', 'The call of the model was cancelled.');
      throw toModelError(error, { model, origin: baseUrl.origin, apiKey, keyName, timeoutMs, tries });
    }
  };
}

/** Google wraps an error in a list, of which the client would show nothing. */
async function withPlainError(response: Response): Promise<Response> {
  if (response.ok) return response;
  const text = await response.text();
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  for (const name of ['content-length', 'content-encoding']) headers.delete(name);
  return new Response(firstOf(text) ?? text, { status, statusText, headers });
}

function firstOf(text: string): string | undefined {
  if (!text.trimStart().startsWith('[')) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.length > 0 ? JSON.stringify(list[0]) : undefined;
  } catch {
    return undefined;
  }
}
