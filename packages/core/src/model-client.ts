import type { JsonObject, JsonSchema } from './json.ts';

/**
 * A message of a conversation in the words of Chat Completions. What the model said is kept and sent back exactly as it
 * came: some providers need fields of their own in it again.
 */
export type ChatMessage = JsonObject;

/** A function that the model may call. */
export interface ChatTool {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the one object that it takes. */
  readonly parameters: JsonSchema;
}

export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  readonly tools?: readonly ChatTool[];
  /** Default: the provider's. */
  readonly temperature?: number;
  /** Most tokens of the answer. Default: the provider's. */
  readonly maxTokens?: number;
  /** The answer is to be JSON. Providers differ in whether they keep to it: look at what came. */
  readonly json?: boolean;
}

export interface ModelUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface ChatReply {
  /** The assistant's message as it came. */
  readonly message: ChatMessage;
  /** Why it ended, in the provider's word: `stop`, `tool_calls`, `length`, `content_filter` and others. */
  readonly finish: string;
  /** Zero where the provider tells nothing. */
  readonly usage: ModelUsage;
  /** In US dollars; absent when no price is known for the model. */
  readonly cost?: number;
}

/** A model behind whatever wire. Keys and addresses are its own business. */
export interface ModelClient {
  /** As the provider calls it. */
  readonly name: string;
  /** False when no price is known, so that a budget in money cannot be kept. */
  readonly hasPrice: boolean;
  /** @throws {PreflagError} `model` when no answer can be had, `cancelled` when the signal aborted */
  chat(request: ChatRequest, options?: { readonly signal?: AbortSignal }): Promise<ChatReply>;
}
