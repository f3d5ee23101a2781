import { messageOf, PreflagError } from '@preflag/core';
import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import { MalformedReply } from './read-reply.ts';

/** Where a request went, and what errors about it may say. */
export interface Endpoint {
  readonly model: string;
  readonly origin: string;
  /** Never shown: where a text of the provider repeats it, it is taken out. */
  readonly apiKey: string;
  readonly keyName: string;
  readonly timeoutMs: number;
  readonly tries: number;
}

const MAX_TEXT = 300;

/** Texts of OpenAI, Anthropic, Google, xAI, and of servers that follow OpenAI's, for a conversation that the model cannot take. */
const TOO_LONG = /maximum context length|context window|prompt is too long|input token count .* exceeds|maximum prompt length/i;

/** Whatever the client threw, as one sentence about what is wrong and one clause about what to do. `cause` is plain data without the key. */
export function toModelError(error: unknown, endpoint: Endpoint): PreflagError {
  if (PreflagError.isInstance(error)) return error;
  return new PreflagError('model', sentence(error, endpoint), { cause: causeOf(error, endpoint) });
}

function sentence(error: unknown, endpoint: Endpoint): string {
  const { model, origin, keyName, timeoutMs, tries } = endpoint;
  const times = tries > 1 ? `, in ${tries} tries` : '';
  if (error instanceof APIConnectionTimeoutError) {
    return `${origin} gave no answer within ${timeoutMs / 1000} s${times}: try again later, or allow more time.`;
  }
  if (error instanceof APIConnectionError) {
    return `${origin} cannot be reached (${shown(reasonOf(error), endpoint)})${times}: check the base URL and the network.`;
  }
  if (error instanceof MalformedReply || error instanceof SyntaxError) {
    const what = error instanceof MalformedReply ? shown(error.message, endpoint) : 'it is no valid JSON';
    return `${origin} gave an answer that is no chat completion, since ${what}: check that the base URL is that of an API that speaks Chat Completions.`;
  }
  if (!(error instanceof APIError)) {
    return `The answer of ${origin} broke off (${shown(reasonOf(error), endpoint)})${times}: try again.`;
  }
  const { status } = error;
  const text = shown(error.message.replace(/^\d{3} /, ''), endpoint);
  if (isTooLong(error)) return `The conversation is longer than the model '${model}' takes (${status}: ${text}): give it less at a time.`;
  switch (status) {
    // What a provider says here may repeat a part of the key.
    case 401:
      return `${origin} does not accept the key (401): check ${keyName}.`;
    case 403:
      return `${origin} does not let this key use the model '${model}' (403): check ${keyName} and what it may do.`;
    case 404:
      return `${origin} has no model '${model}' (404: ${text}): check the model's name and the base URL.`;
    case 429:
      return error.code === 'insufficient_quota'
        ? `The account's quota at ${origin} is used up (429): look at its plan and billing.`
        : `${origin} limits the rate of requests (429: ${text})${times}: wait, or ask for less at a time.`;
    default:
      return status !== undefined && status >= 500
        ? `${origin} failed (${status}: ${text})${times}: try again later.`
        : `${origin} refuses the request for the model '${model}' (${status ?? 'no status'}: ${text}): change what it names.`;
  }
}

function isTooLong(error: APIError): boolean {
  return error.code === 'context_length_exceeded' || ((error.status === 400 || error.status === 413) && TOO_LONG.test(error.message));
}

/** `ECONNREFUSED` where the system gives a code, else the innermost message. */
function reasonOf(error: unknown): string {
  let inner = error;
  for (let depth = 0; depth < 5 && inner instanceof Error && inner.cause !== undefined; depth += 1) inner = inner.cause;
  const code: unknown = typeof inner === 'object' && inner !== null && 'code' in inner ? inner.code : undefined;
  return typeof code === 'string' && code !== '' ? code : messageOf(inner);
}

function causeOf(error: unknown, endpoint: Endpoint): Readonly<Record<string, unknown>> {
  const { tries } = endpoint;
  if (!(error instanceof APIError) || error instanceof APIConnectionError) return { tries, reason: shown(reasonOf(error), endpoint) };
  const { status, code, type, requestID } = error;
  return {
    tries,
    status,
    isTooLong: isTooLong(error),
    ...Object.fromEntries(
      Object.entries({ code, type, requestID }).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, shown(value, endpoint)]] : [],
      ),
    ),
  };
}

/** A text of the provider on one line, without the key, control characters and what is too long. */
function shown(text: string, { apiKey }: Endpoint): string {
  const clean = (apiKey === '' ? text : text.replaceAll(apiKey, '[key]'))
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .trim()
    .replace(/\.$/, '');
  return clean.length > MAX_TEXT ? `${clean.slice(0, MAX_TEXT)}…` : clean;
}
