import type { Json, JsonSchema, ModelClient } from '@preflag/core';

/**
 * What a run may do beyond its workspace, its deliveries and its log. What is not here, it may not: the answer is `denied`.
 * Secrets stay with whoever makes the grants; nothing of a grant is visible to the run but its answers.
 */
export interface Grants {
  readonly model?: ModelGrant;
  readonly tools?: readonly Tool[];
  readonly fetch?: FetchGrant;
  /** Present: the run may ask people. Without a function of the kind that it asks for, it is paused. */
  readonly human?: HumanGrant;
  /** What `env.get` knows. Default nothing. Values are in the journal and in the run: give no secrets. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A model, and how much of it. A limit that is reached answers `budget`, and the run goes on. */
export interface ModelGrant {
  readonly client: ModelClient;
  /** Input and output together. Default: no limit. */
  readonly maxTokens?: number;
  /** US dollars. Refused where the client knows no price. Default: no limit. */
  readonly maxCost?: number;
  /** Default: no limit but that of capability calls. */
  readonly maxCalls?: number;
}

/** A function of the host that a run may call by name. */
export interface Tool {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the arguments, one object. What does not fit is refused before `run` sees it. */
  readonly parameters: JsonSchema;
  /**
   * What it returns goes to the run as JSON. The message of a {@link ToolError} goes to the run; of any other error only that
   * the tool failed, since it may name places of the host. The signal aborts when the run ends or the call takes too long.
   */
  run(args: Readonly<Record<string, Json>>, context: { readonly signal: AbortSignal }): unknown;
}

/** An error of a tool whose message is for the run to read. */
export class ToolError extends Error {
  override name = 'ToolError';
}

/** The addresses that a run may reach. An empty list is refused when the sandbox is made: it would read as allowed. */
export interface FetchGrant {
  readonly allow: readonly FetchRule[];
}

export interface FetchRule {
  /** Scheme, host and port: `https://api.example.com`. */
  readonly origin: string;
  /** Paths that begin with it, at a `/`. Default `/`: all. */
  readonly path?: string;
  /** Default GET and HEAD. */
  readonly methods?: readonly string[];
  /** Added by the host, in place of what the run sets under the same names: keys stay outside. Not sent to another origin. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Allows addresses that are not of the public internet (loopback, private networks). Default false. */
  readonly allowPrivate?: boolean;
}

export interface HumanGrant {
  /** The answer of a person to a question. */
  ask?(question: HumanQuestion, context: { readonly signal: AbortSignal }): Promise<string>;
  /** A person's yes or no to something that the run is about to do. */
  approve?(question: HumanQuestion, context: { readonly signal: AbortSignal }): Promise<Approval>;
}

export interface HumanQuestion {
  readonly text: string;
  /** What the question is about, as data. */
  readonly details?: Json;
}

export interface Approval {
  readonly approved: boolean;
  readonly reason?: string;
}
