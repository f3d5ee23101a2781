import { type ChatRequest, DEFAULT_LIMITS, formatLimit, type Json, type Limits } from '@preflag/core';
import { type ArgumentLimits, parseArguments } from './parse-arguments.ts';
import { createModelCall } from './call-model.ts';
import { CALL_SCHEMAS } from './call-schemas.ts';
import { callTool, describeTool, searchTools } from './call-tool.ts';
import { GRANT_CALLS, type GrantCall } from '../frames.ts';
import { createFetch, type FetchLimits } from './fetch/create-fetch.ts';
import { type CallCode, type CallOutcome, type Gateway, type GatewayUsage, type Spent } from './gateway.ts';
import type { Grants, HumanGrant, HumanQuestion } from './grants.ts';
import { hashOf, type JournalCall } from '../journal/journal.ts';
import { requireGrants } from './require-grants.ts';
import { problemsOf } from './validate.ts';

export type GatewayLimits = ArgumentLimits & FetchLimits & Pick<Limits, 'callMs' | 'callsAtOnce' | 'answerBytes'>;

export interface GatewayOptions {
  /** Defaults: core's limits of the same names. */
  readonly limits?: Partial<GatewayLimits>;
  /** What the run has used already, when it goes on from its journal. Default nothing. */
  readonly used?: GatewayUsage;
  /** Called with each call when it has its answer: for runs that keep no journal of their own. */
  readonly onCall?: (call: JournalCall) => void;
}

/** A handler may throw or reject; what it says is then not shown. */
type Handler = (args: readonly Json[], signal: AbortSignal) => CallOutcome | Promise<CallOutcome & { readonly spent?: Spent }>;

const NOTHING: GatewayUsage = { calls: 0, modelCalls: 0, modelTokens: 0, cost: 0 };

/**
 * The gateway of one run.
 *
 * @throws {PreflagError} `usage` for a grant that cannot be kept
 */
export function createGateway(grants: Grants, { limits, used = NOTHING, onCall }: GatewayOptions = {}): Gateway {
  requireGrants(grants);
  const gateway = new GrantedGateway(grants, { ...DEFAULT_LIMITS, ...limits }, used);
  return onCall ? new ToldGateway(gateway, onCall) : gateway;
}

class ToldGateway implements Gateway {
  readonly #gateway: Gateway;
  readonly #onCall: (call: JournalCall) => void;
  readonly #began = performance.now();
  #last = 0;

  constructor(gateway: Gateway, onCall: (call: JournalCall) => void) {
    this.#gateway = gateway;
    this.#onCall = onCall;
  }

  get usage(): GatewayUsage {
    return this.#gateway.usage;
  }

