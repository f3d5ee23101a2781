import type { Json } from '@preflag/core';

/**
 * Why a call was refused.
 * - `denied`: not granted, or outside of what was granted
 * - `invalid`: the arguments are not what it takes
 * - `not-found`, `conflict`: about files and tools
 * - `budget`: the tokens, the money or the calls of a grant are used up
 * - `timeout`: it took longer than `callMs`
 * - `failed`: what is behind it failed
 * - `too-large`: arguments or answer are longer than they may be
 */
export const CALL_CODES = ['denied', 'invalid', 'not-found', 'conflict', 'budget', 'timeout', 'failed', 'too-large'] as const;
export type CallCode = (typeof CALL_CODES)[number];

/** The envelope of every answer. A gateway never throws and never rejects. */
export type CallOutcome =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly code: CallCode; readonly message: string };

/** What a call used of a model. */
export interface Spent {
  readonly tokens: number;
  /** US dollars. */
  readonly cost: number;
}

export interface GatewayUsage {
  /** Calls that reached the gateway. */
  readonly calls: number;
  readonly modelCalls: number;
  readonly modelTokens: number;
  /** US dollars. */
  readonly cost: number;
}

/** All that a run may do to the world, behind one function: byte and depth caps, schema, policy, deadline, then the deed. */
export interface Gateway {
  /** @param argsJson the arguments as one JSON text, which need not be trusted */
  call(name: string, argsJson: string, signal: AbortSignal): Promise<CallOutcome & { readonly spent?: Spent }>;
  readonly usage: GatewayUsage;
}
