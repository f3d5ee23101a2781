import { type ChatReply, type ChatRequest, type Json, messageOf, PreflagError } from '@preflag/core';
import type { CallOutcome, GatewayUsage, Spent } from './gateway.ts';
import type { ModelGrant } from './grants.ts';

/** One chat with the model, within what is left of the budget. */
export type CallModel = (request: ChatRequest, signal: AbortSignal) => Promise<CallOutcome & { readonly spent?: Spent }>;

/**
 * With a budget one call waits for the other: side by side each would be within it, and all together not. The last call may
 * pass the budget, since nobody knows how long an answer will be; its length is limited to the tokens that are left.
 *
 * @param used what the run has used already, when it goes on from its journal
 */
export function createModelCall(grant: ModelGrant, used: GatewayUsage): CallModel {
  const { client, maxTokens = Infinity, maxCost = Infinity, maxCalls = Infinity } = grant;
  const spent = { tokens: used.modelTokens, cost: used.cost, calls: used.modelCalls };
  const hasBudget = maxTokens < Infinity || maxCost < Infinity;
  let last: Promise<unknown> = Promise.resolve();

  const chat = async (request: ChatRequest, signal: AbortSignal): Promise<CallOutcome & { readonly spent?: Spent }> => {
    const used = exhausted();
    if (used !== undefined) return { ok: false, code: 'budget', message: used };
    spent.calls += 1;
    const left = maxTokens - spent.tokens;
    const limited = left < Infinity ? { ...request, maxTokens: Math.min(request.maxTokens ?? left, left) } : request;
    try {
      const reply = await client.chat(limited, { signal });
      const cost = spentOn(reply);
      spent.tokens += cost.tokens;
      spent.cost += cost.cost;
      return { ok: true, value: reply as unknown as Json, spent: cost };
    } catch (error) {
      // Errors of the client are written for users; others may name places of the host.
      const message = PreflagError.isInstance(error) ? messageOf(error) : 'The model cannot be reached.';
      return { ok: false, code: 'failed', message };
    }
  };
  const exhausted = (): string | undefined => {
    if (spent.calls >= maxCalls) return `The ${maxCalls} calls of the model are used up.`;
    if (spent.tokens >= maxTokens) return `The ${maxTokens.toLocaleString('en-US')} tokens are used up.`;
    if (spent.cost >= maxCost) return `The budget of $${maxCost} is used up.`;
    return undefined;
  };
  return (request, signal) => {
    if (!hasBudget) return chat(request, signal);
    const result = last.then(() => chat(request, signal));
    last = result;
    return result;
  };
}

function spentOn({ usage, cost = 0 }: ChatReply): Spent {
  return { tokens: usage.inputTokens + usage.outputTokens, cost };
}
