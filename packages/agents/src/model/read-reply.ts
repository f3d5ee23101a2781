import type { ChatReply, JsonObject, ModelUsage } from '@preflag/core';

/** US dollars for a million tokens. Input that the provider had cached is counted at the full price. */
export interface Price {
  readonly input: number;
  readonly output: number;
}

/** An answer with the status 200 that is no chat completion. */
export class MalformedReply extends Error {}

/**
 * A chat completion as the provider sent it. Its message is kept as it is; the cost is left out when no price or no usage
 * is known.
 *
 * @throws {MalformedReply} with a clause that says what is wrong
 */
export function readReply(body: unknown, price: Price | undefined): ChatReply {
  if (!isObject(body))
    throw new MalformedReply(body === undefined || body === null || body === '' ? 'it is empty' : 'it is no JSON object');
  if (isObject(body['error'])) throw new MalformedReply(`it is an error: ${String(body['error']['message'])}`);
  const choice: unknown = Array.isArray(body['choices']) ? body['choices'][0] : undefined;
  if (!isObject(choice)) throw new MalformedReply('it has no choices');
  if (!isObject(choice['message'])) throw new MalformedReply('its choice has no message');
  const usage = readUsage(body['usage']);
  const isKnown = usage.inputTokens + usage.outputTokens > 0;
  return {
    message: choice['message'] as JsonObject,
    finish: typeof choice['finish_reason'] === 'string' ? choice['finish_reason'] : '',
    usage,
    ...(price && isKnown && { cost: (usage.inputTokens * price.input + usage.outputTokens * price.output) / 1e6 }),
  };
}

/** Gemini's endpoint leaves what the model thought out of `completion_tokens`, but not out of the total, which is paid. */
function readUsage(usage: unknown): ModelUsage {
  if (!isObject(usage)) return { inputTokens: 0, outputTokens: 0 };
  const [input, output, total] = [count(usage['prompt_tokens']), count(usage['completion_tokens']), count(usage['total_tokens'])];
  return { inputTokens: input, outputTokens: Math.max(output, total - input) };
}

function count(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
