import { describe, expect, it } from 'vitest';
import {
  DEFAULT_GATE,
  PreflagError,
  type Agent,
  type AgentResult,
  type AgentTask,
  type Finding,
  type Job,
  type Report,
  type RunStatus,
} from '@preflag/core';
import type { Attempt, RunEvent } from './run.ts';
import { runCycles, type CycleOptions, type RunHandle } from './run-cycles.ts';

const JOB: Job = { version: 1, id: 'q3', title: 'Q3', inputs: [], deliverables: [], rubric: [], rules: {}, ignore: [], gate: DEFAULT_GATE };
const TASK = { job: JOB, brief: 'Do it.', inputs: {} };

const resultOf = (attempt: number, status: RunStatus = 'ok'): AgentResult => ({
  status,
  reason: status === 'ok' ? '' : 'It took longer than 1 s.',
  files: { 'a.md': new TextEncoder().encode(`attempt ${attempt}`) },
  log: [],
  usage: { wallMs: 1, hostCalls: 0, modelTokens: 0, cost: 0 },
});

/** Remembers what it was told, and does what the script says. */
class ScriptedAgent implements Agent {
  readonly name = 'scripted';
  readonly tasks: AgentTask[] = [];
  readonly #script: (task: AgentTask) => AgentResult | Promise<AgentResult>;

  constructor(script: (task: AgentTask) => AgentResult | Promise<AgentResult> = ({ attempt }) => resultOf(attempt)) {
    this.#script = script;
  }

  async run(task: AgentTask, options?: Parameters<Agent['run']>[1]): Promise<AgentResult> {
    this.tasks.push(task);
    options?.onLog?.({ level: 'info', text: `attempt ${task.attempt}` });
    return this.#script(task);
  }
}

const findingOf = (fingerprint: string): Finding => ({
  rule: 'test/rule',
  messageId: 'm',
  data: {},
  severity: 'important',
  certainty: 'certain',
  message: `${fingerprint} is wrong`,
  file: 'a.md',
  location: { kind: 'file' },
  place: 'a.md',
  evidence: { excerpt: '', hash: '' },
  origin: 'unknown',
  why: 'w',
  advice: 'a',
  inputs: ['deliverable'],
  fingerprint,
});

const reportOf = (...wrong: readonly string[]): Report => ({
  job: 'q3',
  root: 'out',
  verdict: wrong.length > 0 ? 'fail' : 'pass',
  reason: '',
  gate: DEFAULT_GATE,
  summary: {
    findings: { critical: 0, important: wrong.length, minor: 0 },
    certainty: { certain: wrong.length, likely: 0, hint: 0 },
    checks: { passed: 0, failed: 1, notChecked: 0, errored: 0 },
    files: 1,
    bytes: 1,
    durationMs: 1,
  },
  manifest: [{ path: 'a.md', type: 'markdown', bytes: 1, sha256: '' }],
  findings: wrong.map(findingOf),
  checks: [{ rule: 'test/rule', file: 'a.md', outcome: wrong.length > 0 ? 'failed' : 'passed', durationMs: 1 }],
});

/** A check whose n-th report is the n-th of these, and then always the last. */
const scripted =
  (...reports: readonly Report[]): CycleOptions['check'] =>
  async (_, attempt) =>
    reports[attempt - 1] ?? reports.at(-1)!;

