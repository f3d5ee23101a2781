import { randomUUID } from 'node:crypto';
import type { ChatReply, ChatRequest, ChatTool, Json, JsonObject } from '@preflag/core';

/** What a client asked for, or why it cannot be had. */
export type ParsedChat =
  | { readonly ok: true; readonly request: ChatRequest; readonly isStream: boolean; readonly hasUsage: boolean }
  | { readonly ok: false; readonly message: string };

/**
 * The body of `POST /v1/chat/completions` as a request of ours. What would change the answer and cannot be passed on is refused:
 * several choices, a forced tool, a schema of the answer. The name of the model, sampling but for the temperature, and other
 * wishes are not looked at.
 */
export function parseChat(body: Json): ParsedChat {
  if (!isObject(body)) return refuse('The body must be a JSON object.');
  const { messages, tools, temperature, n, functions, stream, tool_choice: choice, response_format: format } = body;
  if (!Array.isArray(messages)) return refuse("'messages' must be a list.");
  if (n !== undefined && n !== null && n !== 1) return refuse("'n' must be 1: there is one answer.");
  if (functions !== undefined && functions !== null) return refuse("'functions' is not known; say 'tools'.");
  if (choice !== undefined && choice !== null && choice !== 'auto' && choice !== 'none') {
    return refuse("'tool_choice' must be 'auto' or 'none': a tool cannot be forced.");
  }
  const kind = isObject(format) ? format['type'] : format;
  if (kind !== undefined && kind !== null && kind !== 'text' && kind !== 'json_object') {
    return refuse("'response_format' must be of the type 'text' or 'json_object': a schema cannot be passed on.");
  }
  const given = tools === undefined || tools === null || choice === 'none' ? [] : toolsOf(tools);
  if (!given) return refuse("'tools' must be a list of functions with a name.");
  const most = body['max_completion_tokens'] ?? body['max_tokens'];
  return {
    ok: true,
    // Messages and numbers are looked at by the gateway.
    request: {
      messages: messages as readonly JsonObject[],
      ...(given.length > 0 && { tools: given }),
      ...(temperature !== undefined && temperature !== null && { temperature: temperature as number }),
      ...(most !== undefined && most !== null && { maxTokens: most as number }),
      ...(kind === 'json_object' && { json: true }),
    },
    isStream: stream === true,
    hasUsage: isObject(body['stream_options']) && body['stream_options']['include_usage'] === true,
  };
}

/** A whole answer in the shape of Chat Completions. */
export function chatBody({ message, finish, usage }: ChatReply, model: string): JsonObject {
  return {
    ...headOf('chat.completion', model),
    choices: [{ index: 0, message, finish_reason: finish, logprobs: null }],
    usage: usageOf(usage),
  };
}

/** The same as server-sent events: the message in one piece, its end, and the usage if it was asked for. */
export function chatEvents({ message, finish, usage }: ChatReply, model: string, hasUsage: boolean): string {
  const head = headOf('chat.completion.chunk', model);
  const calls = message['tool_calls'];
  const delta = Array.isArray(calls) ? { ...message, tool_calls: calls.map((call: JsonObject, index) => ({ index, ...call })) } : message;
  const chunks = [
    { ...head, choices: [{ index: 0, delta, finish_reason: null }] },
    { ...head, choices: [{ index: 0, delta: {}, finish_reason: finish }] },
    ...(hasUsage ? [{ ...head, choices: [], usage: usageOf(usage) }] : []),
  ];
  return [...chunks.map((chunk) => JSON.stringify(chunk)), '[DONE]'].map((data) => `data: ${data}\n\n`).join('');
}

/** `GET /v1/models`: the one that there is. */
export function modelList(model: string): JsonObject {
  return { object: 'list', data: [{ id: model, object: 'model', created: 0, owned_by: 'preflag' }] };
}

/** An error in the shape that clients of Chat Completions know. */
export function errorBody(message: string, code: string): JsonObject {
  return { error: { message, type: code, param: null, code } };
}

function toolsOf(tools: Json): ChatTool[] | undefined {
  if (!Array.isArray(tools)) return undefined;
  const found = tools.flatMap((tool: Json): ChatTool[] => {
    const fn = isObject(tool) && tool['type'] === 'function' ? tool['function'] : undefined;
    if (!isObject(fn) || typeof fn['name'] !== 'string') return [];
    const { name, description, parameters } = fn;
    return [
      { name, description: typeof description === 'string' ? description : '', parameters: isObject(parameters) ? parameters : NOTHING },
    ];
  });
  return found.length === tools.length ? found : undefined;
}

const NOTHING = { type: 'object', properties: {} };

function headOf(object: string, model: string): JsonObject {
  return { id: `chatcmpl-${randomUUID()}`, object, created: Math.floor(Date.now() / 1000), model };
}

function usageOf({ inputTokens, outputTokens }: ChatReply['usage']): JsonObject {
  return { prompt_tokens: inputTokens, completion_tokens: outputTokens, total_tokens: inputTokens + outputTokens };
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(message: string): ParsedChat {
  return { ok: false, message };
}
