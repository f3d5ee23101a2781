import type { Check, FileFailure, JobProblemAt, Json, Phase, RawFinding, RuleText } from '@preflag/core';
import { formatLimit, PreflagError, type LimitName } from '@preflag/core';
import { endError, type Child, type ChildEnd, type Pool } from '@preflag/supervisor';
import { askWorker } from './ask-worker.ts';
import type { Answer, DeliveryRequest, DemandedRules, FileRequest, Response } from './messages.ts';

export interface ChecksResult {
  readonly checks: readonly Check[];
  readonly findings: readonly RawFinding[];
  readonly failures: readonly FileFailure[];
  readonly jobErrors: readonly JobProblemAt[];
  readonly portable: Readonly<Record<string, unknown>>;
  /** What the report carries of the file, by name. */
  readonly reported: Readonly<Record<string, Json>>;
  /** The rules that found something, by their ids. */
  readonly rules: Readonly<Record<string, RuleText>>;
  /** What of the job the rules on this file check. */
  readonly demands: DemandedRules;
}

/** A request without what {@link askChecks} keeps for itself. */
export type ChecksQuestion = Omit<FileRequest, 'done' | 'banned' | 'walkApart'> | Omit<DeliveryRequest, 'done' | 'banned' | 'walkApart'>;

/**
 * Has one file (or the delivery as a whole) checked in a worker. A worker that must be killed, or dies, costs the rule or fact that was running;
 * the others go on in a fresh one. A file that cannot be read within its limits costs its reading, and never the report.
 */
export async function askChecks(pool: Pool<Response>, question: ChecksQuestion, file: string, signal?: AbortSignal): Promise<ChecksResult> {
  const state: State = {
    checks: [],
    findings: [],
    failures: [],
    jobErrors: [],
    portable: {},
    reported: {},
    rules: {},
    demands: {},
    done: [],
    banned: [],
    walkApart: false,
    plan: [],
    phase: undefined,
    isRead: false,
  };
  const { limits } = question;
  for (;;) {
    state.phase = undefined;
    state.isRead = false;
    const end = await askWorker(
      { ...question, done: state.done, banned: state.banned, walkApart: state.walkApart },
      { pool, ms: limits.readMs, signal, onAnswer: (answer, child) => note(answer, state, child, limits) },
    );
    if (!end && !state.isRead) throw new PreflagError('protocol', `${file}: the check worker said that it is done, and had read nothing.`);
    if (!end) return { ...state, checks: [...state.checks, ...remaining(state, file, 'crash', 'The check worker sent no outcome.')] };
    if (end.reason === 'cancelled') throw new PreflagError('cancelled', 'The check was cancelled.');
    const lost = blame(end, state, file, limits);
    if (lost) return lost;
  }
}

interface State {
  readonly checks: Check[];
  readonly findings: RawFinding[];
  failures: readonly FileFailure[];
  readonly jobErrors: JobProblemAt[];
  portable: Readonly<Record<string, unknown>>;
  reported: Readonly<Record<string, Json>>;
  readonly rules: Record<string, RuleText>;
  demands: DemandedRules;
  readonly done: string[];
  readonly banned: (readonly [string, string])[];
  walkApart: boolean;
  plan: readonly string[];
  /** What was running; `undefined` while the file is read. */
  phase: Phase | undefined;
  isRead: boolean;
}

function note(response: Answer, state: State, child: Child<Response>, limits: FileRequest['limits']): void {
  switch (response.type) {
    case 'read':
      state.failures = response.failures;
      state.isRead = true;
      break;
    case 'plan':
      state.plan = response.rules;
      state.demands = response.demands;
      break;
    case 'phase':
      state.phase = response.phase;
      // A walk feeds many facts, and costs what the file costs.
      child.deadline(response.phase.kind === 'walk' && response.phase.ids.length > 1 ? limits.readMs : limits.ruleMs);
      break;
    case 'result':
      state.checks.push(response.check);
      state.findings.push(...response.findings);
      state.jobErrors.push(...response.jobErrors);
      if (response.rule) state.rules[response.check.rule] = response.rule;
      state.done.push(response.check.rule);
      // Between rules the before-file may have to be read.
      child.deadline(limits.readMs);
      break;
    case 'portable':
      state.portable = response.facts;
      state.reported = response.reported;
      break;
    default:
      break;
  }
}

const LIMIT_OF: Partial<Record<ChildEnd['reason'], LimitName>> = { timeout: 'readMs', memory_limit: 'workerBytes' };
const CODE_OF: Partial<Record<ChildEnd['reason'], 'timeout' | 'memory'>> = { timeout: 'timeout', memory_limit: 'memory' };

/** Writes down what the dead worker was doing, so that the next one leaves it out. Returns the result when nothing is left to do. */
function blame(end: ChildEnd, state: State, file: string, limits: FileRequest['limits']): ChecksResult | undefined {
  const { phase } = state;
  const code = CODE_OF[end.reason] ?? 'crash';
  if (!state.isRead || !phase) {
    const limit = state.isRead ? undefined : LIMIT_OF[end.reason];
    if (limit) {
      const text = `The file could not be read within the limit of ${formatLimit(limit, limits[limit])} (${limit === 'readMs' ? 'time' : 'memory'}).`;
      const unread = state.plan.map((rule): Check => ({
        rule: rule as Check['rule'],
        file,
        outcome: 'not-checked',
        reason: { code: 'limit', text },
        durationMs: 0,
      }));
      return { ...state, checks: [...state.checks, ...unread], failures: [{ kind: 'limit', limit, text, file }] };
    }
    if (state.plan.length === 0)
      throw new PreflagError('protocol', `${file}: the check worker ended before it began: ${endError(end).message}`);
    return {
      ...state,
      checks: [...state.checks, ...remaining(state, file, code, `The check worker ended while it read the file: ${endError(end).message}`)],
    };
  }
  if (phase.kind === 'rule') {
    const rule = phase.ids[0] ?? '';
    state.checks.push(errorCheck(rule, file, code, `The rule was stopped: ${endError(end).message}`));
    state.done.push(rule);
  } else if (phase.kind === 'walk' && phase.ids.length > 1 && !state.walkApart) state.walkApart = true;
  else for (const id of phase.ids) state.banned.push([id, `it was stopped: ${endError(end).message}`]);
  return undefined;
}

/** Planned rules without an outcome get one: nothing may be missing from the list and look as if it had passed. */
function remaining(state: State, file: string, code: 'timeout' | 'memory' | 'crash', text: string): readonly Check[] {
  return state.plan.filter((rule) => !state.done.includes(rule)).map((rule) => errorCheck(rule, file, code, text));
}

function errorCheck(rule: string, file: string, code: 'timeout' | 'memory' | 'crash', text: string): Check {
  return { rule: rule as Check['rule'], file, outcome: 'error', reason: { code, text }, durationMs: 0 };
}
