import type { AgentResult, ChatMessage, LogLine, ModelClient } from '@preflag/core';
import { isTooLongError } from '../model/too-long.ts';
import { textOf, toolCallsOf } from '../model/tool-calls.ts';
import type { LoopBudget } from './loop-agent.ts';
import { cut, oneLine } from './show.ts';
import type { Toolbox } from './toolbox.ts';

export type Ending = Pick<AgentResult, 'status' | 'reason' | 'message'>;

export interface Conversation {
  readonly model: ModelClient;
  readonly toolbox: Toolbox;
  readonly budget: Required<LoopBudget>;
  /** Counted up. */
  readonly spent: { tokens: number; cost: number; calls: number };
  readonly messages: readonly ChatMessage[];
  readonly signal: AbortSignal;
  readonly hasDelivered: () => boolean;
  readonly note: (level: LogLine['level'], text: string) => void;
}

/** Calls of tools in one run. It bounds the log and what the conversation holds. */
const MAX_CALLS = 1000;
const MAX_MESSAGE = 100_000;
/** Characters of a call in the log. */
const MAX_SHOWN = 200;

const NUDGE =
  'Nothing was delivered. Only files that you hand in with `deliver` count; your answers in text do not. Deliver what the job asks for now, and then answer without calling a tool.';

/**
 * Turn by turn: the model's answer, then the answer to each of its calls, in their order; until it answers without a call.
 * The model's messages go back to it as they came.
 *
 * @throws what the client throws, and {PreflagError} `sandbox`
 */
export async function converse({
  model,
  toolbox,
  budget,
  spent,
  messages: opening,
  signal,
  hasDelivered,
  note,
}: Conversation): Promise<Ending> {
  const messages = [...opening];
  let isNudged = false;
  for (let turn = 1; turn <= budget.turns; turn += 1) {
    signal.throwIfAborted();
    const reply = await model.chat({ messages, tools: toolbox.tools }, { signal }).catch((error: unknown) => {
      // The task itself must fit; what the model then made of it may come to an end.
      if (turn > 1 && isTooLongError(error)) return undefined;
      throw error;
    });
    if (!reply) return quota(`The conversation became longer than the model '${model.name}' takes.`);
    const tokens = reply.usage.inputTokens + reply.usage.outputTokens;
    spent.tokens += tokens;
    spent.cost += reply.cost ?? 0;
    const { calls, message } = toolCallsOf(reply.message, `call_${turn}_`);
    const text = textOf(message);
    if (text.trim() !== '') note('debug', `Turn ${turn}, the model: ${text}`);
    // A message that says and calls nothing is refused by some providers when it comes back.
    if (calls.length > 0 || text !== '') messages.push(message);

    if (calls.length === 0) {
      if (hasDelivered() || isNudged) return { status: 'ok', reason: '', ...(text !== '' && { message: cut(text, MAX_MESSAGE) }) };
      note('info', `Turn ${turn}: it ended without a delivery, and is asked for it once.`);
      messages.push({ role: 'user', content: NUDGE });
      isNudged = true;
    }
    for (const call of calls) {
      signal.throwIfAborted();
      if (spent.calls >= MAX_CALLS) return quota(`The model called tools more than ${MAX_CALLS} times.`);
      spent.calls += 1;
      const { text: answer, refusal } = await toolbox.call(call, { signal, isCutOff: reply.finish === 'length' });
      note(
        refusal === undefined ? 'info' : 'warn',
        `Turn ${turn}: ${oneLine(`${call.name} ${call.arguments}`, MAX_SHOWN)}${refusal === undefined ? '' : ` → ${refusal}`}`,
      );
      messages.push({ role: 'tool', tool_call_id: call.id, content: answer });
    }
    const end = endOfBudget(budget, spent, { isTold: tokens > 0, hasCost: reply.cost !== undefined }, model.name);
    if (end !== undefined) return quota(end);
  }
  return quota(`The budget of ${budget.turns} turns is used up.`);
}

function quota(reason: string): Ending {
  return { status: 'quota', reason };
}

/** A budget that cannot be counted is not kept, and one that is not kept is none. */
function endOfBudget(
  { tokens, cost }: Required<LoopBudget>,
  spent: Conversation['spent'],
  { isTold, hasCost }: { readonly isTold: boolean; readonly hasCost: boolean },
  name: string,
): string | undefined {
  if (tokens !== Infinity && !isTold)
    return `The provider of '${name}' does not tell how many tokens it used, so the budget of tokens cannot be kept.`;
  if (cost !== Infinity && !hasCost)
    return `The provider of '${name}' does not tell how many tokens it used, so the budget in money cannot be kept.`;
  if (spent.tokens >= tokens)
    return `The budget of ${tokens.toLocaleString('en-US')} tokens is used up: ${spent.tokens.toLocaleString('en-US')} were used.`;
  if (spent.cost >= cost) return `The budget of ${cost} US dollars is used up: ${spent.cost.toFixed(4)} were spent.`;
  return undefined;
}