  async call(name: string, argsJson: string, signal: AbortSignal): Promise<CallOutcome & { readonly spent?: Spent }> {
    this.#last += 1;
    const seq = this.#last;
    const at = Math.round(performance.now() - this.#began);
    const outcome = await this.#gateway.call(name, argsJson, signal);
    const { spent, ...result } = outcome;
    const ms = Math.round(performance.now() - this.#began) - at;
    this.#onCall({ seq, name: name.slice(0, MAX_NAME), args: hashOf(name, argsJson), at, ms, result, ...(spent && { spent }) });
    return outcome;
  }
}

const MAX_NAME = 100;

class GrantedGateway implements Gateway {
  readonly #limits: GatewayLimits;
  readonly #handlers: Readonly<Partial<Record<GrantCall, Handler>>>;
  #usage: GatewayUsage;
  #waiting = 0;

  constructor(grants: Grants, limits: GatewayLimits, used: GatewayUsage) {
    this.#limits = limits;
    this.#usage = used;
    this.#handlers = handlersOf(grants, limits, used);
  }

  get usage(): GatewayUsage {
    return this.#usage;
  }

  async call(name: string, argsJson: string, signal: AbortSignal): Promise<CallOutcome & { readonly spent?: Spent }> {
    const { calls, modelCalls, modelTokens, cost } = this.#usage;
    this.#usage = { calls: calls + 1, modelCalls: modelCalls + (name === 'model.chat' ? 1 : 0), modelTokens, cost };
    const known = GRANT_CALLS.find((one) => one === name);
    const handler = known && this.#handlers[known];
    if (!handler) return refused('denied', `This run may not use '${name.slice(0, 100)}': it was not granted.`);
    if (this.#waiting >= this.#limits.callsAtOnce) {
      return refused('denied', `More than ${formatLimit('callsAtOnce', this.#limits.callsAtOnce)} calls wait for an answer. Await some.`);
    }
    const parsed = parseArguments(argsJson, this.#limits);
    if (!parsed.ok) return parsed;
    const problems = problemsOf(CALL_SCHEMAS[known], parsed.args);
    if (problems !== undefined) return refused('invalid', `The arguments of ${name} are wrong: ${problems}.`);
    this.#waiting += 1;
    try {
      const outcome = await this.#run(known, handler, parsed.args, signal);
      const { spent } = outcome;
      if (spent) this.#usage = { ...this.#usage, modelTokens: this.#usage.modelTokens + spent.tokens, cost: this.#usage.cost + spent.cost };
      return outcome;
    } finally {
      this.#waiting -= 1;
    }
  }

  /** A person may take as long as they need. */
  async #run(
    name: GrantCall,
    handler: Handler,
    args: readonly Json[],
    signal: AbortSignal,
  ): Promise<CallOutcome & { readonly spent?: Spent }> {
    const ms = name.startsWith('human.') ? undefined : this.#limits.callMs;
    const deadline = ms === undefined ? signal : AbortSignal.any([signal, AbortSignal.timeout(ms)]);
    const isOver = Promise.withResolvers<CallOutcome>();
    const stop = (): void =>
      isOver.resolve(
        signal.aborted
          ? refused('failed', 'The run is over.')
          : refused('timeout', `${name} took longer than ${formatLimit('callMs', ms ?? 0)}.`),
      );
    deadline.addEventListener('abort', stop, { once: true });
    if (deadline.aborted) stop();
    try {
      return this.#asJson(name, await Promise.race([handler(args, deadline), isOver.promise]));
    } catch {
      return refused('failed', `${name} failed.`);
    } finally {
      deadline.removeEventListener('abort', stop);
    }
  }

  /** What comes out is JSON of a limited length, whatever the handler gave. */
  #asJson(name: string, outcome: CallOutcome & { readonly spent?: Spent }): CallOutcome & { readonly spent?: Spent } {
    if (!outcome.ok) return outcome;
    const text = JSON.stringify(outcome.value) ?? 'null';
    const { answerBytes } = this.#limits;
    const spent = outcome.spent && { spent: outcome.spent };
    if (Buffer.byteLength(text) > answerBytes) {
      return { ...refused('too-large', `The answer of ${name} is longer than ${formatLimit('answerBytes', answerBytes)}.`), ...spent };
    }
    return { ok: true, value: JSON.parse(text) as Json, ...spent };
  }
}

function handlersOf(
  { model, tools, fetch, human, env }: Grants,
  limits: GatewayLimits,
  used: GatewayUsage,
): Readonly<Partial<Record<GrantCall, Handler>>> {
  const chat = model && createModelCall(model, used);
  const request = fetch && createFetch(fetch, limits);
  return {
    ...(chat && { 'model.chat': ([request], signal) => chat(request as unknown as ChatRequest, signal) }),
    ...(tools && {
      'tools.call': ([name, args = {}], signal) => callTool(tools, textOf(name), args, signal),
      'tools.search': ([query]) => ({ ok: true, value: searchTools(tools, textOf(query)) }),
      'tools.describe': ([name]) => describeTool(tools, textOf(name)),
    }),
    ...(request && { fetch: ([what], signal) => request(what, signal) }),
    ...(human && {
      'human.ask': (args, signal) => ask(human, args, signal),
      'human.approve': (args, signal) => approve(human, args, signal),
    }),
    ...(env && {
      'env.get': ([name]) =>
        Object.hasOwn(env, textOf(name))
          ? { ok: true, value: env[textOf(name)] ?? null }
          : refused('denied', `This run may not see the variable '${textOf(name).slice(0, 100)}'.`),
    }),
  };
}

async function ask(human: HumanGrant, args: readonly Json[], signal: AbortSignal): Promise<CallOutcome> {
  if (!human.ask) return refused('denied', 'Nobody is there to be asked.');
  return { ok: true, value: await human.ask(questionOf(args), { signal }) };
}

async function approve(human: HumanGrant, args: readonly Json[], signal: AbortSignal): Promise<CallOutcome> {
  if (!human.approve) return refused('denied', 'Nobody is there to approve.');
  const { approved, reason } = await human.approve(questionOf(args), { signal });
  return { ok: true, value: reason === undefined ? { approved } : { approved, reason } };
}

function questionOf([text, details]: readonly Json[]): HumanQuestion {
  return { text: textOf(text), ...(details !== undefined && { details }) };
}

/** Of an argument that the schema says is a text. */
function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function refused(code: CallCode, message: string): Extract<CallOutcome, { ok: false }> {
  return { ok: false, code, message };
}
