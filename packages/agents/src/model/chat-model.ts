import { type ChatReply, type ChatRequest, type ChatTool, type JsonObject, type ModelClient, PreflagError } from '@preflag/core';
import type { Post } from './post-chat.ts';
import type { Price } from './read-reply.ts';

export interface ChatModelOptions {
  /** As the provider calls it. */
  readonly model: string;
  /** Where `chat/completions` is to be found. Default: OpenAI's own, which needs a key. */
  readonly baseUrl?: string;
  /** Sent as a bearer token. Without it none is sent; nothing is read from the environment. */
  readonly apiKey?: string;
  /** What errors call the key, such as the variable that it came from. Default `apiKey`. */
  readonly keyName?: string;
  /**
   * Tries after the first, when the provider limits the rate (429, after the time that its `retry-after` names, up to a
   * minute), fails (408, 409, 5xx) or cannot be reached; else after 0.5 s, doubled up to 8 s. Default 3.
   */
  readonly maxRetries?: number;
  /** Longest wait for one try, in ms. Default 300,000: Node itself waits no longer for the beginning of an answer. */
  readonly timeoutMs?: number;
  /** Default none: providers change theirs, so none is built in, and costs are not known. */
  readonly price?: Price;
}

const OPENAI = 'https://api.openai.com/v1';

/**
 * A model behind any endpoint that speaks Chat Completions.
 *
 * OpenAI's own endpoint is told the longest answer as `max_completion_tokens`, others as `max_tokens`.
 *
 * @throws {PreflagError} `model` when the base URL is none or has a password in it, or OpenAI's own is to be used without a key
 */
export function chatModel(options: ChatModelOptions): ModelClient {
  const { model, apiKey, price, maxRetries = 3, timeoutMs = 300_000, keyName = 'apiKey' } = options;
  const baseUrl = parseBaseUrl(options.baseUrl ?? OPENAI, model);
  if (options.baseUrl === undefined && !apiKey) throw new PreflagError('model', `The model '${model}' needs a key: set ${keyName}.`);
  // The client is loaded with the first call: who only checks deliveries never needs it.
  let loading: Promise<Post> | undefined;
  const load = async (): Promise<Post> => {
    const { createPost } = await import('./post-chat.ts');
    return createPost({ model, baseUrl, apiKey: apiKey ?? '', keyName, maxRetries, timeoutMs, price });
  };
  const lengthName = baseUrl.origin === new URL(OPENAI).origin ? 'max_completion_tokens' : 'max_tokens';
  return {
    name: model,
    hasPrice: price !== undefined,
    async chat(request: ChatRequest, { signal }: { readonly signal?: AbortSignal } = {}): Promise<ChatReply> {
      loading ??= load();
      return (await loading)(bodyOf(model, request, lengthName), signal);
    },
  };
}

function bodyOf(model: string, { messages, tools, temperature, maxTokens, json }: ChatRequest, lengthName: string): JsonObject {
  return JSON.parse(
    JSON.stringify({
      model,
      messages,
      ...(tools && tools.length > 0 && { tools: tools.map(toolOf) }),
      ...(temperature !== undefined && { temperature }),
      ...(maxTokens !== undefined && { [lengthName]: maxTokens }),
      ...(json && { response_format: { type: 'json_object' } }),
    }),
  ) as JsonObject;
}

function toolOf({ name, description, parameters }: ChatTool): object {
  return { type: 'function', function: { name, description, parameters } };
}

/** Errors do not repeat the URL: who wrote a password into it does not want to read it there. */
function parseBaseUrl(text: string, model: string): URL {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new PreflagError('model', `The base URL of the model '${model}' is none: give one that begins with https:// or http://.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new PreflagError('model', `The base URL of the model '${model}' has a user or a password in it: give the key apart from it.`);
  }
  return url;
}
