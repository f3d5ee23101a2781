import { compare, EventQueue, PreflagError, type Agent, type AgentResult, type AgentTask, type Json, type Report } from '@preflag/core';
import type { Attempt, Run, RunEvent, Waiting } from './run.ts';
import { toFeedback, type Feedback } from './to-feedback.ts';

export interface CycleOptions {
  /** Attempts after the first, while the delivery does not pass. Default 1. */
  readonly cycles?: number;
  /** Checks what an attempt handed in. */
  readonly check: (result: AgentResult, attempt: number) => Promise<Report>;
  /** Called with each attempt when it is complete. */
  readonly save?: (attempt: Attempt) => Promise<void>;
  /** Called with an attempt that cannot go on without people. */
  readonly saveWaiting?: (waiting: Waiting) => Promise<void>;
  /** Goes on with a run that waits for people. */
  readonly resume?: ResumedRun;
  readonly signal?: AbortSignal;
}

export interface ResumedRun {
  /** Those that are complete. */
  readonly attempts: readonly Attempt[];
  readonly waiting: Waiting;
  /** By the number of the question. */
  readonly answers: Readonly<Record<number, Json>>;
}

export interface RunHandle {
  readonly events: AsyncIterable<RunEvent>;
  readonly result: Promise<Run>;
}

/**
 * Attempt, check, feedback, next attempt; until the delivery passes or the cycles are used up.
 * `result` rejects with what the agent, the check or `save` rejects with, and with the code `cancelled` once the signal aborted.
 */
export function runCycles(task: Omit<AgentTask, 'attempt' | 'feedback' | 'previous'>, agent: Agent, options: CycleOptions): RunHandle {
  const events = new EventQueue<RunEvent>();
  const result = attemptAll(task, agent, options, (event) => events.push(event))
    .catch((error: unknown) => {
      // Agents and checks have errors of their own for being stopped.
      throw options.signal?.aborted ? cancelled(error) : error;
    })
    .finally(() => events.close());
  // A caller who only reads the events learns of the failure from their end.
  result.catch(() => undefined);
  return { events, result };
}

async function attemptAll(
  task: Omit<AgentTask, 'attempt' | 'feedback' | 'previous'>,
  agent: Agent,
  options: CycleOptions,
  emit: (event: RunEvent) => void,
): Promise<Run> {
  const { cycles = 1, signal, resume } = options;
  const attempts: Attempt[] = [...(resume?.attempts ?? [])];
  const first = attempts.length + 1;
  let feedback: Feedback | undefined = feedbackAfter(attempts);
  for (let number = first; ; number += 1) {
    if (signal?.aborted) throw cancelled();
    emit({ type: 'attempt-started', attempt: number });
    const previous = attempts.at(-1);
    const result = await agent.run(
      { ...task, attempt: number, ...(feedback && { feedback }), ...(previous && { previous: previous.result.files }) },
      {
        ...(signal && { signal }),
        ...(resume && number === first && { resume: { journal: resume.waiting.journal, answers: resume.answers } }),
        onLog: (line) => emit({ type: 'log', attempt: number, line }),
      },
    );
    if (result.status === 'cancelled') throw cancelled();
    if (result.status === 'paused') return pause(task, agent, { number, attempts, result, options, emit });
    emit({ type: 'delivered', attempt: number, result });
    const report = await options.check(result, number);
    const reports = attempts.map((attempt) => attempt.report);
    const comparison = previous && compare(previous.report, report, reports.slice(0, -1));
    emit({ type: 'checked', attempt: number, report, ...(comparison && { comparison }) });
    const isLast = report.verdict === 'pass' || number > cycles;
    feedback = isLast ? undefined : toFeedback(report, { previous: reports });
    const attempt: Attempt = { number, result, report, ...(comparison && { comparison }), ...(feedback && { feedback: feedback.text }) };
    attempts.push(attempt);
    await options.save?.(attempt);
    if (feedback) emit({ type: 'feedback', attempt: number, text: feedback.text });
    else {
      const run: Run = { job: task.job.id, agent: agent.name, attempts, verdict: report.verdict, cycles: number - 1 };
      emit({ type: 'finished', run });
      return run;
    }
  }
}

/** The same feedback as when the last of the attempts was checked: it follows from the reports. */
function feedbackAfter(attempts: readonly Attempt[]): Feedback | undefined {
  const reports = attempts.map(({ report }) => report);
  const last = reports.at(-1);
  return last && toFeedback(last, { previous: reports.slice(0, -1) });
}

interface Pause {
  readonly number: number;
  readonly attempts: readonly Attempt[];
  readonly result: AgentResult;
  readonly options: CycleOptions;
  readonly emit: (event: RunEvent) => void;
}

async function pause({ job }: Pick<AgentTask, 'job'>, agent: Agent, { number, attempts, result, options, emit }: Pause): Promise<Run> {
  const waiting: Waiting = { attempt: number, questions: result.questions ?? [], journal: result.journal ?? null };
  await options.saveWaiting?.(waiting);
  emit({ type: 'waiting', attempt: number, waiting });
  const run: Run = { job: job.id, agent: agent.name, attempts, verdict: 'incomplete', cycles: number - 1, waiting };
  emit({ type: 'finished', run });
  return run;
}

function cancelled(cause?: unknown): PreflagError {
  return new PreflagError('cancelled', 'The run was cancelled.', { cause });
}
