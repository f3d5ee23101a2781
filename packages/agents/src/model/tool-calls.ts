import type { ChatMessage, Json } from '@preflag/core';

/** One function that the model wants to have called. */
export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** As the model wrote them; not always JSON. */
  readonly arguments: string;
}

/**
 * The calls in a message of the model, whatever `finish_reason` says, and the message to send back: as it came, but with the
 * role where it has none, and ids for the calls that have none, since every answer must name the call that it is for.
 *
 * @param prefix makes those ids differ from message to message
 */
export function toolCallsOf(said: ChatMessage, prefix: string): { readonly calls: readonly ToolCall[]; readonly message: ChatMessage } {
  const message = typeof said['role'] === 'string' ? said : { ...said, role: 'assistant' };
  const raw: unknown = message['tool_calls'];
  if (!Array.isArray(raw) || raw.length === 0) return { calls: [], message };
  const named = (raw as readonly Json[]).map((call, index) => withId(call, `${prefix}${index}`));
  const isChanged = named.some((call, index) => call !== raw[index]);
  return { calls: named.map(callOf), message: isChanged ? { ...message, tool_calls: named } : message };
}

/** What the model says: its content, be it a text or a list of parts; else its refusal. */
export function textOf(message: ChatMessage): string {
  const { content, refusal }: { readonly content?: Json; readonly refusal?: Json } = message;
  const text = typeof content === 'string' ? content : partsOf(content).join('');
  return text === '' && typeof refusal === 'string' ? refusal : text;
}

function partsOf(content: Json | undefined): readonly string[] {
  if (!Array.isArray(content)) return [];
  return (content as readonly Json[]).flatMap((part) => {
    if (typeof part === 'string') return [part];
    const text = isObject(part) ? part['text'] : undefined;
    return typeof text === 'string' ? [text] : [];
  });
}

function withId(call: Json, id: string): Json {
  if (!isObject(call)) return { id, type: 'function', function: { name: '', arguments: '' } };
  return typeof call['id'] === 'string' && call['id'] !== '' ? call : { ...call, id };
}

function callOf(call: Json): ToolCall {
  const { id, function: called } = call as { readonly id: string; readonly function?: Json };
  const { name, arguments: given } = isObject(called) ? called : {};
  return {
    id,
    name: typeof name === 'string' ? name : '',
    // Some providers send the object itself.
    arguments: typeof given === 'string' ? given : given === undefined || given === null ? '' : JSON.stringify(given),
  };
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
