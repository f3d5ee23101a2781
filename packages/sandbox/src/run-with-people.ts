import { randomUUID } from 'node:crypto';
import { type LogLine, PreflagError } from '@preflag/core';
import type { Child } from '@preflag/supervisor';
import type { FromWorker } from './frames.ts';
import type { Gateway, GatewayUsage } from './gateway/gateway.ts';
import type { Grants, HumanGrant } from './gateway/grants.ts';
import { answerQuestion, type Journal, programOf, type Question, questionsOf } from './journal/journal.ts';
import { Recorder } from './journal/recorder.ts';
import { RunLog } from './run-log.ts';
import { RunSession, type SessionEnd } from './run-session.ts';
import type { SandboxEvent, SandboxRun, SandboxRunOptions } from './run-types.ts';
import type { SandboxLimits } from './sandbox.ts';
import { seedOf } from './seed.ts';
import type { Workspace } from './workspace.ts';

export interface PeopleRunOptions extends Omit<SandboxRunOptions, 'files' | 'limits' | 'capabilities'> {
  readonly limits: SandboxLimits;
  readonly grants: Grants | undefined;
  readonly workspace: Workspace;
  readonly emit: (event: SandboxEvent) => void;
  /** Lends a worker for one session. */
  withWorker<T extends Pick<SandboxRun, 'status'>>(use: (child: Child<FromWorker>, run: number) => Promise<T>): Promise<T>;
}

/**
 * A run from its start to its end. When it waits for people, its process is given up, they are asked, and a new process repeats
 * it from its journal and goes on. Where nobody can be asked it ends `paused`.
 */
export async function runWithPeople(code: string, options: PeopleRunOptions): Promise<SandboxRun> {
  const { grants, limits, workspace, signal, emit, args = [] } = options;
  let wallMs = 0;
  const before = workspace.snapshot();
  const hasJournal = options.journal !== undefined || options.clock !== undefined || grants?.human !== undefined;
  const program = hasJournal ? programOf(code, args, before) : '';
  let journal = hasJournal ? openJournal(options, program) : undefined;
  const tell = tellOnce(options);
  for (;;) {
    const gateway = grants && (await openGateway(grants, limits, journal));
    const recorder = journal && new Recorder(journal);
    const log = new RunLog(limits.logBytes, tell.next());
    const seed = journal?.seed ?? options.seed;
    const ended = await options.withWorker((child, run) =>
      new RunSession(child, {
        code,
        args,
        limits,
        seed: seedOf(seed),
        isSeeded: seed !== undefined,
        run,
        workspace,
        log,
        grants: Object.keys(grants ?? {}),
        gateway,
        recorder,
        signal,
        emit,
      }).run(),
    );
    wallMs += ended.wallMs;
    journal = recorder?.journal;
    const answered = ended.status === 'paused' && journal && (await askPeople(journal, grants?.human, signal));
    const run = resultOf(ended, { log, workspace, journal, gateway, wallMs });
    // What it did to the files is done again when it is repeated.
    if (run.status === 'paused') workspace.restore(before);
    if (!answered) return run;
    journal = answered;
  }
}

function openJournal({ journal, seed, clock = Date.now() }: PeopleRunOptions, program: string): Journal {
  if (journal === undefined || journal === true) {
    return { version: 1, program, seed: seed ?? randomUUID(), start: clock, calls: [], steps: [] };
  }
  if (journal.version !== 1) throw new PreflagError('usage', `The journal has version ${String(journal.version)}; this one reads 1.`);
  if (journal.program !== program) {
    throw new PreflagError('usage', 'The journal is of another run: code, arguments and files must be the same as then.');
  }
  return journal;
}

async function openGateway(grants: Grants, limits: SandboxLimits, journal: Journal | undefined): Promise<Gateway> {
  const { createGateway } = await import('./gateway/create-gateway.ts');
  return createGateway(grants, { limits, ...(journal && { used: usageOf(journal) }) });
}

function usageOf({ calls }: Journal): GatewayUsage {
  const spent = calls.flatMap((call) => (call.spent ? [call.spent] : []));
  return {
    calls: 0,
    modelCalls: calls.filter(({ name, result }) => name === 'model.chat' && result).length,
    modelTokens: spent.reduce((sum, { tokens }) => sum + tokens, 0),
    cost: spent.reduce((sum, { cost }) => sum + cost, 0),
  };
}

/** @returns the journal with all answers; nothing when there is nobody for one of the questions, or asking failed */
async function askPeople(journal: Journal, human: HumanGrant | undefined, signal: AbortSignal | undefined): Promise<Journal | undefined> {
  const questions = questionsOf(journal);
  if (!questions.every(({ kind }) => human?.[kind])) return undefined;
  let answered = journal;
  try {
    for (const question of questions) answered = answerQuestion(answered, question.seq, await askPerson(question, human, signal));
  } catch {
    // Nothing is lost: the run stays paused, and can be gone on with.
    return undefined;
  }
  return answered;
}

async function askPerson(
  { kind, text, details }: Question,
  human: HumanGrant | undefined,
  signal = NEVER,
): Promise<string | { approved: boolean; reason?: string }> {
  const question = { text, ...(details !== undefined && { details }) };
  if (kind === 'ask') return String(await human?.ask?.(question, { signal }));
  const { approved, reason } = (await human?.approve?.(question, { signal })) ?? { approved: false };
  return { approved, ...(reason !== undefined && { reason }) };
}

const NEVER = new AbortController().signal;

/** Lines that are logged again while a run is repeated are not told again. */
function tellOnce(options: PeopleRunOptions): { next(): (line: LogLine) => void } {
  let told = 0;
  return {
    next() {
      let heard = 0;
      return (line) => {
        heard += 1;
        if (heard <= told) return;
        told = heard;
        options.onLog?.(line);
        options.emit({ type: 'log', line });
      };
    },
  };
}

function resultOf(
  { status, reason, result, delivered, hostCalls }: SessionEnd,
  of: {
    readonly log: RunLog;
    readonly workspace: Workspace;
    readonly journal: Journal | undefined;
    readonly gateway: Gateway | undefined;
    readonly wallMs: number;
  },
): SandboxRun {
  const { modelTokens, cost } = of.gateway?.usage ?? { modelTokens: 0, cost: 0 };
  return {
    status,
    reason,
    delivered,
    files: Object.fromEntries(of.workspace.files),
    ...(result !== undefined && { result }),
    ...of.log.end(),
    ...(of.journal && { journal: of.journal, questions: questionsOf(of.journal) }),
    usage: { wallMs: of.wallMs, hostCalls, modelTokens, cost },
  };
}