async function eventsOf({ events }: RunHandle): Promise<readonly RunEvent[]> {
  const all: RunEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

const names = (events: readonly RunEvent[]): readonly string[] =>
  events.map((event) => (event.type === 'finished' ? 'finished' : `${event.type} ${event.attempt}`));

describe('cycles', () => {
  it.each<[string, readonly Report[], number | undefined, number, Report['verdict']]>([
    ['passes at once', [reportOf()], undefined, 0, 'pass'],
    ['passes after one cycle', [reportOf('x'), reportOf()], undefined, 1, 'pass'],
    ['fails after the one cycle that is the default', [reportOf('x')], undefined, 1, 'fail'],
    ['fails after three cycles', [reportOf('x')], 3, 3, 'fail'],
    ['fails at once without cycles', [reportOf('x')], 0, 0, 'fail'],
    ['goes on while the verdict is incomplete', [{ ...reportOf(), verdict: 'incomplete' }, reportOf()], 2, 1, 'pass'],
  ])('%s', async (_, reports, cycles, used, verdict) => {
    const agent = new ScriptedAgent();
    const run = await runCycles(TASK, agent, { check: scripted(...reports), ...(cycles !== undefined && { cycles }) }).result;
    expect(run).toMatchObject({ job: 'q3', agent: 'scripted', verdict, cycles: used });
    expect(run.attempts.map(({ number }) => number)).toEqual(Array.from({ length: used + 1 }, (_, index) => index + 1));
    expect(agent.tasks.map(({ attempt }) => attempt)).toEqual(run.attempts.map(({ number }) => number));
  });

  it('gives the next attempt the feedback and the files of the last, and the first neither', async () => {
    const agent = new ScriptedAgent();
    const { attempts } = await runCycles(TASK, agent, { check: scripted(reportOf('x'), reportOf('x', 'y'), reportOf()), cycles: 5 }).result;
    const [first, second, third] = agent.tasks;
    expect([first?.feedback, first?.previous]).toEqual([undefined, undefined]);
    expect(new TextDecoder().decode(second?.previous?.['a.md'])).toBe('attempt 1');
    expect(second?.feedback?.items.map(({ message, state }) => `${message}: ${state}`)).toEqual(['x is wrong: new']);
    expect(third?.feedback?.items.map(({ message, state }) => `${message}: ${state}`)).toEqual([
      'x is wrong: remaining',
      'y is wrong: new',
    ]);
    expect(attempts.map(({ feedback }) => feedback)).toEqual([second?.feedback?.text, third?.feedback?.text, undefined]);
    expect(attempts.map(({ comparison }) => comparison?.fixed.length)).toEqual([undefined, 0, 2]);
  });

  it('checks what an agent left behind that did not end well', async () => {
    const agent = new ScriptedAgent(({ attempt }) => resultOf(attempt, 'timeout'));
    const checked: string[] = [];
    const { attempts, verdict } = await runCycles(TASK, agent, {
      cycles: 0,
      check: async ({ status, reason, files }) => {
        checked.push(`${status} ${reason} ${Object.keys(files).join()}`);
        return reportOf('agent-not-finished');
      },
    }).result;
    expect(checked).toEqual(['timeout It took longer than 1 s. a.md']);
    expect([verdict, attempts[0]?.result.status]).toEqual(['fail', 'timeout']);
  });

  it('saves each attempt when it is complete, before the next begins', async () => {
    const saved: Attempt[] = [];
    const agent = new ScriptedAgent(({ attempt }) => {
      expect(saved.length).toBe(attempt - 1);
      return resultOf(attempt);
    });
    const { attempts } = await runCycles(TASK, agent, {
      check: scripted(reportOf('x'), reportOf()),
      save: async (attempt) => void saved.push(attempt),
    }).result;
    expect(saved).toEqual(attempts);
  });
});

describe('events', () => {
  const ORDER = [
    'attempt-started 1',
    'log 1',
    'delivered 1',
    'checked 1',
    'feedback 1',
    'attempt-started 2',
    'log 2',
    'delivered 2',
    'checked 2',
    'finished',
  ];

  it('come in order', async () => {
    expect(names(await eventsOf(runCycles(TASK, new ScriptedAgent(), { check: scripted(reportOf('x'), reportOf()) })))).toEqual(ORDER);
  });

  it('are complete for one who reads late, and for a second reader', async () => {
    const handle = runCycles(TASK, new ScriptedAgent(), { check: scripted(reportOf('x'), reportOf()) });
    await handle.result;
    expect(names(await eventsOf(handle))).toEqual(ORDER);
    expect(names(await eventsOf(handle))).toEqual(ORDER);
  });

  it('reach two readers at the same time', async () => {
    const handle = runCycles(TASK, new ScriptedAgent(), { check: scripted(reportOf('x'), reportOf()) });
    expect((await Promise.all([eventsOf(handle), eventsOf(handle)])).map(names)).toEqual([ORDER, ORDER]);
  });
});

describe('failures', () => {
  it('of the agent and of the check are the failure of the run, and end its events', async () => {
    const missing = new PreflagError('agent', 'There is no agent.');
    const broken = runCycles(TASK, new ScriptedAgent(() => Promise.reject(missing)), { check: scripted(reportOf()) });
    expect(names(await eventsOf(broken))).toEqual(['attempt-started 1', 'log 1']);
    await expect(broken.result).rejects.toBe(missing);

    const wrongJob = new PreflagError('job', 'The job is wrong.');
    const unchecked = runCycles(TASK, new ScriptedAgent(), { check: () => Promise.reject(wrongJob) });
    expect(names(await eventsOf(unchecked))).toEqual(['attempt-started 1', 'log 1', 'delivered 1']);
    await expect(unchecked.result).rejects.toBe(wrongJob);
  });

  it('of storing an attempt is the failure of the run', async () => {
    const full = new Error('ENOSPC');
    await expect(
      runCycles(TASK, new ScriptedAgent(), { check: scripted(reportOf()), save: () => Promise.reject(full) }).result,
    ).rejects.toBe(full);
  });

  const aborting = (): { readonly signal: AbortSignal; readonly abort: () => void } => {
    const controller = new AbortController();
    return { signal: controller.signal, abort: () => controller.abort() };
  };

  it.each<[string, (stop: () => void) => { readonly agent: Agent; readonly check?: CycleOptions['check'] }, readonly string[]]>([
    ['before it begins', (stop) => (stop(), { agent: new ScriptedAgent() }), []],
    [
      'while the agent runs',
      (stop) => ({ agent: new ScriptedAgent(({ attempt }) => (stop(), resultOf(attempt, 'cancelled'))) }),
      ['attempt-started 1', 'log 1'],
    ],
    [
      'while an agent runs that throws its own error then',
      (stop) => ({ agent: new ScriptedAgent(() => (stop(), Promise.reject(new DOMException('Aborted', 'AbortError')))) }),
      ['attempt-started 1', 'log 1'],
    ],
    [
      'while the check runs',
      (stop) => ({ agent: new ScriptedAgent(), check: async () => (stop(), reportOf('x')) }),
      ['attempt-started 1', 'log 1', 'delivered 1', 'checked 1', 'feedback 1'],
    ],
    [
      'while a check runs that throws its own error then',
      (stop) => ({ agent: new ScriptedAgent(), check: () => (stop(), Promise.reject(new DOMException('Aborted', 'AbortError'))) }),
      ['attempt-started 1', 'log 1', 'delivered 1'],
    ],
  ])('cancelled %s', async (_, script, told) => {
    const { signal, abort } = aborting();
    const { agent, check = scripted(reportOf('x')) } = script(abort);
    const handle = runCycles(TASK, agent, { check, signal, cycles: 3 });
    expect(names(await eventsOf(handle))).toEqual(told);
    await expect(handle.result).rejects.toMatchObject({ code: 'cancelled', message: 'The run was cancelled.' });
  });
});

describe('an agent that waits for people', () => {
  const QUESTIONS = [{ seq: 3, kind: 'ask', text: 'Which?' }] as const;
  const paused: AgentResult = {
    ...resultOf(1),
    status: 'paused',
    reason: 'It waits.',
    files: {},
    questions: QUESTIONS,
    journal: { calls: 3 },
  };

  it('ends the run unchecked and incomplete, and what it waits for is saved', async () => {
    const saved: unknown[] = [];
    const agent = new ScriptedAgent(({ attempt }) => (attempt === 1 ? resultOf(1) : paused));
    const handle = runCycles(TASK, agent, {
      check: () => Promise.resolve(reportOf('x')),
      saveWaiting: async (waiting) => void saved.push(waiting),
    });
    const events: RunEvent[] = [];
    for await (const event of handle.events) events.push(event);
    const waiting = { attempt: 2, questions: QUESTIONS, journal: { calls: 3 } };
    expect(await handle.result).toMatchObject({ verdict: 'incomplete', waiting, attempts: [{ number: 1 }] });
    expect([saved, events.slice(-2).map(({ type }) => type)]).toEqual([[waiting], ['waiting', 'finished']]);
  });

  it('goes on with the same task, and with the answers', async () => {
    const first: Attempt = { number: 1, result: resultOf(1), report: reportOf('x') };
    const seen: unknown[] = [];
    const agent: Agent = {
      name: 'resumed',
      run(task, options) {
        seen.push([task.attempt, task.feedback?.items.map(({ message }) => message), Object.keys(task.previous ?? {}), options?.resume]);
        return Promise.resolve(resultOf(task.attempt));
      },
    };
    const { result } = runCycles(TASK, agent, {
      check: () => Promise.resolve(seen.length < 2 ? reportOf('x') : reportOf()),
      cycles: 2,
      resume: { attempts: [first], waiting: { attempt: 2, questions: QUESTIONS, journal: { calls: 3 } }, answers: { 3: 'the first' } },
    });
    expect(await result).toMatchObject({ verdict: 'pass', cycles: 2, attempts: [{ number: 1 }, { number: 2 }, { number: 3 }] });
    expect(seen).toEqual([
      [2, ['x is wrong'], ['a.md'], { journal: { calls: 3 }, answers: { 3: 'the first' } }],
      [3, ['x is wrong'], ['a.md'], undefined],
    ]);
  });
});
