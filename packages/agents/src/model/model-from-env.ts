import { type ModelClient, PreflagError } from '@preflag/core';
import { chatModel, type ChatModelOptions } from './chat-model.ts';

/** The environment's variables for one provider, and its endpoint that speaks Chat Completions. */
interface Provider {
  readonly begins: string;
  readonly variables: readonly [string, ...string[]];
  readonly baseUrl?: string;
}

/** Names by their beginning; the first that fits counts. */
const PROVIDERS: readonly Provider[] = [
  {
    begins: 'gemini-',
    variables: ['GEMINI_API_KEY', 'GOOGLE_API_KEY'],
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai/',
  },
  { begins: 'claude-', variables: ['ANTHROPIC_API_KEY'], baseUrl: 'https://api.anthropic.com/v1/' },
];

const OPENAI: Provider = { begins: '', variables: ['OPENAI_API_KEY'] };

/**
 * A model by its name, with the address and the key that the environment gives.
 *
 * `OPENAI_BASE_URL`, with `OPENAI_API_KEY`, goes before all else. Without it names that begin with `gemini-` go to Google
 * (`GEMINI_API_KEY`, else `GOOGLE_API_KEY`), `claude-` to Anthropic (`ANTHROPIC_API_KEY`), all others to OpenAI
 * (`OPENAI_API_KEY`). Keys of one provider are never sent to another. A base URL of this machine needs no key.
 *
 * @throws {PreflagError} `model` when the key is missing, with the variable to set; or when the base URL is none
 */
export function modelFromEnv(
  name: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
  options: Pick<ChatModelOptions, 'maxRetries' | 'timeoutMs' | 'price'> = {},
): ModelClient {
  const given = env['OPENAI_BASE_URL']?.trim();
  const provider = given ? { ...OPENAI, baseUrl: given } : (PROVIDERS.find(({ begins }) => name.startsWith(begins)) ?? OPENAI);
  const keyName = provider.variables.find((variable) => env[variable]);
  if (keyName === undefined && !(given && isLoopback(given))) {
    const at = provider.baseUrl === undefined ? '' : ` at ${URL.parse(provider.baseUrl)?.origin ?? provider.baseUrl}`;
    throw new PreflagError('model', `The model '${name}'${at} needs a key: set ${provider.variables.join(' or ')}.`);
  }
  return chatModel({
    ...options,
    model: name,
    keyName: keyName ?? provider.variables[0],
    ...(keyName !== undefined && { apiKey: env[keyName] ?? '' }),
    ...(provider.baseUrl !== undefined && { baseUrl: provider.baseUrl }),
  });
}

function isLoopback(baseUrl: string): boolean {
  const host = URL.parse(baseUrl)?.hostname ?? '';
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d+){3}$/.test(host);
}
